import { body, type Line } from './lines.js';
import { button, buttons, choice, text } from './replies.js';
import type { ConversationSettings, Turn } from './turn.js';
import { say } from './wording/say.js';
import type { Button, Channel, Consent, Reply } from './types.js';

/** Changes whenever the notice's meaning does; a consent given to another version is asked for anew. */
export const NOTICE_VERSION = '2 (27/11/2026)';

type Speaker = Pick<Turn, 'settings' | 'content' | 'state' | 'event'>;

export function needsNotice(consent: Consent): boolean {
  return consent.choice === 'unasked' || consent.noticeVersion !== NOTICE_VERSION;
}

/** The short notice that comes with the first answer: who, what, how long, rights, automatic (privacy facts, section 4). */
export function notice({ settings, content, state, event }: Speaker): Reply {
  const through = event.channel === 'messenger' ? ' qua Messenger (nền tảng nước ngoài)' : '';
  const key = settings.consentMode === 'ask' ? 'notice_ask' : 'notice_keep';
  const { authority, retentionDays } = settings;
  return buttons(
    say({ content, state }, key, { authority, through, days: String(retentionDays) }),
    noticeButtons(),
  );
}

function noticeButtons(): Button[] {
  return [
    button('Đồng ý', { kind: 'consent', choice: 'yes' }),
    button('Không đồng ý', { kind: 'consent', choice: 'no' }),
    button('Xem chi tiết', { kind: 'privacy' }),
  ];
}

/** The whole notice, for whoever asks. */
export function fullNotice(settings: ConversationSettings, channel: Channel): Reply[] {
  const collected =
    channel === 'messenger'
      ? 'tin nhắn anh/chị gõ, thời gian, và mã người dùng Messenger (em chỉ giữ mã này khi còn nợ anh/chị câu trả lời của em hay của cán bộ; trong sổ là một mã khác không đọc ngược được)'
      : 'tin nhắn anh/chị gõ, thời gian, và một mã phiên của trang này';
  return [
    text(
      body([
        part(
          'Ai trả lời',
          `trợ lý tự động của ${settings.authority}. Em có thể sai; câu trả lời để tham khảo, không thay văn bản của cơ quan thuế.`,
        ),
        part(
          'Em nhận gì',
          `${collected}. Em không hỏi số CCCD, mã số thuế, OTP, mật khẩu, số thẻ; lỡ gửi thì em che trước khi lưu. Ảnh và tệp em không tải về.`,
        ),
        part(
          'Để làm gì',
          'trả lời, chuyển cán bộ khi anh/chị nhờ và đồng ý, thống kê không gắn với ai, sửa chỗ em hiểu sai. Không dùng việc khác.',
        ),
      ]),
    ),
    buttons(
      body([
        part('Ai xem được', 'cán bộ phụ trách và đơn vị kỹ thuật theo hợp đồng.'),
        howLong(settings),
        part(
          'Quyền của anh/chị',
          'xem, sửa, xoá, rút đồng ý lúc nào cũng được. Gõ “xoá dữ liệu của tôi”, “bản sao dữ liệu của tôi” hoặc “sửa dữ liệu của tôi”.',
        ),
        `Căn cứ: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15. Bản ${NOTICE_VERSION}.`,
        ...moreAt(settings),
      ]),
      noticeButtons().slice(0, 2),
      [choice('Xoá dữ liệu', { kind: 'delete_data', confirmed: false })],
    ),
  ];
}

function moreAt({ publicUrl }: ConversationSettings): Line[] {
  return publicUrl === undefined ? [] : [`Đọc thêm: ${publicUrl}/quyen-rieng-tu`];
}

function howLong(settings: ConversationSettings): Line {
  return part(
    'Giữ bao lâu',
    `tối đa ${settings.retentionDays} ngày${settings.consentMode === 'ask' ? ', và chỉ khi anh/chị đã đồng ý' : ', trừ khi anh/chị không đồng ý'}; sau đó chỉ còn số đếm. Đoạn trò chuyện với cán bộ: tới khi xong, xoá chậm nhất ${settings.retentionDays} ngày sau đó.`,
  );
}

function part(label: string, words: string): Line {
  return { as: 'fact', label, text: words };
}

/** Said when a citizen comes back after a day, and once at the first greeting. */
export function disclosure(turn: Speaker): string {
  return say(turn, 'disclosure', { authority: turn.settings.authority });
}
