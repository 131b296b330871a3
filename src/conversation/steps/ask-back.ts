import type { Intent } from '../../content/types.js';
import { formIn } from '../reading/forms.js';
import { choice, PERSON_CHOICE, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { openIntent } from './open.js';

/** When two procedures are equally likely, asks which one is meant instead of guessing. */
export async function askBack(turn: Turn): Promise<Answered | null> {
  if (turn.said === '') return null;
  const match = turn.matcher.match(turn.said);
  const options = match.options.flatMap((id) => turn.content.intents.get(id) ?? []);
  if (match.decision !== 'ask_back' || options.length === 0) return null;
  const counted = {
    ...(match.intent === null ? {} : { intent: match.intent }),
    confidence: match.confidence,
    alternatives: match.alternatives,
  };
  const byForm = onlyUserOfForm(turn, options);
  if (byForm !== undefined) return { ...counted, ...(await openIntent(turn, byForm.id)) };
  const question =
    options.length === 1 ? 'Dạ, có phải anh/chị hỏi việc này không ạ?' : 'Dạ, anh/chị muốn hỏi việc nào ạ?';
  return { ...askWhich(turn, options, question), ...counted };
}

/** Offers intents under a question; a number, a name or a button chooses. */
export function askWhich(turn: Turn, options: readonly Intent[], question: string): Answered {
  turn.state.waiting = { for: 'choice', options: options.map(({ id }) => id), question: '' };
  const names = options.map(({ target, button }, index) => {
    const name = 'procedure' in target ? turn.content.procedures.get(target.procedure)?.name : undefined;
    return `${index + 1}. ${name ?? button}`;
  });
  const choices = options.map(({ id, button }) => choice(button, { kind: 'intent', intent: id }));
  return answered('asked_back_intents', [
    text(`${question}\n${names.join('\n')}\n(Bấm nút bên dưới hoặc gõ số.)`, [
      ...choices,
      choice('Không phải', { kind: 'none_of_these' }),
      PERSON_CHOICE,
    ]),
  ]);
}

/** A form number in the message decides between the options when one of them alone uses it. */
function onlyUserOfForm(turn: Turn, options: readonly Intent[]): Intent | undefined {
  const users = formIn(turn.said, turn.content)?.procedures.map(({ id }) => id) ?? [];
  const [first, ...others] = options.filter(
    ({ target }) => 'procedure' in target && users.includes(target.procedure),
  );
  return others.length === 0 && options.length > 1 ? first : undefined;
}
