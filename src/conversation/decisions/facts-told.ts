import type { Decision } from '../../content/types.js';
import type { Entity } from '../reading/entities/types.js';
import type { Who } from './owners.js';
import type { FactValue } from '../state/told-facts.js';

/** What of a reading tells facts. Positions of entities are in `folded`. */
export interface FactReading {
  text: string;
  folded: string;
  entities: readonly Entity[];
  /** The fact the bot asked for last: a bare number, sum or "có" answers it. */
  asked?: string;
  /** Whose case the facts are taken for, where it is not the asker's. */
  holder?: Who;
}

export interface Taken {
  fact: string;
  value: FactValue;
  /** `added`: to what was told before; the value is the new total. */
  how: 'told' | 'answered' | 'corrected' | 'added';
  /** Told of another period or in parts ("4 triệu một ngày"), so that the answer says what it comes to. */
  converted?: boolean;
}

/** What one of several persons in a message has: "em lương 20tr chưa con, chồng 35tr nuôi 1 đứa". */
export interface Person {
  /** The answer names them by these (`label_person_…`). */
  who: Who;
  facts: Taken[];
}

export interface TakenFacts {
  facts: Taken[];
  /** Two or more where the message gives the same fact for several persons; `facts` then holds the first one's. */
  persons: Person[];
  /** Values that can't be meant ("bán nhà 5 ngàn"): asked again rather than taken. */
  implausible: { fact: string; value: FactValue }[];
}

/** What a message tells, of the facts that the decisions in play use. */
export interface Told extends TakenFacts {
  inPlay: readonly Decision[];
  /** The same for each of them by itself, by its id. */
  each?: ReadonlyMap<string, Told>;
  /** The decision of the matter in hand that takes the sum, where nothing else is said. */
  ofMatter?: string;
  /** Whose case it is, where it is not the asker's: `before` and `after` are then that person's. */
  who?: Who;
  before: Readonly<Record<string, FactValue>>;
  after: Readonly<Record<string, FactValue>>;
}
