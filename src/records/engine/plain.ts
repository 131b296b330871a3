/**
 * A deep copy without `undefined`: MongoDB leaves such fields out, the embedded engine would keep them in memory and lose
 * them at the next start.
 */
export function withoutUndefined<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const result: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry !== undefined) result[key] = copy(entry);
  }
  return result;
}

/** A copy without these fields. */
export function without<D extends object, K extends keyof D>(document: D, ...fields: K[]): Omit<D, K> {
  const dropped: readonly string[] = fields.map(String);
  return Object.fromEntries(Object.entries(document).filter(([name]) => !dropped.includes(name))) as Omit<
    D,
    K
  >;
}
