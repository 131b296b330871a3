import { PLACEHOLDER } from '../shapes/text.js';

/** `procedures/decisions/<id>.yml` to be filled in: a small household rule stands as the example. */
export function decisionTemplate(id: string, title: string, today: string): string {
  return `# Mẫu bảng quyết định. Thay mọi chỗ "${PLACEHOLDER} …" và ví dụ hộ kinh doanh bằng nội dung thật.
# Giải thích từng mục: procedures/decisions/README.md. Sửa xong chạy: npm run content:check
id: ${id}
title: ${JSON.stringify(title)}
entry: "${PLACEHOLDER} mã mục trong procedures/"
asks:                               # ít nhất 10 cách hỏi, một nửa không dấu, có cả câu hỏi tiếp
  - "${PLACEHOLDER} cách hỏi 1"
facts:                              # theo thứ tự hỏi; tên trong facts.yml
  - fact: doanh_thu
  - fact: nganh
    assume: hang_hoa                # xoá hai dòng này nếu phải hỏi
    say: "Em tính cho bán hàng hoá ạ."
rates:
  nguong: household-threshold       # tên trong bảng: mã trong shared/rates.yml
  ty_le: household-pit-goods
sums:
  thue: { label: Thuế, formula: "max(0, doanh_thu - nguong) * ty_le" }
dates:
  han: { deadline: ho-kinh-doanh-quy }
${rulesTemplate(today)}`;
}

function rulesTemplate(today: string): string {
  return `rules:                              # từ trên xuống
  - when: { doanh_thu: "<= nguong" }
    result: khong-nop
  - result: nop                     # mọi trường hợp còn lại
results:
  khong-nop:
    text: "Dạ, {doanh_thu} không quá {nguong} nên …"
    because: "${PLACEHOLDER} luật trong một câu"
    basis: ["${PLACEHOLDER} văn bản, điều"]
    checked_on: ${today}
  nop:
    text: "Dạ, nộp khoảng {thue} …, chậm nhất {han}."
    lead: "${PLACEHOLDER} điều đúng dù chưa biết số (xoá nếu không có)"
    details:
      - "${PLACEHOLDER} cách tính"
    because: "${PLACEHOLDER} luật trong một câu"
    basis: ["${PLACEHOLDER} văn bản, điều"]
    checked_on: ${today}
    unsure: { text: "${PLACEHOLDER} phần chưa chắc (xoá nếu không có)", ask_whom: thue-co-so }
    next:
      - "${PLACEHOLDER} việc phải làm, hạn"
    buttons:
      - { title: Doanh thu khác, fact: doanh_thu }
cases:                              # số tính tay; mỗi luật ít nhất một ca, thử đúng ở ngưỡng
  - name: Đúng ngưỡng
    facts: { doanh_thu: 1000000000 }
    result: khong-nop
  - name: Trên ngưỡng
    facts: { doanh_thu: 1200000000, nganh: hang_hoa }
    result: nop
    sums: { thue: 1000000 }
    says: ["1 triệu"]
`;
}
