import { choice, PERSON_CHOICE, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';

/** When two procedures are equally likely, asks which one is meant instead of guessing. */
export function askBack(turn: Turn): Answered | null {
  if (turn.said === '') return null;
  const match = turn.matcher.match(turn.said);
  const options = match.options.flatMap((id) => turn.content.intents.get(id) ?? []);
  if (match.decision !== 'ask_back' || options.length === 0) return null;
  turn.state.waiting = { for: 'choice', options: options.map(({ id }) => id), question: '' };
  const names = options.map(({ target, button }, index) => {
    const name = 'procedure' in target ? turn.content.procedures.get(target.procedure)?.name : undefined;
    return `${index + 1}. ${name ?? button}`;
  });
  const question =
    options.length === 1 ? 'Dạ, có phải anh/chị hỏi việc này không ạ?' : 'Dạ, anh/chị muốn hỏi việc nào ạ?';
  const choices = options.map(({ id, button }) => choice(button, { kind: 'intent', intent: id }));
  return answered(
    'asked_back_intents',
    [
      text(`${question}\n${names.join('\n')}\n(Bấm nút bên dưới hoặc gõ số.)`, [
        ...choices,
        choice('Không phải', { kind: 'none_of_these' }),
        PERSON_CHOICE,
      ]),
    ],
    {
      ...(match.intent === null ? {} : { intent: match.intent }),
      confidence: match.confidence,
      alternatives: match.alternatives,
    },
  );
}
