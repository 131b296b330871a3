import { decodePayload } from '../../../src/conversation/payloads.js';
import { button, buttons, choice, linkButton, text } from '../../../src/conversation/replies.js';
import type { CitizenEvent, Reply } from '../../../src/conversation/types.js';

const MENU = choice('Xem menu', { kind: 'menu' });
const PERSON = choice('Gặp cán bộ', { kind: 'person' });

/** Answers of every form the page has to show; what they say is made up for the test. */
export function scriptedAnswers(event: CitizenEvent): Reply[] {
  const pressed = decodePayload(event.payload);
  if (pressed?.kind === 'get_started') return GREETING;
  if (pressed?.kind === 'step') return stepReplies(pressed.step);
  if (pressed?.kind === 'menu') return [text('Anh/chị chọn một nhóm việc nhé.', [MENU, PERSON])];
  const said = event.text ?? '';
  if (/im lặng/.test(said)) return [];
  if (/dài/.test(said)) return [text(LONG), text('Hết phần dài.', [MENU])];
  if (/nguy hiểm/.test(said)) return UNSAFE;
  if (/đăng ký|dang ky/.test(said)) return OVERVIEW;
  return [text(`Em nghe: ${said}`, [MENU, PERSON])];
}

const GREETING: Reply[] = [
  buttons(
    'Dạ, em chào anh/chị. Em là Đồng Hành, trợ lý tự động (bot) của cơ quan thuế.\nAnh/chị cứ hỏi như nói chuyện hằng ngày, em hướng dẫn từng bước ạ.',
    [
      button('Xem menu', { kind: 'menu' }),
      button('Mã số thuế', { kind: 'group', group: 'tax-code', page: 0 }),
      button('Gặp cán bộ', { kind: 'person' }),
    ],
    [
      choice('Đăng ký mã số thuế', { kind: 'open', procedure: 'tax-code' }),
      choice('Người phụ thuộc', { kind: 'open', procedure: 'dependants' }),
      choice('Hoàn thuế', { kind: 'open', procedure: 'refund' }),
      choice('Hộ kinh doanh', { kind: 'open', procedure: 'household' }),
    ],
  ),
];

const OVERVIEW: Reply[] = [
  text(
    'Dạ, đây là cách đăng ký mã số thuế cá nhân.\n\nAi làm: người có thu nhập chưa có mã số thuế.\nBao lâu: xem phần thời hạn.\nNộp ở đâu: qua nơi trả lương hoặc trên https://thuedientu.gdt.gov.vn.',
  ),
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
      `Bước ${step + 1}/3. Chuẩn bị giấy tờ theo danh sách, chụp rõ bốn góc.\n(Căn cứ: văn bản mẫu – kiểm tra ngày 23/11/2026.)`,
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
