import { choice, MENU_CHOICE, PERSON_CHOICE, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';

/** Below this a near intent is no help as a suggestion. */
const WORTH_SUGGESTING = 0.15;

/** Says that it isn't known, and every way on: say it shorter, the menu, a person, what came near. */
export function decline(turn: Turn): Answered {
  const match = turn.matcher.match(turn.said);
  const outside = match.intent === null;
  const first = outside
    ? 'Dạ, việc này nằm ngoài những gì em được giao (thủ tục thuế), nên em không dám trả lời bừa.'
    : 'Dạ, em chưa hiểu chắc câu này nên không dám trả lời bừa, sợ sai thì anh/chị thiệt.';
  const ways =
    'Anh/chị thử nói ngắn việc cần làm (ví dụ “đăng ký mã số thuế”), chọn trong menu, hoặc gặp cán bộ ạ.';
  return answered(
    outside ? 'declined_out_of_scope' : 'declined_unknown',
    [text(`${first}\n${ways}`, waysOn(turn, outside ? [] : suggestions(turn)))],
    {
      confidence: match.confidence,
      alternatives: match.alternatives,
    },
  );
}

/** After "Không phải": none of what was offered. */
export function declineOptions(turn: Turn): Answered {
  return answered('declined_unknown', [
    text(
      'Dạ, vậy em chưa biết câu trả lời. Anh/chị nói lại bằng cách khác, chọn trong menu, hoặc gặp cán bộ giúp em ạ.',
      waysOn(turn, []),
    ),
  ]);
}

function suggestions(turn: Turn): Choice[] {
  const { alternatives } = turn.matcher.match(turn.said);
  return alternatives
    .filter(({ confidence }) => confidence >= WORTH_SUGGESTING)
    .slice(0, 2)
    .flatMap(({ intent }) => turn.content.intents.get(intent) ?? [])
    .filter(({ target }) => 'procedure' in target)
    .map(({ id, button }) => choice(button, { kind: 'intent', intent: id }));
}

function waysOn(turn: Turn, near: Choice[]): Choice[] {
  const open = procedureOf(turn, turn.state.guide?.procedure);
  const back =
    open === undefined ? [] : [choice(`Tiếp: ${open.button}`, { kind: 'back_to', procedure: open.id })];
  return [...near, ...back, MENU_CHOICE, PERSON_CHOICE];
}
