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
