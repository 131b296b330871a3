import { probability, type LogisticModel } from './model/logistic.js';
import type { Token } from './text/normaliser.js';
import type { RankedIntent } from './types.js';

/** Words between two matters of one message, folded. A break such as a comma divides as well. */
const CONNECTIVES = new Set('va voi roi con ma luon them xong san hay lai sau cung kem'.split(' '));
const MIN_WORDS = 2;
/** Longer messages are stories, which ask one thing as a rule and divide in many places. */
const MAX_WORDS = 36;
const MAX_SEAMS = 8;
/**
 * From what probability on two matters are believed, and the features of it: the log odds of the less certain part, in the
 * whole message the margins of both and the lead of the lower over any third intent, and the logarithm of the words.
 * Learned from 690 pairs of held-out examples put together and 1,570 single ones; see docs/decisions/0010.
 */
const BELIEVED = 0.8;
const TWO_MATTERS: LogisticModel = { weights: [0.69, -0.82, 2.04, -0.72, 2.5], bias: -5.97 };

/** The whole message: its best intents, best first, and the margin of any intent. */
export interface WholeMessage {
  alternatives: readonly RankedIntent[];
  marginOf: (intent: string) => number;
}

/** Two matters of one message, in the order in which they are asked. */
export interface TwoMatters {
  first: RankedIntent;
  second: RankedIntent;
}

/**
 * Looks for two matters: a place where the message can be divided so that each part asks, surely enough, for an intent of
 * its own that the whole message speaks for too. `best`: the best intent of some words by themselves.
 */
export function twoMatters(
  tokens: readonly Token[],
  whole: WholeMessage,
  best: (words: readonly Token[]) => RankedIntent | undefined,
): TwoMatters | null {
  if (tokens.length > MAX_WORDS) return null;
  let found: TwoMatters | null = null;
  let together = 0;
  for (const seam of seamsOf(tokens).slice(0, MAX_SEAMS)) {
    const first = best(tokens.slice(0, seam));
    if (first === undefined || !isAmong(first, whole)) continue;
    const second = best(tokens.slice(seam));
    if (second === undefined || first.intent === second.intent) continue;
    const confidence = first.confidence * second.confidence;
    if (confidence <= together || !areAhead(first.intent, second.intent, whole)) continue;
    [found, together] = [{ first, second }, confidence];
  }
  return found !== null && isBelieved(found, tokens.length, whole) ? found : null;
}

/** Asked before the second part is scored: most seams of a story end here. */
function isAmong({ intent }: RankedIntent, { alternatives }: WholeMessage): boolean {
  return alternatives.some((alternative) => alternative.intent === intent);
}

/** Places of tokens before which the message may be divided. */
function seamsOf(tokens: readonly Token[]): number[] {
  return [...tokens.keys()].filter((at) => {
    if (at < MIN_WORDS || tokens.length - at < MIN_WORDS || tokens[at]?.place === tokens[at - 1]?.place)
      return false;
    return tokens[at]?.isAfterBreak === true || CONNECTIVES.has(tokens[at]?.folded ?? '');
  });
}

/** Both are among the best of the whole message, and no third is above their mean. */
function areAhead(first: string, second: string, { alternatives }: WholeMessage): boolean {
  const shareOf = (intent: string): number | undefined =>
    alternatives.find((alternative) => alternative.intent === intent)?.confidence;
  const [left, right] = [shareOf(first), shareOf(second)];
  if (left === undefined || right === undefined) return false;
  return alternatives.every(
    ({ intent, confidence }) => intent === first || intent === second || confidence <= (left + right) / 2,
  );
}

function isBelieved({ first, second }: TwoMatters, words: number, whole: WholeMessage): boolean {
  const least = Math.min(first.confidence, second.confidence, 1 - 1e-6);
  const margins = [whole.marginOf(first.intent), whole.marginOf(second.intent)];
  const third = whole.alternatives.find(({ intent }) => intent !== first.intent && intent !== second.intent);
  const lower = Math.min(...margins);
  const lead = third === undefined ? 1 : lower - whole.marginOf(third.intent);
  const features = [Math.log(least / (1 - least)), Math.max(...margins), lower, lead, Math.log(words)];
  return probability(TWO_MATTERS, features) >= BELIEVED;
}
