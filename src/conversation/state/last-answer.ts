import type { Aspect } from '../guide/key-facts.js';

/** What the bot answered with last. */
export type LastAnswer =
  | { kind: 'question'; entry: string; index: number }
  | { kind: 'facet'; entry: string; part: Aspect }
  | { kind: 'guide'; entry: string }
  | { kind: 'decision'; decision: string; entry: string };
