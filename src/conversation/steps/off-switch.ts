import { choice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';

/** While switched off: one line that says how to switch on again. Deleting data and a person stay within reach (commands come first). */
export function answerWhileStopped(turn: Turn): Answered | null {
  if (!turn.state.stopped) return null;
  return answered('declined_stopped', [
    text('Em đang tạm dừng theo ý anh/chị. Muốn hỏi tiếp, anh/chị gõ “bắt đầu” ạ.', [
      choice('Bắt đầu', { kind: 'start' }),
    ]),
  ]);
}
