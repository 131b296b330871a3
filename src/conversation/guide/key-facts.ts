import { writtenDate } from '../../shared/days.js';
import type { Content, Procedure, QuestionAnswer } from '../../content/types.js';
import { fold } from '../../shared/fold.js';
import type { FactLine, Line } from '../lines.js';
import { say, type LabelKey, type Speaker } from '../wording/say.js';

/** The questions that every procedure is asked, each answered from one part of its entry. */
export type Aspect = 'who' | 'when' | 'papers' | 'where' | 'how_long' | 'cost' | 'result' | 'steps' | 'basis';

/** An entry, and what its parts are worded with. */
export interface Guided extends Speaker {
  procedure: Procedure;
  content: Content;
  /** YYYY-MM-DD */
  today: string;
}

/** The short parts of an entry as labelled lines; a part that the entry lacks is left out, never padded. */
export function keyFacts(view: Guided): FactLine[] {
  const { procedure } = view;
  const filed = procedure.kind === 'procedure';
  const facts: [LabelKey, string | undefined][] = [
    [filed ? 'label_who' : 'label_for_whom', procedure.who],
    ['label_when', procedure.when],
    [filed ? 'label_where_to_file' : 'label_where', procedure.where],
    ['label_how_long', timeLimit(view)],
    ['label_cost', procedure.fee],
  ];
  return facts.flatMap(([label, text]) =>
    text === undefined ? [] : [{ as: 'fact', label: say(view, label), text }],
  );
}

/** The statutory time and, beside it, what a locality promises: which applies where is always said. */
export function timeLimit(view: Guided): string | undefined {
  const { procedure, content, today } = view;
  const promises = content.promises.filter(
    ({ procedure: id, from, to }) =>
      id === procedure.id && from <= today && (to === undefined || today <= to),
  );
  const local = promises.map(({ place, promise, condition, source }) => {
    const when = condition === undefined ? '' : ` (${condition})`;
    return say(view, 'time_local', { place, promise: `${promise}${when}`, source });
  });
  if (procedure.timeLimit === undefined && local.length === 0) return undefined;
  const statutory = procedure.timeLimit ?? say(view, 'time_unknown');
  if (local.length === 0) return statutory;
  return [say(view, 'time_by_law', { time: statutory }), ...local].join('\n');
}

/** Each law by name, with its articles and since when it is in force. */
export function lawLines(view: Guided): Line[] {
  return view.procedure.legalBasis.map(({ document, articles, inForce }) => {
    const law = articles === undefined ? document : `${document}, ${articles}`;
    if (inForce === undefined) return { as: 'item', text: law };
    return { as: 'item', text: say(view, 'law_in_force', { law, day: writtenDate(inForce) }) };
  });
}

/** "anh/chị hỏi …" for what an entry does not know: whom, and in a sentence of its own how to reach them. */
export function whomToAsk(procedure: Procedure, content: Content): string {
  const contact = content.contacts.find(({ id }) => id === procedure.askWhom);
  return contact === undefined ? `${procedure.askWhom}.` : `${contact.name}. ${contact.value}`;
}

/** The question to show: its title, else the first wording that is written with diacritics; as a sentence. */
export function shownQuestion({ title, ask }: QuestionAnswer): string {
  const wording = title ?? ask.find((one) => fold(one) !== one.toLowerCase()) ?? ask[0] ?? '';
  const sentence = `${wording.charAt(0).toUpperCase()}${wording.slice(1)}`;
  return /[.?!]$/u.test(sentence) ? sentence : `${sentence}?`;
}
