import type { Example } from '../intent-matching/types.js';
import type { Content } from './types.js';

/** Where examples come from, for training. */
export function trainingExamples(content: Content): Example[] {
  const inScope = [...content.intents.values()].flatMap((intent) =>
    intent.examples.map((text) => ({ text, intent: intent.id })),
  );
  return [...inScope, ...content.outOfScope.map((text) => ({ text, intent: null }))];
}
