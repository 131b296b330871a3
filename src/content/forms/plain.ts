/** What a YAML file holds once it is read, without lines and comments. */
export type Plain = string | number | boolean | null | Plain[] | PlainObject;
export interface PlainObject {
  [key: string]: Plain;
}

export function isObject(value: Plain | undefined): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Equal but for blanks around texts, which readers drop. */
export function samePlain(a: Plain | undefined, b: Plain | undefined): boolean {
  return keyOf(a) === keyOf(b);
}

/** Equal values, whatever the order of their keys, have equal keys. */
export function keyOf(value: Plain | undefined): string {
  if (typeof value === 'string') return JSON.stringify(value.trim());
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${keyOf(one)}`).join()}}`;
}

export function plainAt(value: Plain | undefined, path: readonly (string | number)[]): Plain | undefined {
  let found: Plain | undefined = value;
  for (const part of path) {
    if (Array.isArray(found)) found = found[Number(part)];
    else found = isObject(found) ? found[part] : undefined;
  }
  return found;
}

/** A copy in which the thing at `path` is `wanted`; `undefined` takes it out. */
export function withPlain(
  value: Plain | undefined,
  [first, ...rest]: readonly (string | number)[],
  wanted: Plain | undefined,
): Plain | undefined {
  if (first === undefined) return wanted;
  const inner = withPlain(plainAt(value, [first]), rest, wanted);
  if (Array.isArray(value)) {
    const index = Number(first);
    if (inner === undefined) return value.toSpliced(index, 1);
    return index < value.length ? value.with(index, inner) : [...value, inner];
  }
  const others = isObject(value) ? value : {};
  if (inner === undefined) return Object.fromEntries(Object.entries(others).filter(([key]) => key !== first));
  return { ...others, [first]: inner };
}

/** `after`, with the empty lists that `before` has where nothing is: leaving a field empty is no change of the file. */
export function withEmptyLists(before: Plain | undefined, after: Plain | undefined): Plain {
  if (after === undefined) return isObject(before) ? withEmptyLists(before, {}) : null;
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length
      ? after.map((one, index) => withEmptyLists(before[index], one))
      : after;
  if (!isObject(before) || !isObject(after)) return after;
  const kept = Object.entries(before).flatMap(([key, value]): [string, Plain][] => {
    const now = after[key];
    if (now !== undefined) return [[key, withEmptyLists(value, now)]];
    return Array.isArray(value) && value.length === 0 ? [[key, value]] : [];
  });
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(Object.entries(after).filter(([key]) => before[key] === undefined)),
  };
}
