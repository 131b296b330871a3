import type { Intent, Procedure } from '../../content/types.js';
import { showOverview } from '../guide/show.js';
import { formIn, type FormFound } from '../reading/forms.js';
import { text } from '../replies.js';
import type { Answered, Turn } from '../turn.js';
import { askWhich } from './ask-back.js';

/** More would not be read on a phone. */
const MOST_OPTIONS = 6;

/**
 * "mẫu 08-MST là gì": what the form is for, and the guide of the entry that uses it; which one is meant when several do.
 * Numbers that no entry knows, and longer messages, are left to the next step.
 */
export function answerFormNumber(turn: Turn): Answered | null {
  const found = turn.said === '' ? undefined : formIn(turn.said, turn.content);
  if (found?.alone !== true) return null;
  const open = found.procedures.find(({ id }) => id === turn.state.guide?.procedure);
  const [first, ...others] = open === undefined ? found.procedures : [open];
  if (first === undefined) return null;
  if (others.length === 0) return showUser(turn, found, first);
  const options = found.procedures.flatMap(({ id }) => intentOf(turn, id) ?? []).slice(0, MOST_OPTIONS);
  return askWhich(turn, options, `Dạ, mẫu ${found.form} dùng trong nhiều việc. Anh/chị hỏi việc nào ạ?`);
}

function showUser(turn: Turn, { form, name }: FormFound, procedure: Procedure): Answered {
  const called = name === undefined ? '' : ` (${name})`;
  const guide = showOverview(turn, procedure);
  return {
    ...guide,
    replies: [text(`Dạ, mẫu ${form}${called} dùng trong việc dưới đây ạ.`), ...guide.replies],
  };
}

/** What leads to a procedure: the intent of its own name, else any. */
function intentOf({ content }: Turn, procedure: string): Intent | undefined {
  const leading = [...content.intents.values()].filter(
    ({ target }) => 'procedure' in target && target.procedure === procedure,
  );
  return leading.find(({ id }) => id === procedure) ?? leading[0];
}
