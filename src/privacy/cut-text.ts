/** What is read of one message (UTF-16 units): the rest is not needed to understand a question, and everything costs. */
export const TEXT_LIMIT = 2000;

/** As far back as a better place for the cut is looked for. */
const REACH = 400;

/**
 * The beginning of a text, at most `limit` units, cut at white space where there is some, and never within a run of
 * digits nor right behind one: half a number would not be recognised as one and stay readable.
 */
export function cutText(typed: string, limit = TEXT_LIMIT): { text: string; truncated: boolean } {
  if (typed.length <= limit) return { text: typed, truncated: false };
  const lowest = Math.max(0, limit - REACH);
  const space = lastSpace(typed, limit, lowest) ?? limit;
  const end = wholeCharacter(typed, beforeDigits(typed, space));
  return { text: typed.slice(0, end), truncated: true };
}

function lastSpace(typed: string, from: number, lowest: number): number | undefined {
  for (let at = from; at > lowest; at--) if (/\s/u.test(typed.charAt(at))) return at;
  return undefined;
}

/** The start of the digits, with the signs between them, that end at `end`. */
function beforeDigits(typed: string, end: number): number {
  let start = end;
  for (let at = end; at > 0; at--) {
    const before = characterBefore(typed, at);
    if (/\p{N}/u.test(before)) start = at - before.length;
    else if (!/^[\s\p{P}\p{Cf}\p{M}+|]$/u.test(before)) return start;
    if (before.length === 2) at -= 1;
  }
  return start;
}

function characterBefore(typed: string, at: number): string {
  const two = typed.slice(Math.max(0, at - 2), at);
  return Array.from(two).at(-1) ?? '';
}

/** Not between the halves of a surrogate pair, nor between a letter and its marks. */
function wholeCharacter(typed: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < 8 && /^[\p{M}\udc00-\udfff]/u.test(typed.charAt(at))) at -= 1;
  return at;
}
