import type { Spelling } from '../../shared/letters.js';
import type { CountedWord, Lexicon } from './lexicon.js';

/** One thing that a written word may stand for. */
export interface SpellingCandidate {
  spellings: readonly Spelling[];
  first: CountedWord;
  last: CountedWord;
  /** How likely someone who means it writes what was written. */
  written: number;
  /** How likely the word is where no pair speaks for it; of words that training never met a guess. */
  prior: number;
  isRepaired: boolean;
}

/** How many pairs the prior of a word weighs beside those that were counted. */
const PRIOR_PAIRS = 4;
/** No word: how messages begin speaks for nothing, since out-of-scope messages begin so too. */
const BEGINNING: CountedWord = { folded: '', hash: 0, count: 0 };

/**
 * Chooses one candidate for each written word, so that the message as a whole is the most likely one: a bigram model
 * with Dirichlet smoothing for what is meant, `Candidate.written` for what is typed (a noisy channel, by Viterbi's
 * algorithm). `places`: at least one candidate each.
 */
export function likeliest(
  places: readonly (readonly SpellingCandidate[])[],
  lexicon: Lexicon,
): SpellingCandidate[] {
  let paths: Path[] = [{ share: 1, last: BEGINNING, candidate: null, from: null }];
  for (const candidates of places) {
    const before = paths;
    paths =
      candidates.length === 1 && before.length === 1
        ? [onlyPath(candidates[0] as SpellingCandidate, before[0] as Path)]
        : comparable(candidates.map((candidate) => bestPathTo(candidate, before, lexicon)));
  }
  let best: Path | null = paths.reduce((left, right) => (right.share > left.share ? right : left));
  const chosen: SpellingCandidate[] = [];
  for (; best?.candidate != null; best = best.from) chosen.push(best.candidate);
  return chosen.reverse();
}

interface Path {
  /** How likely the path is, relative to the best one to the same place. */
  share: number;
  last: CountedWord;
  candidate: SpellingCandidate | null;
  from: Path | null;
}

function onlyPath(candidate: SpellingCandidate, from: Path): Path {
  return { share: 1, last: candidate.last, candidate, from };
}

/** So that long messages do not come to numbers too small to tell apart. */
function comparable(paths: Path[]): Path[] {
  const best = paths.reduce((most, { share }) => Math.max(most, share), 0);
  for (const path of paths) path.share /= best;
  return paths;
}

function bestPathTo(candidate: SpellingCandidate, before: readonly Path[], lexicon: Lexicon): Path {
  let from: Path | null = null;
  let share = -1;
  for (const path of before) {
    const through = path.share * pairProbability(path.last, candidate.first, candidate.prior, lexicon);
    if (through > share) [from, share] = [path, through];
  }
  return { share: share * candidate.written, last: candidate.last, candidate, from };
}

function pairProbability(left: CountedWord, right: CountedWord, prior: number, lexicon: Lexicon): number {
  return (lexicon.pairCount(left, right) + PRIOR_PAIRS * prior) / (left.count + PRIOR_PAIRS);
}
