import type { Example, Vocabulary } from '../types.js';
import { Lexicon } from '../text/lexicon.js';
import { Normaliser, wordsWithMarks, type Token } from '../text/normaliser.js';
import { textHash } from './folds.js';
import { FeatureBuffer } from './feature-buffer.js';
import type { SvmTask } from './support-vectors.js';
import { RowCollector, type CollectedRows } from './row-collector.js';

/** Examples brought to rows of numbers, and what is needed to bring a message to the same. */
export interface TrainingData extends CollectedRows {
  /** The class of each row: the place of its intent in `intents`; `intents.length` for out of scope. */
  labels: Int32Array;
  /** `textHash` of each row: fixes its fold. */
  textHashes: Uint32Array;
  /** In alphabetical order, so that the order of the files does not matter. */
  intents: string[];
  hasOutOfScope: boolean;
  ordinaryWords: Set<string>;
  wordCounts: Map<string, number>;
}

export function prepare(examples: readonly Example[], vocabulary: Vocabulary): TrainingData {
  const intents = [...new Set(examples.flatMap(({ intent }) => (intent === null ? [] : [intent])))].sort();
  const places = new Map(intents.map((intent, place) => [intent, place]));
  const ordinaryWords = wordsWithMarks(examples.map(({ text }) => text));
  const reader = new Normaliser(vocabulary, ordinaryWords);
  const collector = new RowCollector();
  const buffer = new FeatureBuffer();
  const wordCounts = new Map<string, number>();
  for (const { text } of examples) {
    const tokens = reader.tokens(text);
    count(tokens, wordCounts);
    buffer.fill(tokens);
    collector.add(buffer);
  }
  return {
    ...collector.finish(),
    labels: Int32Array.from(examples, ({ intent }) => places.get(intent ?? '') ?? intents.length),
    textHashes: Uint32Array.from(examples, ({ text }) => textHash(text)),
    intents,
    hasOutOfScope: examples.some(({ intent }) => intent === null),
    ordinaryWords,
    wordCounts,
  };
}

/** The intents, and out of scope if there are examples of it. */
export function classCount(data: TrainingData): number {
  return data.intents.length + (data.hasOutOfScope ? 1 : 0);
}

export function svmTask(data: TrainingData, rows: Int32Array): SvmTask {
  return { data: data.rows, rows, labels: data.labels, classes: classCount(data) };
}

/** Reads messages as the training data was read, with its words known. */
export function readerFor(
  vocabulary: Vocabulary,
  ordinaryWords: ReadonlySet<string>,
  wordCounts: ReadonlyMap<string, number>,
): Normaliser {
  return new Normaliser(vocabulary, ordinaryWords, new Lexicon(wordCounts));
}

function count(tokens: readonly Token[], counts: Map<string, number>): void {
  for (const { folded } of tokens) counts.set(folded, (counts.get(folded) ?? 0) + 1);
}
