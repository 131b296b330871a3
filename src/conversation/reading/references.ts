import { fold } from '../../shared/fold.js';
import { ONE_TO_NINE } from './entities/number-words.js';

/** What a message points at instead of naming it. Numbers count from 1; `last` is the end of a list. */
export type Reference =
  | { to: 'step'; number: number | 'last' }
  /** "câu 2", "cái thứ hai", a bare "2": one of what was listed. */
  | { to: 'option'; number: number | 'last'; bare: boolean }
  /** "cái đó", "việc này": what was spoken of. */
  | { to: 'topic' };

const ORDINALS: Readonly<Record<string, number>> = {
  dau: 1,
  'dau tien': 1,
  nhat: 1,
  nhi: 2,
  ...ONE_TO_NINE,
};
const ORDINAL =
  '(dau tien|dau|nhat|mot|hai|nhi|ba|tu|bon|nam|sau|bay|tam|chin|cuoi cung|cuoi|chot|[1-9]\\d?)';
const STEP = new RegExp(
  `\\b(?:(?:buoc|khuc|doan)\\s(?:thu |so )?|b(?=[1-9]\\b))${ORDINAL}(?!\\s*(?:ngay|thang|trieu|tr|tiep|sau))\\b`,
  'u',
);
const options = new Map<string, RegExp>();
const OPTION = optionOf('cau|cai|so|muc|y|viec|lua chon|phuong an|hang|dong');
const BARE = /^\D{0,10}?([1-9]\d?)\s{0,3}(?:a|ah|nha|nhe|di|em|e|ad|\.|\))?$/u;
const THAT =
  /\b(?:cai|viec|vu|thu tuc|cho|phan|khoan|buoc|thu)\s(?:do|nay|ni|no|kia|ay|tren|vua roi|hoi nay)\b/u;

/** "Bước 3", "câu đầu", "cái thứ hai", "2"; a bare number only where it is all that is said. */
export function referenceIn(said: string): Reference | undefined {
  const folded = fold(said).trim();
  const step = STEP.exec(folded)?.[1];
  const stepNumber = step === undefined || isNext(step, said) ? undefined : numberOf(step);
  if (stepNumber !== undefined) return { to: 'step', number: stepNumber };
  const option = OPTION.exec(folded)?.[1];
  if (option !== undefined && folded.split(/\s+/u).length <= 8) {
    const number = numberOf(option);
    if (number !== undefined) return { to: 'option', number, bare: false };
  }
  const bare = BARE.exec(folded)?.[1];
  if (bare !== undefined) return { to: 'option', number: Number(bare), bare: true };
  return THAT.test(folded) ? { to: 'topic' } : undefined;
}

/** "Bước sau" is the next one; the sixth is "bước sáu", "bước thứ sáu". */
function isNext(word: string, said: string): boolean {
  return word === 'sau' && !/\bthu sau\b/u.test(fold(said)) && !/sáu/iu.test(said.normalize('NFC'));
}

/** "Suất đầu tiên", "khung thứ hai": which of those that the nouns (a pattern) name. Folded. */
export function ordinalIn(folded: string, nouns: string): number | 'last' | undefined {
  const word = optionOf(nouns).exec(folded)?.[1];
  return word === undefined ? undefined : numberOf(word);
}

function optionOf(nouns: string): RegExp {
  const known = options.get(nouns) ?? new RegExp(`\\b(?:${nouns})(?: thu| so)? ${ORDINAL}\\b`, 'u');
  options.set(nouns, known);
  return known;
}

function numberOf(word: string): number | 'last' | undefined {
  if (/^(?:cuoi|chot)/u.test(word)) return 'last';
  return /^\d/u.test(word) ? Number(word) : ORDINALS[word];
}
