import type { Fact, FactValue } from '../../content/decisions/types.js';
import { fold } from '../../shared/fold.js';
import { perObject } from '../../shared/per-object.js';
import type { FactReading } from './facts-told.js';
import { isNegated, placesOf } from './mentions.js';

type Said = Pick<FactReading, 'text' | 'folded' | 'entities'>;

/**
 * The option whose wording the message holds. Of wordings that overlap the one that says more wins ("con dâu" of "bán cho
 * con dâu"); of the others the longest, of equal ones the last. Wordings that only answer the fact's own question ("có",
 * "không") count when it was asked.
 */
function choiceIn(fact: Fact, said: Said, asked: boolean): FactValue | undefined {
  const found = fact.options.flatMap(({ id, words, named, answers, beforeSum }) =>
    [
      ...wordingPlaces(words, said),
      ...wordingPlaces(beforeSum, said).filter((place) => standsBeforeSum(place, said)),
      ...(asked && isShort(said)
        ? [named, answers].flatMap((list) => wordingPlaces(list, said, { bare: true }))
        : wordingPlaces(named, said, { bare: true }).filter((place) => isNamed(place, fact, said.folded))),
    ]
      .filter((place) => !isNegated(place, said.folded) && !givesNothing(place, fact, said.folded))
      .map(({ start, end }) => ({ id, start, end })),
  );
  const standing = found.filter((one) => !found.some((other) => saysMore(other, one)));
  const best = standing.sort((a, b) => b.end - b.start - (a.end - a.start) || b.start - a.start)[0];
  return best === undefined ? undefined : { kind: 'choice', value: best.id };
}

/** A longer message (words) answers in the fact's own wordings: "hỏi qua chuyện khác, …" is no "khác". */
const MAX_ANSWER_WORDS = 8;

function isShort({ folded }: Pick<Said, 'folded'>): boolean {
  return folded.trim().split(/\s+/u).length <= MAX_ANSWER_WORDS;
}

/** One of the fact's `after` ends right before the wording, or one of its `before` begins right behind it. */
function isNamed({ start, end }: Place, { after, before }: Fact, folded: string): boolean {
  const [left, right] = [folded.slice(Math.max(0, start - BESIDE), start), folded.slice(end, end + BESIDE)];
  return (
    after.some((words) => new RegExp(`\\b${gapped(words)}${FILLER}$`, 'u').test(left)) ||
    before.some((words) => new RegExp(`^${FILLER}${gapped(words)}\\b`, 'u').test(right))
  );
}

const BESIDE_SUM = /^\s*(?:(?:them|khoang|chung|tam|gan|hon|het|tron|luon|ca|dc|duoc)\s+){0,2}$/u;

/** Nothing but "khoảng", "thêm" and the like between the wording and a sum: "cho em 500 triệu", no "cho em miếng đất 500 triệu". */
function standsBeforeSum({ end }: Place, { entities, folded }: Said): boolean {
  return entities.some(
    ({ kind, start }) => kind === 'money' && start >= end && BESIDE_SUM.test(folded.slice(end, start)),
  );
}

/** "Bác cho con hỏi", "mẹ cho em vay": who is asked for leave, lends or lets gives nothing. */
const NO_GIFT =
  /^(?:[a-z]{1,8}\s){0,3}cho\s(?:[a-z]{1,6}\s){0,2}(?:hoi|biet|xin|phep|coi thu|gap|vay|muon|thue|o nho)\b/u;

function givesNothing({ start }: Place, { before }: Fact, folded: string): boolean {
  return before.length > 0 && NO_GIFT.test(folded.slice(start, start + BESIDE));
}

/** How far a pattern around a wording may reach (characters). */
const BESIDE = 60;
/** Up to two words between: "cho thằng em họ", "mẹ em bán cho". */
const FILLER = '\\s{0,3}(?:[a-z]{1,6}\\s){0,2}';

/** `…` stands for up to 30 characters of the same sentence. */
function gapped(words: string): string {
  return words
    .split(/\s*(?:…|\.\.\.)\s*/u)
    .map((part) => part.replace(/[^\p{L}\d ]/gu, ''))
    .join('\\b[^.,;?!]{1,30}\\b');
}

interface Place {
  start: number;
  end: number;
}

/** `other` holds all of `one` and more, or overlaps it and goes on further. */
function saysMore(other: Place, one: Place): boolean {
  if (other.start <= one.start && other.end >= one.end) return other.end - other.start > one.end - one.start;
  return other.start > one.start && other.start < one.end && other.end > one.end;
}

/** A value told by its wording: "chưa có con" is 0 dependants. */
export function wordedValue(fact: Fact, said: Said, asked: boolean): FactValue | undefined {
  if (fact.kind === 'choice') return choiceIn(fact, said, asked);
  return fact.buttons.find(({ words }) => wordingPlaces(words, said).length > 0)?.value;
}

/**
 * Where a wording stands, typed with its marks or without any. One syllable with marks must have them: "dì" is no "di",
 * "dâu" no "dau"; a list that means the bare one too says so.
 */
export function wordingPlaces(
  words: readonly string[],
  { text, folded }: Pick<Said, 'text' | 'folded'>,
  { bare = false } = {},
): { start: number; end: number }[] {
  const found = spelled(words)
    .filter(({ own }) => folded.includes(own))
    .flatMap(({ word, own }) => placesOf([own], folded).map((place) => ({ word, own, ...place })));
  if (found.length === 0) return [];
  const typed = text.length === folded.length ? text.normalize('NFC').toLowerCase() : folded;
  return found.filter(
    ({ word, own, start, end }) =>
      sameWords(typed.slice(start, end), word, bare) && !isOnPaper(own, folded.slice(end)),
  );
}

/** "O to nao", "o to khai": typed without marks a sheet of paper ("ở tờ …") looks like a car ("ô tô"). */
const PAPER = /^\s(?:nao|khai|mau|giay|trinh|don|so|may|nay|do|kia|0?\d{1,2}\/)/u;

function isOnPaper(own: string, behind: string): boolean {
  return own === 'o to' && PAPER.test(behind);
}

interface Spelled {
  word: string;
  /** Folded. */
  own: string;
}

/** The wordings of a list of the content in all their spellings, written out once for one version of the content. */
const spelled = perObject((words: readonly string[]): readonly Spelled[] =>
  words.flatMap(spellings).map((word) => ({ word, own: fold(word) })),
);

/** How "không" is typed; a wording with it stands for all of them. */
const NO = ['không', 'khong', 'ko', 'k', 'kg', 'hông', 'hổng', 'hong', 'hok', 'hem', 'chẳng', 'chả'];

function spellings(word: string): string[] {
  return /(?:^| )không(?: |$)/u.test(word)
    ? NO.map((no) => word.replace(/(^| )không(?= |$)/u, `$1${no}`))
    : [word];
}

function sameWords(typed: string, word: string, bare: boolean): boolean {
  const [own, wanted] = [typed.split(' '), word.split(' ')];
  if (wanted.length === 1 && !bare) return sameMarks(typed, word);
  return own.every(
    (syllable, index) => syllable === fold(syllable) || sameMarks(syllable, wanted[index] ?? ''),
  );
}

/** The same letters and marks, wherever the tone is put: "hoá" and "hóa". */
function sameMarks(a: string, b: string): boolean {
  const marks = (text: string) => (text.normalize('NFD').match(/\p{M}|đ/gu) ?? []).sort().join('');
  return fold(a) === fold(b) && marks(a) === marks(b);
}
