import { type Content } from '../../src/content/types.js';
import { actExamples, trainingExamples } from '../../src/content/training-examples.js';
import type { ContentSnapshot } from '../../src/conversation/ports.js';
import { trainMatcher } from '../../src/intent-matching/train.js';

/** Learns on this thread what the server learns in a worker. */
export function understandingOf(content: Content): ContentSnapshot {
  const { vocabulary } = content;
  return {
    content,
    matcher: trainMatcher(trainingExamples(content), vocabulary),
    acts: trainMatcher(actExamples(content), vocabulary),
  };
}
