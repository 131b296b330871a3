import { belongsTo } from '../../content/decisions/of-entry.js';
import type { Decision } from '../../content/types.js';
import type { Turn } from '../turn.js';
import { matterWordsOf, ownWords, type MatterWords, type OwnWords } from './matter-words.js';
import { cueDistance, isCorrecting } from './mentions.js';
import { numberedSourcesIn } from '../reading/entities/numbered-sources.js';
import { topicWords } from '../reading/aspect.js';
import { termsOf } from '../reading/questions/word-weights.js';

/** A word that the decision's entries use at least this share of the time is theirs as well. */
const MIN_OWN = 0.1;
/** A word of more matters than this (share) says nothing of any. */
const COMMON = 0.5;
/** So many words that no fact of the decision uses are about something else. */
const MIN_STRANGE = 2;
/** Words of a correction, of a supposition or of a total; of whichever matter. */
const CORRECTING_WORDS = /^(?:neu|nham|lon|lan|quen|thoi|luon|chinh|sua|tong|cong)$/u;
/** "Right behind": so many characters. */
const BESIDE = 8;
/** From this chance on, and likelier than any other, the matcher itself reads the message as one about the decision's entries. */
const READ_AS_OWN = 0.3;
/** As the matcher reads numbers: "<number>", "<date>". */
const NUMBER_CLASS = /<[^>]+>/u;

/**
 * Whether the message tells of another matter than the decision's, whatever day, sum or word in it one of the decision's
 * facts could take: "hôm qua xuất nhầm tên khách" holds a day, but of no return handed in late. It does where it holds
 * words that name few matters and not this one, or where no word near a value says that it is the fact's and other words
 * stand around it ("mua máy tính 25 triệu" is no salary).
 */
export function tellsOfAnotherMatter(turn: Turn, decision: Decision): boolean {
  const words = matterWordsOf(turn.content, turn.matcher);
  const own = ownWords(words, turn.content, decision);
  const said = contentTerms(turn, words).filter((term) => !own.facts.has(term));
  const foreign = said.filter((term) => names(term, words, own));
  const strange = said.filter((term) => !term.includes(' ') && !isCommon(term, words));
  const { last } = turn.state;
  const isInHand = last?.kind === 'decision' && last.decision === decision.id;
  const cued = cuedWithin(turn, decision);
  // The matter in hand goes on where a value right behind a word of its own is told, unless more is said of the other one.
  const goesOn = isInHand && cued !== undefined && cued <= BESIDE;
  const isOwn = isReadAsOwn(turn, decision);
  if (foreign.length > 0 && (!goesOn || strange.length > MIN_STRANGE) && !isOwn) return true;
  const isTold = cued === undefined ? isInHand && isVariation(turn) : cued < Infinity;
  if (isTold || isCorrecting(turn.reading.folded)) return false;
  return strange.length >= MIN_STRANGE && !(isOwn && cued === undefined);
}

/** "Thế …", "nếu … thì sao": the same question with another value. */
function isVariation({ reading: { folded, followsUp } }: Turn): boolean {
  return followsUp || /\b(?:neu|gia su|thi (?:sao|rang|the nao))\b|^(?:nuoi |co )?them\b/u.test(folded);
}

/**
 * Whether the message says nothing but another value of a fact that the decision was given before: "thế 2 con thì sao",
 * "à nhầm, 3 tỷ". It is then meant, whatever was spoken of since.
 */
export function onlyVaries(turn: Turn, decision: Decision): boolean {
  if (!isVariation(turn) && !isCorrecting(turn.reading.folded)) return false;
  const words = matterWordsOf(turn.content, turn.matcher);
  const { facts } = ownWords(words, turn.content, decision);
  return contentTerms(turn, words).every((term) => term.includes(' ') || facts.has(term));
}

/** "20 triệu thôi": values, and no word that says anything of any matter. */
export function tellsOnlyValues(turn: Turn): boolean {
  const words = matterWordsOf(turn.content, turn.matcher);
  return turn.reading.entities.length > 0 && contentTerms(turn, words).length === 0;
}

