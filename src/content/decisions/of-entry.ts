import type { Decision } from './types.js';

/** Whether the entry is one of those that the decision answers for. */
export function belongsTo({ entry, also }: Decision, id: string | undefined): boolean {
  return id !== undefined && (entry === id || also.includes(id));
}

/** The decisions that answer for an entry, in the catalogue's order. */
export function decisionsOf(
  { decisions }: { decisions: ReadonlyMap<string, Decision> },
  entry: string | undefined,
): Decision[] {
  return [...decisions.values()].filter((decision) => belongsTo(decision, entry));
}
