/** Reads what may be anything: other projects' recordings show ids as numbers, timestamps as strings, empty objects. */
export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = {};
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function webhookFieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : NONE;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string, or a number written as one; lone surrogates, which no store takes, are replaced. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace(LONE_SURROGATES, '\ufffd');
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** An id: digits, as text. */
export function idOf(value: unknown): string | undefined {
  const id = textOf(webhookFieldsOf(value)['id']);
  return id !== undefined && id !== '' && id.length <= 64 ? id : undefined;
}

/** `true`, also where it was written as text or as a number. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === 1;
}

/** Nothing in it: missing, `null`, `false`, an empty text, list or object. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const NESTING_LIMIT = 64;
const LONG_INTEGERS = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
/** What can only be a long integer outside a string, or looks like one inside: most bodies have neither. */
const MAYBE_LONG_INTEGER = /[:[,]\s*-?\d{16}/;

/**
 * Parses JSON with whole numbers of 16 digits and more kept as text: app ids go beyond 2^53.
 * Throws `SyntaxError` for what is no JSON, and for nesting that no webhook has.
 */
export function parseJson(body: Buffer): unknown {
  const text = body.toString('utf8');
  if (brackets(text) > NESTING_LIMIT && nesting(text) > NESTING_LIMIT)
    throw new SyntaxError('nested too deeply');
  if (!MAYBE_LONG_INTEGER.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(LONG_INTEGERS, (part) => (part.startsWith('"') ? part : `"${part}"`)));
}

/** How many there are: no text with fewer is nested deeper. */
function brackets(text: string): number {
  return text.match(/[[{]/g)?.length ?? 0;
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
