import { wordingsOf } from '../../../content/entry-types.js';
import type { Procedure } from '../../../content/types.js';
import { termsOf, usageOf, type ReadWords, type Terms } from './word-weights.js';

/** What speaks for a pair's being asked, each from 0 to 1; see `WEIGHTS` for what it is worth. */
export interface PairEvidence {
  /** Cosine to the wording most like the message. */
  nearest: number;
  /** Mean of the two nearest: one wording alone may be like it by chance. */
  near: number;
  /** Share of the message that stands in some wording of the pair. */
  inWordings: number;
  /** Share of the message that stands in the answer. */
  inAnswer: number;
  /** Share of the message that stands in this pair and in few others of the entry. */
  ownWords: number;
}

/** What speaks for its asking none of them. */
export interface NoneEvidence {
  /** Share of the message that stands in no pair. */
  strange: number;
  /** Share of the message that stands in the rest of the entry: what it is, papers, steps. */
  inEntry: number;
  /** Number of words, on a logarithmic scale. */
  length: number;
  /** What the message says beside the matter's own words: little for "kê khai thuế quý". */
  substance: number;
}

export interface Evidence {
  /** In the entry's order. */
  pairs: PairEvidence[];
  none: NoneEvidence;
}

/** An entry's questions, ready to be compared with messages. */
export interface PreparedEntry {
  weightOf: (term: string) => number;
  /** `from`, `to`: the places of the pair's wordings among those of the entry. */
  pairs: { from: number; to: number; asked: Terms; answer: Terms }[];
  /** Of each wording of the entry. */
  lengths: readonly number[];
  /** In which wordings each term stands: a message is compared only with those that share a term with it. */
  wordingsWith: ReadonlyMap<string, readonly { wording: number; weight: number }[]>;
  /** In how many pairs each term stands. */
  holders: ReadonlyMap<string, number>;
  rest: Terms;
}

interface Vector {
  weights: ReadonlyMap<string, number>;
  length: number;
}

export function prepareEntry(
  procedure: Procedure,
  weightOf: (term: string) => number,
  read: ReadWords,
): PreparedEntry {
  const terms = (text: string) => termsOf(read(text));
  const vectors: Vector[] = [];
  const pairs = procedure.questions.map((question) => {
    const { answer } = question;
    const wordings = wordingsOf(question).map(terms);
    const from = vectors.length;
    vectors.push(...wordings.map((wording) => vectorOf(wording, weightOf)));
    return {
      from,
      to: vectors.length,
      asked: new Set(wordings.flatMap((wording) => [...wording])),
      answer: terms(answer),
    };
  });
  return {
    weightOf,
    pairs,
    lengths: vectors.map(({ length }) => length),
    wordingsWith: wordingsByTerm(vectors),
    holders: usageOf(pairs.map(({ asked, answer }) => new Set([...asked, ...answer]))).counts,
    rest: terms(restOf(procedure)),
  };
}

function wordingsByTerm(vectors: readonly Vector[]): PreparedEntry['wordingsWith'] {
  const found = new Map<string, { wording: number; weight: number }[]>();
  for (const [wording, { weights }] of vectors.entries())
    for (const [term, weight] of weights) {
      const known = found.get(term);
      if (known === undefined) found.set(term, [{ wording, weight }]);
      else known.push({ wording, weight });
    }
  return found;
}

/** What the entry says beside its questions. */
function restOf(procedure: Procedure): string {
  const { name, button, summary, who, when, noPapers, where, fee, timeLimit, result } = procedure;
  const { papers, steps } = procedure;
  return [
    ...[name, button, summary, who, when, noPapers, where, fee, timeLimit, result],
    ...papers.flatMap((paper) => [paper.name, paper.case, paper.note]),
    ...steps.map(({ text }) => text),
  ].join('\n');
}

export function evidenceOf(words: readonly string[], entry: PreparedEntry): Evidence {
  const message = vectorOf(termsOf(words), entry.weightOf);
  const holders = (term: string) => entry.holders.get(term) ?? 0;
  // Of most words of a message no pair knows anything.
  const held = { ...message, weights: new Map([...message.weights].filter(([term]) => holders(term) > 0)) };
  const likeness = cosines(message, entry);
  const pairs = entry.pairs.map((pair): PairEvidence => {
    const [nearest = 0, second = 0] = likeness.slice(pair.from, pair.to).sort((a, b) => b - a);
    return {
      nearest,
      near: (nearest + second) / 2,
      inWordings: share(held, (term) => Number(pair.asked.has(term))),
      inAnswer: share(held, (term) => Number(pair.answer.has(term))),
      ownWords: share(held, (term) =>
        isIn(pair, term) ? distinction(holders(term), entry.pairs.length) : 0,
      ),
    };
  });
  const none: NoneEvidence = {
    strange: share(message, (term) => Number(holders(term) === 0)),
    inEntry: share(message, (term) => Number(entry.rest.has(term))),
    length: Math.log(1 + words.length) / 3,
    substance: Math.min(1, message.length / 3),
  };
  return { pairs, none };
}

function isIn(pair: { asked: Terms; answer: Terms }, term: string): boolean {
  return pair.asked.has(term) || pair.answer.has(term);
}

/** 1 for a term of one pair alone, 0 for a term of all. */
function distinction(holders: number, pairs: number): number {
  return pairs === 1 ? 1 : Math.log(pairs / holders) / Math.log(pairs);
}

/** How much of the message, by squared weight, has a property (0 to 1 for each term); its root, to be like a cosine. */
function share({ weights, length }: Vector, of: (term: string) => number): number {
  let sum = 0;
  for (const [term, weight] of weights) sum += of(term) * weight * weight;
  return length === 0 ? 0 : Math.sqrt(sum) / length;
}

function vectorOf(terms: Terms, weightOf: (term: string) => number): Vector {
  const weights = new Map([...terms].map((term) => [term, weightOf(term)]));
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  return { weights, length: Math.sqrt(squares) };
}

/** Cosine of the message to each wording of the entry. */
function cosines({ weights, length: own }: Vector, { lengths, wordingsWith }: PreparedEntry): number[] {
  const shared = lengths.map(() => 0);
  for (const [term, weight] of weights)
    for (const { wording, weight: other } of wordingsWith.get(term) ?? [])
      shared[wording] = (shared[wording] ?? 0) + weight * other;
  return lengths.map((length, wording) => {
    const sum = shared[wording] ?? 0;
    return sum === 0 ? 0 : sum / (own * length);
  });
}
