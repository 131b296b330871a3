import { writtenDate } from '../../content/days.js';
import type { Content, Procedure, QuestionAnswer } from '../../content/types.js';
import { fold } from '../../shared/fold.js';
import type { Line } from '../lines.js';

/** The questions that every procedure is asked, each answered from one part of its entry. */
export const ASPECTS = [
  'who',
  'when',
  'papers',
  'where',
  'how_long',
  'cost',
  'result',
  'steps',
  'basis',
] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface Fact {
  as: 'fact';
  label: string;
  text: string;
}

/** The short parts of an entry as labelled lines; a part that the entry lacks is left out, never padded. */
export function keyFacts(procedure: Procedure, content: Content, today: string): Fact[] {
  const facts: [string, string | undefined][] = [
    [procedure.kind === 'procedure' ? 'Ai làm' : 'Dành cho ai', procedure.who],
    ['Khi nào', procedure.when],
    [procedure.kind === 'procedure' ? 'Nộp ở đâu' : 'Ở đâu', procedure.where],
    ['Bao lâu có kết quả', timeLimit(procedure, content, today)],
    ['Phí, lệ phí', procedure.fee],
  ];
  return facts.flatMap(([label, text]) => (text === undefined ? [] : [{ as: 'fact', label, text }]));
}

/** The statutory time and, beside it, what a locality promises: which applies where is always said. */
export function timeLimit(procedure: Procedure, content: Content, today: string): string | undefined {
  const promises = content.promises.filter(
    ({ procedure: id, from, to }) =>
      id === procedure.id && from <= today && (to === undefined || today <= to),
  );
  const local = promises.map(({ place, promise, condition, source }) => {
    const when = condition === undefined ? '' : ` (${condition})`;
    return `Riêng ${place}: ${promise}${when}, theo ${source}.`;
  });
  if (procedure.timeLimit === undefined && local.length === 0) return undefined;
  const statutory = procedure.timeLimit ?? 'Luật không nêu rõ, cần xác nhận với cơ quan thuế.';
  return local.length === 0 ? statutory : [`Theo quy định: ${statutory}`, ...local].join('\n');
}

export function paperLines(procedure: Procedure): Line[] {
  return procedure.papers.map(({ name, form, case: when, note }, index) => {
    const parts = [name, form === undefined ? '' : ` (mẫu ${form})`];
    const tail = [when, note].filter((part) => part !== undefined).join('. ');
    return { as: 'item', number: index + 1, text: `${parts.join('')}${tail === '' ? '' : ` – ${tail}`}` };
  });
}

/** Each law by name, with its articles and since when it is in force. */
export function lawLines(procedure: Procedure): Line[] {
  return procedure.legalBasis.map(({ document, articles, inForce }) => {
    const where = articles === undefined ? '' : `, ${articles}`;
    const since = inForce === undefined ? '' : ` (hiệu lực từ ${writtenDate(inForce)})`;
    return { as: 'item', text: `${document}${where}${since}` };
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
