import { entryOf } from '../../content/entry-of-intent.js';
import type { Procedure } from '../../content/types.js';
import { hasAspect } from '../guide/aspect-answer.js';
import { questionIndexOf, type QuestionChances } from '../reading/questions/question-index.js';
import { procedureOf, type Turn } from '../turn.js';
import { isInDanger, type TopicChance } from './topic-chance.js';

/** From this chance among the questions of an entry on, the entry knows the question; and how likely it is then meant. */
export const KNOWN_WELL = 0.4;
const SURELY_KNOWN = 0.7;
/** Words hardly like any of its wordings must leave no doubt among the questions. */
const ALL_BUT_SURE = 0.85;
export const LIKE_ENOUGH = 0.2;
/** With the entry in hand less is enough where no other of its questions comes near (ratio). */
const NEARLY_KNOWN = 0.3;
/** Under this likeness to its wordings the words are hardly a question's own. */
export const HARDLY_LIKE = 0.1;
const AHEAD = 1.8;
/** Two likenesses this near are one. */
const AS_LIKE = 0.05;
/** How likely a question that the entry in hand knows is meant of it: by its likeness to the wordings, within bounds. */
const IN_HAND = { least: 0.68, most: 0.88, from: 0.56, perLikeness: 0.55 };
const BESIDE = 0.55;
/** Of an entry beside it only in words this like one of its wordings: few questions make a chance large by chance. */
const LIKE_BESIDE = 0.35;
/** What is left of it where another likely entry knows the question in words this much nearer. */
const NEARER = 0.1;
const RIVALLED = 0.7;
/** The matcher's confidence from which on a message names its matter. */
const SURELY_NAMED = 0.8;
/** An entry this likely may be the matter that the message names. */
const LIKELY_ELSEWHERE = 0.3;
/** The words alone speak for other matters: the entry in hand is less likely than this. */
const SPEAKS_FOR_OTHERS = 0.35;

/** How like the message is to a question that the entry in hand, or another likely one, knows; 0 where it knows none. */
export interface QuestionLikeness {
  inHand: number;
  elsewhere: number;
  /** The words ask for a part and no more, and the entry in hand has it. */
  knowsPart: boolean;
}

export function knownBy(turn: Turn, near: readonly TopicChance[]): QuestionLikeness {
  const known = { inHand: 0, elsewhere: 0, knowsPart: knowsPart(turn) };
  for (const { entry, chance: topic } of near) {
    const procedure = procedureOf(turn, entry);
    const isInHand = entry === turn.state.topic;
    if (procedure === undefined || (!isInHand && topic < LIKELY_ELSEWHERE)) continue;
    for (const { chance, likeness } of chancesOf(turn, procedure).pairs) {
      if (chance < KNOWN_WELL || likeness < LIKE_ENOUGH) continue;
      if (isInHand) known.inHand = Math.max(known.inHand, likeness);
      else known.elsewhere = Math.max(known.elsewhere, likeness);
    }
  }
  return known;
}

function knowsPart(turn: Turn): boolean {
  const { questionType, topicWords } = turn.reading;
  const inHand = procedureOf(turn, turn.state.topic);
  if (questionType === undefined || questionType === 'steps' || topicWords.length > 0) return false;
  return inHand !== undefined && hasAspect(turn, inHand, questionType);
}

export function chancesOf(turn: Turn, procedure: Procedure): QuestionChances {
  return chancesFor(turn, procedure, turn.reading.said);
}

/** The same for other words than the citizen's. */
export function chancesFor({ content, matcher }: Turn, procedure: Procedure, words: string): QuestionChances {
  return questionIndexOf(content, matcher).chances(words, procedure);
}

/** A question of an entry: how likely the entry is meant, how likely the question is among its questions, and the next one. */
interface Asked {
  topic: number;
  chance: number;
  likeness: number;
  next: number;
}

/**
 * A question that the entry in hand knows well is likely meant of it, whatever else its few words might be about; of an
 * entry beside it a little less.
 */
export function spokenOf(
  turn: Turn,
  entry: string,
  { topic, chance, likeness, next }: Asked,
  { inHand, elsewhere, knowsPart }: QuestionLikeness,
): number {
  const { state, content } = turn;
  const isKnown = chance >= (likeness >= LIKE_ENOUGH ? KNOWN_WELL : ALL_BUT_SURE);
  const isNearest = chance >= NEARLY_KNOWN && likeness >= HARDLY_LIKE && chance >= AHEAD * next;
  if (state.topic === entry && !isKnown && isNearest && !isInDanger(state, content)) return IN_HAND.least;
  if (state.topic === undefined || !isKnown) return 0;
  if (state.topic === entry) {
    const nearer = namesAnother(turn, entry) ? -NEARER : NEARER;
    if (elsewhere > Math.max(0, likeness + nearer)) return IN_HAND.least * RIVALLED;
    const { least, most, from, perLikeness } = IN_HAND;
    if (topic >= SPEAKS_FOR_OTHERS) return least;
    return Math.min(most, Math.max(least, from + perLikeness * likeness));
  }
  const isBeside = content.procedures.get(state.topic)?.related.includes(entry) === true;
  // Within a fraud only what is said of the fraud itself may answer.
  if (!isBeside || chance < SURELY_KNOWN || likeness < LIKE_BESIDE || isInDanger(state, content)) return 0;
  // Nor one beside it where the message surely names a third, or nothing at all ("vì sao").
  if (namesAnother(turn, entry) || turn.reading.topicWords.length === 0) return 0;
  return knowsPart || (inHand > 0 && likeness < inHand + NEARER) ? BESIDE * RIVALLED : BESIDE;
}

/** The words surely name one matter, and not this one. */
function namesAnother(turn: Turn, entry: string): boolean {
  const named = surelyNamed(turn);
  return named !== undefined && named.entry !== entry;
}

/** What the words surely name; without an entry where it is an action or an act. */
export function surelyNamed({ content, reading: { match } }: Turn): { entry?: string } | undefined {
  const { decision, confidence, intent } = match;
  if (decision !== 'answer' || confidence < SURELY_NAMED) return undefined;
  const entry = entryOf(content.intents.get(intent ?? ''));
  return entry === undefined ? {} : { entry };
}

/** How like the message is to a question of the entry that it asks this likely and this much like a wording of it; 0 where it asks none. */
export function likenessKnown(
  turn: Turn,
  entry: string,
  least: { chance: number; likeness: number },
): number {
  const procedure = procedureOf(turn, entry);
  const pairs = procedure === undefined ? [] : chancesOf(turn, procedure).pairs;
  const known = pairs.filter(({ chance, likeness }) => chance >= least.chance && likeness >= least.likeness);
  return Math.max(0, ...known.map(({ likeness }) => likeness));
}

/**
 * With another matter in hand, a wording without a word of any matter ("có phải đóng thuế không") names none, nor does one
 * that the matter in hand knows as well ("công ty đó giải thể rồi").
 */
export function mayName(
  { reading, state }: Turn,
  { id }: Procedure,
  likeness: number,
  { inHand }: QuestionLikeness,
): boolean {
  if (state.topic === undefined || state.topic === id) return true;
  return reading.topicWords.length > 0 && inHand < likeness - AS_LIKE;
}
