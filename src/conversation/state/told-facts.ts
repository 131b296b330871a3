import type { FactValue } from '../../content/decisions/types.js';

export type { FactValue } from '../../content/decisions/types.js';

/** A fact the citizen told, by the turn it was told in (counted from 1); a later one replaces it. */
export interface ToldFact {
  value: FactValue;
  turn: number;
}

/** By the id of the fact (content: the register of facts). */
export type ToldFacts = Readonly<Record<string, ToldFact>>;
