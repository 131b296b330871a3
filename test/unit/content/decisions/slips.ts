export const FACTS = `facts:
  - id: gia
    kind: money
    label: giá bán
    ask: "Dạ, giá bao nhiêu ạ?"
  - id: luong
    kind: money
    period: month
    label: lương
    ask: "Dạ, lương bao nhiêu ạ?"
  - id: nguoi_mua
    kind: choice
    label: người mua
    ask: "Dạ, bán cho ai ạ?"
    options:
      - { id: con, title: Con, label: con, words: [bán cho con] }
      - { id: ngoai, title: Người ngoài, label: người ngoài, words: [người ngoài] }
`;
export const DECISION = `id: ban-nha
title: Bán nhà
entry: dang-ky-thue-ca-nhan
asks: [câu 1, câu 2, câu 3, câu 4, câu 5, câu 6, câu 7, câu 8, câu 9, câu 10]
facts:
  - fact: nguoi_mua
  - fact: gia
rates:
  thue_suat: pit-house-transfer
sums:
  thue: { label: Thuế, formula: gia * thue_suat }
rules:
  - when: { nguoi_mua: con }
    result: mien
  - when: { nguoi_mua: ngoai }
    result: nop
results:
  mien:
    text: "Dạ, được miễn."
    because: "Bán cho con được miễn."
    basis: ["Luật 109/2025/QH15"]
    checked_on: 2026-11-26
  nop:
    text: "Dạ, nộp {thue}."
    because: "Bán thì nộp {thue_suat}."
    basis: ["Luật 109/2025/QH15"]
    checked_on: 2026-11-26
cases:
  - name: Bán cho con
    facts: { nguoi_mua: con }
    result: mien
  - name: Bán 1 tỷ
    facts: { nguoi_mua: ngoai, gia: 1000000000 }
    result: nop
    sums: { thue: 20000000 }
    says: ["20 triệu"]
`;
export const RATE = `  - id: pit-house-transfer
    value: 2
    unit: "% giá chuyển nhượng"
    from: 2026-07-01
    basis: Luật 109/2025/QH15
    checked_on: 2026-11-23
`;

export interface Slip {
  when: string;
  replace: [right: string, wrong: string];
  /** In place of the formula of the sum. */
  formula?: string;
  line: number;
  says: RegExp;
  advises: RegExp;
}

