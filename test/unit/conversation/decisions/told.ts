import { fold } from '../../../../src/shared/fold.js';
import type { FactReading } from '../../../../src/conversation/decisions/take-facts.js';
import type { DurationUnit, Entity } from '../../../../src/conversation/reading/entities/types.js';
import type { Period } from '../../../../src/content/decisions/types.js';

type Named = (text: string) => Entity;
const at = (text: string, words: string): { start: number; end: number } => {
  const start = fold(text).indexOf(fold(words));
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`);
  return { start, end: start + fold(words).length };
};

/** What the reading of a message finds in it, by the words it stands in. */
export const money =
  (words: string, amount: number, period?: Period): Named =>
  (text) => ({ kind: 'money', amount, ...(period === undefined ? {} : { period }), ...at(text, words) });
export const count =
  (words: string, value: number, of: string): Named =>
  (text) => ({ kind: 'count', value, of, ...at(text, words) });
export const duration =
  (words: string, value: number, unit: DurationUnit): Named =>
  (text) => ({ kind: 'duration', value, unit, ...at(text, words) });
export const date =
  (words: string, from: string, to: string): Named =>
  (text) => ({ kind: 'date', from, to, ...at(text, words) });
export const bare =
  (words: string, value: number): Named =>
  (text) => ({ kind: 'number', value, ...at(text, words) });

export function message(text: string, named: readonly Named[] = [], asked?: string): FactReading {
  return {
    text,
    folded: fold(text),
    entities: named.map((one) => one(text)),
    ...(asked === undefined ? {} : { asked }),
  };
}
