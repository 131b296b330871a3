import type { Example, LabelledMessage, Vocabulary } from './types.js';

/** What a worker thread is asked for. */
export type WorkerTask =
  | {
      task: 'cross-validate';
      examples: readonly Example[];
      vocabulary: Vocabulary;
      tests: readonly Example[];
    }
  | { task: 'train'; examples: readonly Example[]; vocabulary: Vocabulary; version: string }
  | {
      task: 'evaluate';
      examples: readonly Example[];
      vocabulary: Vocabulary;
      messages: readonly LabelledMessage[];
    };
