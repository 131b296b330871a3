/** A word where it stands in the text: letters and digits, numbers with their inner signs ("30/4", "1,5", "2%"). */
export interface Word {
  source: string;
  start: number;
}

const LETTER = 1;
const DIGIT = 2;
const TABLE_SIZE = 0x2000;
const KIND = new Uint8Array(TABLE_SIZE).map((_, code) => kindOf(String.fromCharCode(code)));
const INSIDE_NUMBERS = new Set(['.', ',', '/', ':'].map((sign) => sign.charCodeAt(0)));
const PERCENT = '%'.charCodeAt(0);

/** Everything else separates words. `text`: what `plainText` gives. */
export function scanWords(text: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && belongsToWord(text, at, start)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      words.push({ source: text.slice(start, at), start });
      start = -1;
    }
  }
  return words;
}

function belongsToWord(text: string, at: number, start: number): boolean {
  if (kindAt(text, at) !== 0) return true;
  if (start < 0 || kindAt(text, at - 1) !== DIGIT) return false;
  const code = text.charCodeAt(at);
  return code === PERCENT || (INSIDE_NUMBERS.has(code) && kindAt(text, at + 1) === DIGIT);
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < TABLE_SIZE) return KIND[code] ?? 0;
  return Number.isNaN(code) ? 0 : kindOf(String.fromCharCode(code));
}

function kindOf(character: string): number {
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : 0;
}
