import { type Content } from './content/types.js';
import { actExamples, trainingExamples } from './content/training-examples.js';
import type { Understanding } from './conversation/ports.js';
import { trainInWorker } from './intent-matching/train-in-worker.js';
import type { Example } from './intent-matching/types.js';

/** Learns from a content which matter a message asks about and which dialogue act it performs; models are kept in `cacheDir`. */
export async function trainUnderstanding(
  content: Content,
  cacheDir: string,
  signal?: AbortSignal,
): Promise<Understanding> {
  const options = { version: content.version, cacheDir, ...(signal === undefined ? {} : { signal }) };
  const train = (examples: Example[]) => trainInWorker(examples, content.vocabulary, options);
  return { matcher: await train(trainingExamples(content)), acts: await train(actExamples(content)) };
}
