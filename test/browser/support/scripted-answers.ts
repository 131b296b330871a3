import { decodePayload } from '../../../src/conversation/payloads.js';
import type { WholeGuide } from '../../../src/conversation/guide/whole.js';
import { body, type Line } from '../../../src/conversation/lines.js';
import { button, buttons, choice, linkButton, text } from '../../../src/conversation/replies.js';
import type { CitizenEvent, Reply } from '../../../src/conversation/types.js';

const MENU = choice('Xem menu', { kind: 'menu' });
const PERSON = choice('Gặp cán bộ', { kind: 'person' });

/** Answers of every form the page has to show; what they say is made up for the test. */
export function scriptedAnswers(event: CitizenEvent): Reply[] {
  const pressed = decodePayload(event.payload);
  if (pressed?.kind === 'group') return GROUP;
  if (pressed?.kind === 'open' && pressed.procedure === 'tax-code') return OVERVIEW;
  if (pressed?.kind === 'delete_data')
    return [{ ...text('Dạ, em xoá rồi ạ. Mã yêu cầu: YC-1.'), deletes: true }];
  if (pressed?.kind === 'step') return stepReplies(pressed.step);
  if (pressed?.kind === 'menu') return [text('Anh/chị chọn một nhóm việc nhé.', [MENU, PERSON])];
  const said = event.text ?? '';
  if (/im lặng/.test(said)) return [];
  if (/đồng ý không/.test(said)) return CONSENT;
  if (/xoá/.test(said)) return DELETION;
  if (/dài/.test(said)) return [text(LONG), text('Hết phần dài.', [MENU])];
  if (/nguy hiểm/.test(said)) return UNSAFE;
  if (/đăng ký|dang ky/.test(said)) return OVERVIEW;
  return [text(`Em nghe: ${said}`, [MENU, PERSON])];
}

export const WELCOME: Reply = text(
  'Dạ, em chào anh/chị. Em là Đồng Hành, trợ lý tự động (bot) của cơ quan thuế.\nAnh/chị cứ hỏi như nói chuyện hằng ngày, em hướng dẫn từng bước ạ.',
  [
    choice('Đang được hỏi nhiều', { kind: 'group', group: 'tax-code', page: 0 }),
    choice('Đăng ký mã số thuế', { kind: 'open', procedure: 'tax-code' }),
    choice('Người phụ thuộc', { kind: 'open', procedure: 'dependants' }),
    choice('Hoàn thuế', { kind: 'open', procedure: 'refund' }),
    choice('Hộ kinh doanh', { kind: 'open', procedure: 'household' }),
    choice('Đất đai, nhà ở', { kind: 'open', procedure: 'land' }),
    choice('Gặp cán bộ', { kind: 'person' }),
  ],
);

const PROCEDURES = [
  'Đăng ký mã số thuế cho người chưa có',
  'Sửa thông tin mã số thuế',
  'Khôi phục mã số thuế',
];
const OPENED = PROCEDURES.map((_, index) =>
  choice(`Việc ${index + 1}`, { kind: 'open', procedure: index === 0 ? 'tax-code' : `other-${index}` }),
);

const GROUP: Reply[] = [
  text(
    body([
      { as: 'title', text: 'Mã số thuế' },
      ...OPENED.map(({ payload }, index) => ({ as: 'row' as const, text: PROCEDURES[index] ?? '', payload })),
      'Anh/chị chọn một việc, hoặc gõ câu hỏi ạ.',
    ]),
    [...OPENED, MENU],
  ),
];

const DELETION: Reply[] = [
  buttons('Anh/chị muốn xoá dữ liệu ở chỗ em ạ?', [
    button('Xoá hết', { kind: 'delete_data', confirmed: true }),
    button('Thôi, giữ lại', { kind: 'skip' }),
  ]),
];

const CONSENT: Reply[] = [
  text('Em nghe rồi ạ.'),
  buttons('Em giữ tin nhắn tối đa 30 ngày, anh/chị đồng ý không ạ?', [
    button('Đồng ý', { kind: 'consent', choice: 'yes' }),
    button('Không đồng ý', { kind: 'consent', choice: 'no' }),
  ]),
];

const FACTS: Line[] = [
  { as: 'fact', label: 'Ai làm', text: 'người có thu nhập chưa có mã số thuế.' },
  { as: 'fact', label: 'Bao lâu có kết quả', text: '3 ngày làm việc.' },
  { as: 'fact', label: 'Nộp ở đâu', text: 'qua nơi trả lương hoặc trên https://thuedientu.gdt.gov.vn.' },
];
const BASIS: Line = {
  as: 'basis',
  text: 'Căn cứ: văn bản mẫu 1/2026/TT-MAU',
  checkedOn: '23/11/2026',
  checked: 'kiểm tra ngày 23/11/2026',
};

export const GUIDE: WholeGuide = {
  name: 'Đăng ký mã số thuế cá nhân',
  checkedOn: '2026-11-23',
  ...body([
    { as: 'title', text: 'Đăng ký mã số thuế cá nhân' },
    'Dạ, đây là cách đăng ký mã số thuế cá nhân.',
    ...FACTS,
    '',
    { as: 'title', text: 'Các bước làm' },
    { as: 'item', number: 1, text: 'Chuẩn bị giấy tờ theo danh sách.' },
    { as: 'item', number: 2, text: 'Nộp hồ sơ.' },
    BASIS,
    'Kiểm tra ngày 23/11/2026. Nội dung để tham khảo.',
  ]),
};

const OVERVIEW: Reply[] = [
  {
    ...text(
      body([
        { as: 'title', text: 'Đăng ký mã số thuế cá nhân' },
        'Dạ, đây là cách đăng ký mã số thuế cá nhân.',
        ...FACTS,
        BASIS,
      ]),
    ),
    guide: 'tax-code',
  },
  buttons(
    'Anh/chị muốn xem phần nào?',
    [
      button('Xem từng bước', { kind: 'step', procedure: 'tax-code', step: 0 }),
      linkButton('Mở trang Thuế', 'https://thuedientu.gdt.gov.vn/'),
    ],
    [choice('Cần giấy tờ gì', { kind: 'part', procedure: 'tax-code', part: 'papers' }), MENU, PERSON],
  ),
];

function stepReplies(step: number): Reply[] {
  const next = { kind: 'step', procedure: 'tax-code', step: step + 1 } as const;
  return [
    buttons(
      body([
        { as: 'title', text: `Bước ${step + 1}/3`, about: 'Đăng ký mã số thuế' },
        'Chuẩn bị giấy tờ theo danh sách, chụp rõ bốn góc.',
        BASIS,
      ]),
      [button('Bước tiếp', next), button('Xem menu', { kind: 'menu' })],
    ),
  ];
}

const UNSAFE: Reply[] = [
  buttons('<img src=x onerror="document.title=\'hỏng\'"> xem http://khong-an-toan.vn nhé', [
    linkButton('Mở liên kết', 'javascript:alert(1)'),
  ]),
];

const LONG = Array.from(
  { length: 30 },
  (_, line) => `Dòng ${line + 1}: phần này cố ý dài để thử cuộn trang.`,
).join('\n');
