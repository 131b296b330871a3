import { wordingsOf } from '../../content/entry-types.js';
import type { Content, Procedure } from '../../content/types.js';
import { fold, foldedWords } from '../../shared/fold.js';
import { perObject } from '../../shared/per-object.js';

/** A form that a message names, and the entries that use it. */
export interface FormFound {
  /** As the catalogue writes it, e.g. `05-ĐKT`. */
  form: string;
  /** What the form is called, where an entry lists it among its papers. */
  name?: string;
  procedures: Procedure[];
  /** Whether the message says hardly more than the number: "mẫu 08-MST là gì". */
  alone: boolean;
}

interface Form {
  written: string;
  pattern: RegExp;
  /** Entries that list it among their papers, with what it is called there. */
  papers: Map<Procedure, string>;
  /** Entries that speak of it elsewhere: former numbers, notices. */
  mentions: Set<Procedure>;
}

/** "24/ĐKT", "02-1/BK-QTT-TNCN"; no laws and decisions, whose numbers end in a year or have more digits. */
const NUMBER = /(?<![\d/])\d{1,2}(?:-\d)?[-/][A-ZĐ][A-ZĐ0-9]+(?:[-/][A-ZĐ0-9]+)*/gu;
const SEPARATORS = '[\\s./–-]*';
/** Old numbers end in "-TCT", and so do new ones in many people's mouths. */
const OLD_ENDING = `(?:${SEPARATORS}tct)?`;
/** Words around a bare number: whoever says no more asks what the form is for. */
const AROUND = new Set(
  (
    'mau so to khai don giay bieu phieu form file ban van la gi chi j nao o dau mo tai lay xin cho em anh toi tui minh hoi muon ' +
    'can ve voi a ah ad oi da nhe nha vay the rua dung de lam dien in mua down download link thue cai nay ni theo nop sao'
  ).split(' '),
);
const MAX_AROUND = 8;

/** Form numbers are looked up, not guessed: case, diacritics and the signs between their parts make no difference. */
export function formIn(said: string, content: Content): FormFound | undefined {
  const folded = fold(said);
  // A form's number begins with a digit.
  if (!/\d/u.test(folded)) return undefined;
  const hits = formsOf(content)
    .flatMap((form) => {
      const [whole = ''] = form.pattern.exec(folded) ?? [];
      const closeness = whole === '' ? undefined : closenessOf(whole, form.written);
      return closeness === undefined ? [] : [{ form, whole, closeness }];
    })
    .sort((a, b) => a.closeness - b.closeness || b.form.papers.size - a.form.papers.size);
  const [best] = hits;
  if (best === undefined) return undefined;
  const equal = hits.filter(({ closeness }) => closeness === best.closeness).map(({ form }) => form);
  const listed = [...new Set(equal.flatMap(({ papers }) => [...papers.keys()]))];
  const [name] = best.form.papers.values();
  return {
    form: best.form.written,
    ...(name === undefined || equal.length > 1 ? {} : { name }),
    procedures: listed.length > 0 ? listed : [...new Set(equal.flatMap(({ mentions }) => [...mentions]))],
    alone: isAlone(folded.replace(best.whole, ' ')),
  };
}

/** 0 for the whole number, 1 for its old ending added, 2 for its beginning alone ("02/QTT" of 02/QTT-TNCN); else none. */
function closenessOf(whole: string, written: string): number | undefined {
  const said = partsOf(whole).join('');
  const known = partsOf(written).join('').replace(/^0/u, '');
  const bare = said.replace(/^0/u, '');
  if (bare === known) return 0;
  if (bare === `${known}tct`) return 1;
  return known.startsWith(bare) ? 2 : undefined;
}

function isAlone(rest: string): boolean {
  const words = foldedWords(rest);
  return words.length <= MAX_AROUND && words.every((word) => AROUND.has(word));
}

const formsOf = perObject(({ procedures }: Content): Form[] => {
  const forms = new Map<string, Form>();
  const formFor = (written: string): Form => {
    const key = partsOf(written).join(' ');
    const form = forms.get(key) ?? {
      written,
      pattern: patternOf(written),
      papers: new Map<Procedure, string>(),
      mentions: new Set<Procedure>(),
    };
    forms.set(key, form);
    return form;
  };
  for (const procedure of procedures.values()) {
    for (const { form, name } of procedure.papers)
      for (const written of form?.match(NUMBER) ?? []) formFor(written).papers.set(procedure, name);
    for (const written of textOf(procedure).match(NUMBER) ?? []) formFor(written).mentions.add(procedure);
  }
  return [...forms.values()];
});

function textOf({ summary, when, where, result, papers, steps, questions }: Procedure): string {
  return [
    ...[summary, when, where, result],
    ...papers.flatMap(({ name, note }) => [name, note]),
    ...steps.map(({ text }) => text),
    ...questions.flatMap((question) => [...wordingsOf(question), question.answer]),
  ].join('\n');
}

/** The number and the first letters must be there, what follows may be left out from the end. */
function patternOf(written: string): RegExp {
  const [number = '', ...rest] = partsOf(written);
  const numeral = number.startsWith('0') ? `0?${number.slice(1)}` : number;
  const needed = /^\d/.test(rest[0] ?? '') ? 2 : 1;
  const first = [numeral, ...rest.slice(0, needed)].join(SEPARATORS);
  const optional = rest.slice(needed).reduceRight((tail, part) => `(?:${SEPARATORS}${part}${tail})?`, '');
  return new RegExp(`(?<![a-z0-9/])${first}${optional}${OLD_ENDING}(?![a-z0-9]|[/-][a-z0-9])`, 'u');
}

/** "02-1/BK-QTT-TNCN" → 02, 1, bk, qtt, tncn; "24dkt" → 24, dkt. */
function partsOf(written: string): string[] {
  return fold(written).match(/\d+|[a-z]+\d*/gu) ?? [];
}
