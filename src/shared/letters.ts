/**
 * A word as the matcher compares it: `folded` without any mark ("thue"), `raw` with its marks but the tone moved to the
 * end ("thuê´"), so that "hoà" and "hòa", "uỷ" and "ủy" are the same.
 */
export interface Spelling {
  folded: string;
  raw: string;
}

const TABLE_SIZE = 0x1f00;
const FOLDED_LETTER = new Uint16Array(TABLE_SIZE);
const QUALITY_LETTER = new Uint16Array(TABLE_SIZE);
const TONE_OF = new Uint8Array(TABLE_SIZE);
const TONE_NUMBER: Readonly<Record<string, number>> = {
  '\u0301': 1,
  '\u0300': 2,
  '\u0309': 3,
  '\u0303': 4,
  '\u0323': 5,
};

for (let code = 0; code < TABLE_SIZE; code++) describe(code);

function describe(code: number): void {
  const letter = String.fromCharCode(code).toLowerCase();
  const parts = letter.normalize('NFD');
  const base = parts.replace(/\p{M}/gu, '').replace('đ', 'd');
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? '';
  const quality = parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC');
  FOLDED_LETTER[code] = base.length === 1 ? base.charCodeAt(0) : code;
  QUALITY_LETTER[code] = quality.length === 1 ? quality.charCodeAt(0) : code;
  TONE_OF[code] = TONE_NUMBER[tone] ?? 0;
}

/** `word`: composed (NFC) letters and digits in any case. */
export function spellingOf(word: string): Spelling {
  let folded = '';
  let quality = '';
  let tone = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const inTable = code < TABLE_SIZE;
    folded += String.fromCharCode(inTable ? (FOLDED_LETTER[code] ?? code) : code);
    quality += String.fromCharCode(inTable ? (QUALITY_LETTER[code] ?? code) : code);
    if (inTable && TONE_OF[code] !== 0) tone = TONE_OF[code] ?? 0;
  }
  return { folded, raw: tone === 0 ? quality : quality + String.fromCharCode(0x2070 + tone) };
}

/** Lower case without marks, unit by unit: as long as `plain` (composed letters, see `plainCharacters`). */
export function foldLetters(plain: string): string {
  if (ASCII.test(plain)) return plain.toLowerCase();
  let folded = '';
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    folded += String.fromCharCode(code < TABLE_SIZE ? (FOLDED_LETTER[code] ?? code) : code);
  }
  return folded;
}

const ASCII = /^[\u0000-\u007f]*$/;

/** Whether a word bears any mark but the stroke of đ, which "đk" and "đc" have without being written out. */
export function hasMarks(spelling: Spelling): boolean {
  return spelling.raw.replaceAll('đ', 'd') !== spelling.folded;
}
