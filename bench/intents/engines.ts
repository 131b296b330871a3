import { createRequire } from 'node:module';
import { BayesClassifier, LogisticRegressionClassifier } from 'natural/lib/natural/classifiers/index.js';
import { AggressiveTokenizerVi } from 'natural/lib/natural/tokenizers/index.js';
import { predictedIntent } from '../../src/intent-matching/metrics.js';
import { trainMatcher } from '../../src/intent-matching/train.js';
import type { Vocabulary } from '../../src/intent-matching/types.js';

export interface Row {
  text: string;
  intent: string;
}

/** An engine under measurement: trained once, then asked. */
export interface Engine {
  train(rows: readonly Row[]): Promise<void>;
  predict(text: string): Promise<string | null>;
}

export const ENGINES = ['ours', 'natural-bayes', 'natural-logistic', 'node-nlp'] as const;
export type EngineName = (typeof ENGINES)[number];

export function createEngine(name: EngineName, vocabulary: Vocabulary): Engine {
  if (name === 'ours') return ours(vocabulary);
  if (name === 'node-nlp') return nodeNlp();
  return name === 'natural-bayes'
    ? natural(new BayesClassifier(vietnamese() as never, BAYES_SMOOTHING))
    : natural(new LogisticRegressionClassifier(vietnamese() as never));
}

function ours(vocabulary: Vocabulary): Engine {
  let matcher = trainMatcher([], vocabulary);
  return {
    train: (rows) => Promise.resolve(void (matcher = trainMatcher(rows, vocabulary))),
    predict: (text) => Promise.resolve(predictedIntent(matcher.match(text))),
  };
}

/** With its default of 1.0 tiny classes win; 0.01 was best of those tried. */
const BAYES_SMOOTHING = 0.01;

/** natural's own Vietnamese tokeniser, which needs NFC text, in place of its English stemmer. */
function vietnamese(): { tokenizeAndStem: (text: string) => string[] } {
  const tokeniser = new AggressiveTokenizerVi();
  return { tokenizeAndStem: (text) => tokeniser.tokenize(text.normalize('NFC').toLowerCase()) };
}

function natural(classifier: BayesClassifier | LogisticRegressionClassifier): Engine {
  return {
    train: (rows) => {
      for (const { text, intent } of rows) classifier.addDocument(text, intent);
      classifier.train();
      return Promise.resolve();
    },
    predict: (text) => Promise.resolve(classifier.classify(text)),
  };
}

interface NlpManager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(language: string, text: string): Promise<{ intent: string }>;
}

function nodeNlp(): Engine {
  const { NlpManager: Manager } = createRequire(import.meta.url)('node-nlp') as {
    NlpManager: new (settings: object) => NlpManager;
  };
  const manager = new Manager({
    languages: ['vi'],
    autoSave: false,
    forceNER: false,
    nlu: { log: false, useNoneFeature: false },
  });
  return {
    train: async (rows) => {
      for (const { text, intent } of rows) manager.addDocument('vi', text, intent);
      await manager.train();
    },
    predict: async (text) => (await manager.process('vi', text)).intent,
  };
}
