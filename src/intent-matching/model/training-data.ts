import type { Example, Vocabulary } from '../types.js';
import { hashOf } from '../hash.js';
import { EDGE, Lexicon } from '../text/lexicon.js';
import { Normaliser, wordsWithMarks, type Token } from '../text/normaliser.js';
import { textHash } from './folds.js';
import { FeatureBuffer } from './feature-buffer.js';
import { partsOf } from './label-parts.js';
import type { SvmTask } from './support-vectors.js';
import { RowCollector, type CollectedRows } from './row-collector.js';
import { PairCounter, type PairCounts } from '../text/word-pairs.js';

/** Examples brought to rows of numbers, and what is needed to bring a message to the same. */
export interface TrainingData extends CollectedRows {
  /** The class of each row: the place of its intent in `intents`; `intents.length` for out of scope. */
  labels: Int32Array;
  /** `textHash` of each row: fixes its fold. */
  textHashes: Uint32Array;
  /** In alphabetical order, so that the order of the files does not matter. */
  intents: string[];
  /** What joint labels are made of: see `partsOf`. */
  parts: number[][];
  hasOutOfScope: boolean;
  ordinaryWords: Set<string>;
  words: WordStatistics;
}

/** Which words the examples have, and which of them beside each other: plain data. */
export interface WordStatistics {
  counts: [string, number][];
  pairs: PairCounts;
}

export function prepare(examples: readonly Example[], vocabulary: Vocabulary): TrainingData {
  const intents = [...new Set(examples.flatMap(({ intent }) => (intent === null ? [] : [intent])))].sort();
  const places = new Map(intents.map((intent, place) => [intent, place]));
  const ordinaryWords = wordsWithMarks(examples.map(({ text }) => text));
  const reader = new Normaliser(vocabulary, ordinaryWords);
  const collector = new RowCollector();
  const buffer = new FeatureBuffer();
  const counter = new WordCounter();
  for (const { text } of examples) {
    const tokens = reader.tokens(text);
    counter.add(tokens);
    buffer.fill(tokens);
    collector.add(buffer);
  }
  return {
    ...collector.finish(),
    labels: Int32Array.from(examples, ({ intent }) => places.get(intent ?? '') ?? intents.length),
    textHashes: Uint32Array.from(examples, ({ text }) => textHash(text)),
    intents,
    parts: partsOf(intents),
    hasOutOfScope: examples.some(({ intent }) => intent === null),
    ordinaryWords,
    words: counter.finish(),
  };
}

/** The intents, and out of scope if there are examples of it. */
export function classCount(data: TrainingData): number {
  return data.intents.length + (data.hasOutOfScope ? 1 : 0);
}

export function svmTask(data: TrainingData, rows: Int32Array): SvmTask {
  return { data: data.rows, rows, labels: data.labels, classes: classCount(data), parts: data.parts };
}

/** Reads messages as the training data was read, with its words known. */
export function readerFor(
  vocabulary: Vocabulary,
  ordinaryWords: ReadonlySet<string>,
  { counts, pairs }: WordStatistics,
): Normaliser {
  return new Normaliser(vocabulary, ordinaryWords, new Lexicon(new Map(counts), pairs));
}

/** Counts words and pairs as they are read; a message begins and ends with `EDGE`. */
class WordCounter {
  readonly #counts = new Map<string, number>();
  readonly #pairs = new PairCounter();

  add(tokens: readonly Token[]): void {
    const edge = hashOf(EDGE);
    let before = edge;
    for (const { folded } of tokens) {
      const word = hashOf(folded);
      this.#count(folded);
      this.#pairs.add(before, word);
      before = word;
    }
    this.#pairs.add(before, edge);
  }

  finish(): WordStatistics {
    return { counts: [...this.#counts], pairs: this.#pairs.finish() };
  }

  #count(folded: string): void {
    this.#counts.set(folded, (this.#counts.get(folded) ?? 0) + 1);
  }
}
