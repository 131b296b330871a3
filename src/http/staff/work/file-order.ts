import type { Content } from '../../../content/types.js';
import { AppError } from '../../../shared/errors.js';
import type { ReviewDecision } from '../../../staff-work/ports.js';
import { fileable } from '../../../staff-work/review/example-rules.js';
import { intentChoices } from '../../../staff-work/review/judgement.js';

/** What stands in the form with which a wording is filed. */
export interface FileDraft {
  text: string;
  /** As it was looked for, by name or id. */
  intent: string;
  /** Whoever files has read that nobody can be recognised. */
  nobody: boolean;
}

export const draftOf = (form: URLSearchParams): FileDraft => ({
  text: form.get('text') ?? '',
  intent: form.get('other') ?? '',
  nobody: form.get('nobody') === 'yes',
});

/**
 * What the form orders; `edited`: its words are others than those that the page showed a judgement of (`shown` where the
 * form does not say), so they are to be judged before they are filed. Throws what is wrong with the form.
 */
export function orderIn(
  content: Content,
  form: URLSearchParams,
  shown: string,
): { decision: ReviewDecision; intent?: string; edited: boolean } {
  const order = wanted(content, form);
  if (order.decision === 'dismissed') return { ...order, edited: false };
  const { text, nobody } = draftOf(form);
  if (!nobody) throw unconfirmed();
  return { ...order, edited: fileable(text) !== plain(form.get('judged') ?? shown) };
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

const WITHOUT_INTENT = ['out_of_scope', 'dismissed'] as const satisfies ReviewDecision[];

/** A suggestion's own button, or the one beside the field in which an intent was looked for. */
function wanted(content: Content, form: URLSearchParams): { decision: ReviewDecision; intent?: string } {
  const suggested = form.get('intent');
  if (suggested !== null) return { decision: 'filed', intent: suggested };
  const decision = WITHOUT_INTENT.find((known) => known === form.get('decision'));
  if (decision === undefined)
    return { decision: 'filed', intent: lookedFor(content, form.get('other') ?? '') };
  return { decision };
}

/** "Tên (mã)" as the list offers it, the name alone, or the id. */
export function lookedFor(content: Content, typed: string): string {
  const written = typed.normalize('NFC').trim();
  const choice = intentChoices(content).find(
    ({ id, name }) => written === `${name} (${id})` || written === name || written === id,
  );
  if (choice !== undefined) return choice.id;
  throw new AppError('INTENT_UNKNOWN', 'Chưa chọn việc nào trong danh sách.', {
    status: 422,
    remedy: 'Gõ vài chữ của tên thủ tục rồi chọn một dòng gợi ý, hoặc bấm một gợi ý của máy.',
  });
}

export function unconfirmed(): AppError {
  return new AppError('NOT_CONFIRMED', 'Chưa xác nhận câu không để lộ ai.', {
    status: 422,
    remedy: 'Đọc lại câu, sửa nếu cần, rồi đánh dấu vào ô “Tôi đã đọc: không nhận ra ai trong câu này”.',
  });
}
