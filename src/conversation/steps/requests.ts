import type { RequestKind } from '../types.js';
import { keepsText } from '../state/conversation-state.js';
import { MENU_CHOICE, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';

/** Contacts given to whoever wants a person, as far as staff have listed them. */
const HELP_CONTACTS = ['thue-co-so', 'cong-ho-tro-nnt', 'tong-dai-1022'];

async function file(turn: Turn, kind: RequestKind): Promise<{ code: string; kind: RequestKind }> {
  const context = keepsText(turn.state, turn.settings.consentMode) ? contextOf(turn) : turn.state.topic;
  const code = await turn.requests.file({
    eventKey: turn.event.key,
    conversationId: turn.event.conversationId,
    kind,
    ...(context === undefined || context === '' ? {} : { context }),
    at: turn.now,
  });
  return { code, kind };
}

function contextOf(turn: Turn): string {
  const topic = turn.state.topic === undefined ? '' : `[${turn.state.topic}] `;
  return `${topic}${turn.event.kind === 'text' ? turn.said : ''}`.trim();
}

/**
 * Puts down what a citizen asked for and the bot does at once, so that it can be shown later that and when it was done
 * (privacy facts, section 6). Nothing of what was said goes with it. A deletion is closed by being carried out.
 */
export async function registerDataWish(
  turn: Turn,
  kind: 'data_deletion' | 'consent_withdrawal',
): Promise<{ code: string; kind: RequestKind }> {
  const { key: eventKey, conversationId } = turn.event;
  const done = kind === 'consent_withdrawal';
  return { code: await turn.requests.file({ eventKey, conversationId, kind, at: turn.now, done }), kind };
}

/** Files the wish for a person and gives the ways to reach one. Promises no call-back: nobody here can keep it. */
export async function askPerson(turn: Turn): Promise<Answered> {
  const request = await file(turn, 'person');
  const contacts = HELP_CONTACTS.flatMap(
    (id) => turn.content.contacts.find((contact) => contact.id === id) ?? [],
  );
  const lines = [
    `Dạ, em đã ghi lại để cán bộ xem, mã của anh/chị là ${request.code}. Gõ mã này để hỏi yêu cầu tới đâu.`,
    'Em không hẹn trước được khi nào có người trả lời. Cần gấp, anh/chị liên hệ thẳng giúp em:',
    ...contacts.map(({ name, value }) => `• ${name}: ${value}`),
  ];
  const about = procedureOf(turn, turn.state.topic)?.id;
  return {
    ...answered('handed_over_person', [text(lines.join('\n'), [MENU_CHOICE])]),
    request,
    ...(about === undefined ? {} : { procedure: about }),
  };
}

const DATA_REQUESTS: Record<'data_copy' | 'data_correction', string> = {
  data_copy: 'lấy bản sao dữ liệu',
  data_correction: 'sửa dữ liệu',
};

/** Working days and days: privacy facts, section 6. */
export async function askData(turn: Turn, kind: 'data_copy' | 'data_correction'): Promise<Answered> {
  const request = await file(turn, kind);
  const words = `Dạ, em đã ghi yêu cầu ${DATA_REQUESTS[kind]}, mã ${request.code}. Theo luật, nơi giữ dữ liệu phải xác nhận trong 2 ngày làm việc và làm xong trong 10 ngày (có thể gia hạn thêm 10 ngày). Anh/chị gõ mã này để hỏi tới đâu ạ.`;
  return { ...answered('handed_over_data_request', [text(words, [MENU_CHOICE])]), request };
}

export async function fileLowRating(turn: Turn): Promise<{ code: string; kind: RequestKind }> {
  return file(turn, 'low_rating');
}

const CODE = /\bYC-?([A-Z0-9]{4,8})\b/iu;

/** A code in the message: how the request stands. Leaves messages without one to the next step. */
export async function answerRequestCode(turn: Turn): Promise<Answered | null> {
  const code = CODE.exec(turn.said)?.[1];
  if (code === undefined) return null;
  return statusOf(turn, `YC-${code.toUpperCase()}`);
}

async function statusOf(turn: Turn, code: string): Promise<Answered> {
  const status = await turn.requests.status(turn.event.conversationId, code);
  const words =
    status ??
    `Dạ, em không thấy mã ${code} trong cuộc trò chuyện này. Anh/chị xem lại mã giúp em, hoặc gõ “gặp cán bộ” ạ.`;
  return answered('answered_request_status', [text(words, [MENU_CHOICE])]);
}