export const SLIPS: Slip[] = [
  {
    when: 'no rule covers one of the answers',
    replace: [
      '  - when: { nguoi_mua: ngoai }\n    result: nop',
      '  - when: { nguoi_mua: ngoai, gia: "> thue" }\n    result: nop',
    ],
    line: 12,
    says: /không luật nào áp dụng: .*giá bán là/,
    advises: /luật cuối không có "when"/,
  },
  {
    when: 'a rule stands behind one that covers everything',
    replace: [
      '  - when: { nguoi_mua: con }\n    result: mien',
      '  - result: nop\n  - when: { nguoi_mua: con }\n    result: mien',
    ],
    line: 14,
    says: /Luật thứ 2 không bao giờ được dùng/,
    advises: /Đưa luật này lên trên/,
  },
  {
    when: 'two rules with different results apply to the same facts',
    replace: [
      '  - when: { nguoi_mua: ngoai }\n    result: nop',
      '  - when: { nguoi_mua: [con, ngoai] }\n    result: nop',
    ],
    line: 15,
    says: /Luật thứ 1 và thứ 2 cùng áp dụng khi người mua là con/,
    advises: /ordered: true/,
  },
  {
    when: 'a result has no basis',
    replace: [
      '    basis: ["Luật 109/2025/QH15"]\n    checked_on: 2026-11-26\n  nop',
      '    checked_on: 2026-11-26\n  nop',
    ],
    line: 18,
    says: /Thiếu mục bắt buộc "basis"/,
    advises: /basis/,
  },
  {
    when: 'a result has no date',
    replace: ['    checked_on: 2026-11-26\n  nop', '  nop'],
    line: 18,
    says: /Thiếu mục bắt buộc "checked_on"/,
    advises: /checked_on/,
  },
  {
    when: 'a formula adds a price to a monthly salary',
    replace: ['  - fact: gia\n', '  - fact: gia\n  - fact: luong\n'],
    formula: 'gia * thue_suat + luong',
    line: 12,
    says: /sai đơn vị: "\+" gộp hai đơn vị khác nhau: đồng và đồng\/tháng/,
    advises: /đơn vị/,
  },
  {
    when: 'a formula multiplies two sums',
    replace: ['gia * thue_suat', 'gia * gia'],
    line: 11,
    says: /không phải tiền/,
    advises: /phải ra đồng/,
  },
  {
    when: 'a formula lacks a bracket',
    replace: ['formula: gia * thue_suat', 'formula: "max(0, gia * thue_suat"'],
    line: 11,
    says: /không đọc được: thiếu hoặc thừa dấu ngoặc/,
    advises: /Viết như/,
  },
  {
    when: 'a formula has a name that is nowhere',
    replace: ['gia * thue_suat', 'gia * thue_xuat'],
    line: 11,
    says: /Không có tên nào tên "thue_xuat"/,
    advises: /Có lẽ là "thue_suat"/,
  },
  {
    when: 'a rate is not in rates.yml',
    replace: ['thue_suat: pit-house-transfer', 'thue_suat: pit-house-tranfer'],
    line: 9,
    says: /Không có mức thu nào tên "pit-house-tranfer"/,
    advises: /Có lẽ là "pit-house-transfer"/,
  },
  {
    when: 'a text has a placeholder that is nowhere',
    replace: ['nộp {thue}.', 'nộp {thua}.'],
    line: 24,
    says: /Không có chỗ trống nào tên "thua"/,
    advises: /Có lẽ là "thue"/,
  },
  {
    when: 'a fact is never used',
    replace: ['  - fact: gia\n', '  - fact: gia\n  - fact: luong\n'],
    line: 8,
    says: /Dữ kiện "luong" không được luật, công thức hay câu nào dùng/,
    advises: /xoá dòng này/,
  },
  {
    when: 'a rule names an answer that the fact has not',
    replace: ['nguoi_mua: con }\n    result', 'nguoi_mua: cond }\n    result'],
    line: 13,
    says: /không có đáp án "cond"/,
    advises: /Có lẽ là "con"/,
  },
  {
    when: 'a result is reached by no rule',
    replace: [
      'cases:',
      '  la:\n    text: "Dạ."\n    because: "Vì vậy."\n    basis: ["Luật"]\n    checked_on: 2026-11-26\ncases:',
    ],
    line: 28,
    says: /Không luật nào dẫn tới kết quả "la"/,
    advises: /xoá kết quả/,
  },
  {
    when: 'a case was worked out wrongly by hand',
    replace: ['sums: { thue: 20000000 }', 'sums: { thue: 2000000 }'],
    line: 35,
    says: /"thue" tính ra 20000000, ca ghi 2000000/,
    advises: /Tính tay lại/,
  },
  {
    when: 'a rule has no case',
    replace: ['  - name: Bán cho con\n    facts: { nguoi_mua: con }\n    result: mien\n', ''],
    line: 13,
    says: /Luật thứ 1 \(kết quả "mien"\) chưa có ca thử nào/,
    advises: /Thêm một ca/,
  },
  {
    when: 'an answer gets too long once it is filled in',
    replace: ['"Dạ, nộp {thue}."', `"Dạ, nộp {thue} ${'a'.repeat(430)} {thue} {thue}"`],
    line: 24,
    says: /dài 4\d\d ký tự, quá 450/,
    advises: /details/,
  },
  {
    when: 'a value does not fit its fact',
    replace: ['gia: 1000000000', 'gia: "1 tỷ"'],
    line: 33,
    says: /"1 tỷ" không phải giá trị của "gia"/,
    advises: /Viết số đồng/,
  },
];
