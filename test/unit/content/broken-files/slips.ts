import { REGISTRATION, REGISTRATION_INTENT, type BrokenFile } from './broken-file.js';

const RATES = 'procedures/shared/rates.yml';

/** Files that YAML and the fields accept, but that say what nobody meant. */
export const SLIPS: readonly BrokenFile[] = [
  {
    when: 'a sum of money is written with dots',
    file: RATES,
    replace: ['value: 15500000', 'value: 15.500'],
    line: 4,
    says: /15\.500.*máy hiểu là 15\.5/,
    advises: /15500\./,
  },
  {
    when: 'a rate is ten times what it can be',
    file: RATES,
    replace: ['value: 0.03', 'value: 0.3'],
    line: 17,
    says: /0\.3.*ngoài khoảng/,
    advises: /dấu phẩy/,
  },
  {
    when: 'a sum in a sentence has no unit',
    file: REGISTRATION,
    replace: ['fee: Không thấy quy định thu phí.', 'fee: Dạ, lệ phí 500.000 mỗi lần.'],
    line: 27,
    says: /"500\.000" không có đơn vị/,
    advises: /500\.000 đồng/,
    warning: true,
  },
  {
    when: 'a daily rate lost its zero',
    file: REGISTRATION,
    replace: ['fee: Không thấy quy định thu phí.', 'fee: Dạ, nộp chậm tính 3% mỗi ngày.'],
    line: 27,
    says: /"3% mỗi ngày"/,
    advises: /0,03%/,
  },
  {
    when: 'an example holds a tax code',
    file: REGISTRATION_INTENT,
    replace: ['làm mã số thuế cần giấy tờ gì', 'mã số thuế 8012345678 của em còn dùng không'],
    line: 6,
    says: /mã số thuế/,
    advises: /Xoá con số/,
  },
  {
    when: 'an answer holds somebody’s telephone number',
    file: REGISTRATION,
    replace: ['Anh/chị chỉ cần báo thay đổi thông tin', 'Anh/chị gọi 0905 123 456 để báo thay đổi thông tin'],
    line: 35,
    says: /số điện thoại/,
    advises: /contacts\.yml/,
  },
  {
    when: 'two people’s versions were not merged',
    file: REGISTRATION,
    replace: [
      'time_limit: 3 ngày làm việc.',
      '<<<<<<< HEAD\ntime_limit: 3 ngày làm việc.\n=======\ntime_limit: 2 ngày làm việc.\n>>>>>>> khac',
    ],
    line: 26,
    says: /chưa được hoà làm một/,
    advises: /giữ một/,
  },
  {
    when: 'an entry lists papers and says that none are needed',
    file: REGISTRATION,
    replace: [
      'time_limit: 3 ngày làm việc.',
      'no_papers: Dạ, không cần giấy tờ gì.\ntime_limit: 3 ngày làm việc.',
    ],
    line: 26,
    says: /vừa có danh sách giấy tờ/,
    advises: /xoá no_papers/,
  },
  {
    when: 'a quote is not closed and another quoted sentence follows',
    file: REGISTRATION,
    replace: [
      'where: Thuế cơ sở nơi cư trú hoặc nơi trả lương.',
      'where: "Thuế cơ sở nơi cư trú hoặc nơi trả lương.\nwho_else: "Không ai khác."',
    ],
    line: 19,
    says: /nháy mở ra ở dòng này/,
    advises: /cuối câu/,
  },
  {
    when: 'an entry is not finished and says so',
    file: REGISTRATION,
    replace: ['kind: procedure\n', 'draft: true\nkind: proc\n'],
    line: 3,
    says: /Bản nháp/,
    advises: /draft: true/,
    warning: true,
  },
];
