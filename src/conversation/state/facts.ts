import type { Period } from '../reading/entities/types.js';

/** A typed value of a slot; never a sentence. Sums in đồng, dates as YYYY-MM-DD (a month told is its first and last day). */
export type FactValue =
  | { kind: 'money'; amount: number; period?: Period }
  | { kind: 'number'; value: number }
  | { kind: 'days'; value: number }
  | { kind: 'date'; from: string; to: string }
  | { kind: 'choice'; value: string };

/** A fact the citizen told, by the turn it was told in (counted from 1); a later one replaces it. */
export interface ToldFact {
  value: FactValue;
  turn: number;
}

/** By the id of the fact (content: the register of facts). */
export type ToldFacts = Readonly<Record<string, ToldFact>>;
