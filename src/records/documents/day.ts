import { documentSchema, WHOLE } from './schema.js';

/** What is counted, by name; every count can be added up over days. */
export type Counts = Record<string, number>;

/** The counts of one day (`YYYY-MM-DD`, Vietnam); kept without end, since nobody can be recognised in them. */
export interface Day {
  _id: string;
  /** Everything of that day. */
  all: Counts;
  /** The part that concerns one procedure, by its id. */
  procedures: Record<string, Counts>;
  /** Records counted so far. */
  events: number;
  /** Grows with each change; a change is made only to the revision that was read. */
  revision: number;
  /** Keys that the newest change counted: their records may still be marked as uncounted. */
  journal: string[];
  countedAt: Date;
}

export const daySchema = documentSchema({
  all: { type: WHOLE, required: true },
  procedures: { type: WHOLE, required: true },
  events: { type: Number, required: true },
  revision: { type: Number, required: true },
  journal: { type: WHOLE, required: true },
  countedAt: { type: Date, required: true },
});
