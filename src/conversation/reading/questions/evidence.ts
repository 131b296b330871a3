import type { Procedure } from '../../../content/types.js';
import { termsOf, type ReadWords, type Terms } from './word-weights.js';

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
  pairs: { wordings: Vector[]; asked: Terms; answer: Terms }[];
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
  const pairs = procedure.questions.map(({ ask, answer }) => {
    const wordings = ask.map(terms);
    return {
      wordings: wordings.map((wording) => vectorOf(wording, weightOf)),
      asked: new Set(wordings.flatMap((wording) => [...wording])),
      answer: terms(answer),
    };
  });
  return { weightOf, pairs, rest: terms(restOf(procedure)) };
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
  const held = new Map(
    [...message.weights.keys()].map((term) => [
      term,
      entry.pairs.reduce((count, pair) => count + Number(isIn(pair, term)), 0),
    ]),
  );
  const holders = (term: string) => held.get(term) ?? 0;
  const pairs = entry.pairs.map((pair): PairEvidence => {
    const likeness = pair.wordings.map((wording) => cosine(message, wording)).sort((a, b) => b - a);
    const [nearest = 0, second = 0] = likeness;
    return {
      nearest,
      near: (nearest + second) / 2,
      inWordings: share(message, (term) => Number(pair.asked.has(term))),
      inAnswer: share(message, (term) => Number(pair.answer.has(term))),
      ownWords: share(message, (term) =>
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

function cosine(a: Vector, b: Vector): number {
  let shared = 0;
  for (const [term, weight] of a.weights) shared += weight * (b.weights.get(term) ?? 0);
  return shared === 0 ? 0 : shared / (a.length * b.length);
}
