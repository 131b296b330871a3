import type { Intent, Procedure } from '../../content/types.js';
import { showOverview } from '../guide/show.js';
import { formIn, type FormFound } from '../reading/forms.js';
import { text } from '../replies.js';
import type { Answered, Turn } from '../turn.js';
import { askWhich } from './ask-back.js';
import type { Candidate } from './candidate.js';

/** In a longer message a form's number decides between matters that the words alone leave open. */
const DECIDES = 0.75;
/** More would not be read on a phone. */
const MAX_OPTIONS = 6;

/** "Mẫu 08-MST là gì": what the form is for, and the guide of the entry that uses it; which one is meant when several do. */
export function proposeForms(turn: Turn): Candidate[] {
  const found = formIn(turn.reading.said, turn.content);
  if (found === undefined) return [];
  if (!found.alone) return decidedByForm(turn, found);
  const open = found.procedures.find(({ id }) => id === turn.state.topic);
  const [first, ...others] = open === undefined ? found.procedures : [open];
  if (first === undefined) return [];
  const base = { kind: 'form' as const, about: found.form, score: 0.97 };
  if (others.length === 0) return [{ ...base, entry: first.id, answer: () => showUser(turn, found, first) }];
  return [
    {
      ...base,
      answer: () => {
        const options = found.procedures.flatMap(({ id }) => intentOf(turn, id) ?? []).slice(0, MAX_OPTIONS);
        return askWhich(turn, options);
      },
    },
  ];
}

function decidedByForm(turn: Turn, { form, procedures }: FormFound): Candidate[] {
  const { decision, options } = turn.reading.match;
  if (decision !== 'ask_back' || turn.state.topic !== undefined) return [];
  const targets = options.flatMap((id) => turn.content.intents.get(id)?.target ?? []);
  const users = procedures.filter(({ id }) =>
    targets.some((target) => 'procedure' in target && target.procedure === id),
  );
  const [only] = users;
  if (only === undefined || users.length > 1) return [];
  return [
    { kind: 'form', about: form, score: DECIDES, entry: only.id, answer: () => showOverview(turn, only) },
  ];
}

function showUser(turn: Turn, { form, name }: FormFound, procedure: Procedure): Answered {
  const guide = showOverview(turn, procedure);
  const called = name === undefined ? form : `${form}: ${name}`;
  return { ...guide, replies: [text(called), ...guide.replies] };
}

/** What leads to a procedure: the intent of its own name, else any. */
export function intentOf({ content }: Turn, procedure: string): Intent | undefined {
  const leading = [...content.intents.values()].filter(
    ({ target }) => 'procedure' in target && target.procedure === procedure,
  );
  return leading.find(({ id }) => id === procedure) ?? leading[0];
}