/** "Tầm 1 triệu rưỡi", "trung bình 4tr": words of about. */
const ABOUT = /^(?:tam|khoang|chung|gan|hon|trung|binh|tinh|uoc)$/u;

/** Whether every word beside the values is one of the decision's facts, or says nothing of any matter. */
export function saysOnly(turn: Turn, decision: Decision): boolean {
  const words = matterWordsOf(turn.content, turn.matcher);
  const { facts } = ownWords(words, turn.content, decision);
  return contentTerms(turn, words).every(
    (term) => term.includes(' ') || facts.has(term) || isCommon(term, words) || ABOUT.test(term),
  );
}

function names(term: string, words: MatterWords, own: OwnWords): boolean {
  const { counts, telling } = words;
  const isCommonPair = term.includes(' ') && term.split(' ').some((word) => isCommon(word, words));
  return (
    telling.has(term) && !isCommonPair && (own.counts.get(term) ?? 0) < MIN_OWN * (counts.get(term) ?? 0)
  );
}

function isCommon(term: string, { matters, count }: MatterWords): boolean {
  return (matters.get(term) ?? 0) > COMMON * count;
}

const termsRead = new WeakMap<Turn['reading'], { words: MatterWords; terms: readonly string[] }>();

/** Read once for one message: every decision in play asks for them. */
function contentTerms({ reading }: Turn, words: MatterWords): readonly string[] {
  const known = termsRead.get(reading);
  if (known?.words === words) return known.terms;
  const terms = readTerms(reading, words);
  termsRead.set(reading, { words, terms });
  return terms;
}

/** Words that carry a topic, and their pairs, without those of values and those that only correct. */
function readTerms({ said, folded, entities, language }: Turn['reading'], { read }: MatterWords): string[] {
  // Of an English message the values stand in what it says in Vietnamese.
  const typed = language === 'en' ? folded : said.normalize('NFC');
  const rest = [...entities, ...numberedSourcesIn(folded), ...partsNamed(folded)].reduce(
    (text, { start, end }) => `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`,
    typed.length === folded.length ? typed : folded,
  );
  const words = read(rest).filter((word) => !NUMBER_CLASS.test(word) && !CORRECTING_WORDS.test(word));
  return [...termsOf(topicWords(words.join(' ')))];
}

/** "600tr, tính cả tiền chậm nộp", "gồm luôn tiền phạt": what is in the sum beside it, no matter of its own. */
const PART_NAMED =
  /\d[^\d.;?!\n]{0,16}?\b((?:bao gom|tinh|gom|ke|cong) (?:ca|luon|chung|het|ca luon)\b(?: \p{L}+){1,5})/gu;

function partsNamed(folded: string): { start: number; end: number }[] {
  return [...folded.matchAll(PART_NAMED)].map(({ index, 0: { length }, 1: named = '' }) => ({
    start: index + length - named.length,
    end: index + length,
  }));
}

/** Characters between a value and the nearest word of one of the decision's facts; `undefined` where no value is told. */
function cuedWithin(
  { reading: { entities, folded }, content }: Turn,
  { facts }: Decision,
): number | undefined {
  if (entities.length === 0) return undefined;
  const cues = facts.flatMap(({ fact }) => content.facts.get(fact)?.cues ?? []);
  return Math.min(...entities.map((entity) => cueDistance(entity, cues, folded, entities) ?? Infinity));
}

function isReadAsOwn({ reading, content }: Turn, decision: Decision): boolean {
  let [own, other] = [0, 0];
  for (const [intent, chance] of reading.topics) {
    const target = content.intents.get(intent)?.target;
    const isOwn = target !== undefined && 'procedure' in target && belongsTo(decision, target.procedure);
    if (isOwn) own += chance;
    else other = Math.max(other, chance);
  }
  return own >= READ_AS_OWN && own >= other;
}
