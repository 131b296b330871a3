import { spellingOf } from './letters.js';
import { isFoldedSyllable, isSyllable } from './syllable.js';

/** What one key asks of the letters before it. */
type Mark = 'acute' | 'grave' | 'hook' | 'tilde' | 'dot' | 'circumflex' | 'horn' | 'breve' | 'stroke';

const TONES: Readonly<Partial<Record<Mark, string>>> = {
  acute: '\u0301',
  grave: '\u0300',
  hook: '\u0309',
  tilde: '\u0303',
  dot: '\u0323',
};
const TELEX_TONES: Readonly<Record<string, Mark>> = {
  s: 'acute',
  f: 'grave',
  r: 'hook',
  x: 'tilde',
  j: 'dot',
};
const VNI: Readonly<Record<string, Mark>> = {
  1: 'acute',
  2: 'grave',
  3: 'hook',
  4: 'tilde',
  5: 'dot',
  6: 'circumflex',
  7: 'horn',
  8: 'breve',
  9: 'stroke',
};
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', ă: 'â', e: 'ê', o: 'ô', ơ: 'ô' };
const HORN: Readonly<Record<string, string>> = { o: 'ơ', ô: 'ơ', u: 'ư' };
const VOWEL = /[aăâeêioôơuưy]/;

/**
 * Reads Telex ("ddawng", "kys") or VNI ("d9a8ng", "ky1") keys that no input method composed. `null` unless the result
 * is a Vietnamese syllable; the tone mark stands on the first vowel that carries a mark of its own, else anywhere valid.
 */
export function composeKeystrokes(keys: string): string | null {
  const word = compose(keys);
  return word !== null && isSyllable(word) ? word : null;
}

/** The bare letters of keys that leave a mark out or misplace it: "thues" → "thue". `null` unless they are a syllable. */
export function lettersOfKeystrokes(keys: string): string | null {
  const word = compose(keys);
  const folded = word === null ? '' : spellingOf(word).folded;
  return folded !== keys && isFoldedSyllable(folded) ? folded : null;
}

function compose(keys: string): string | null {
  const vni = /\d/.test(keys);
  if (vni ? !/^[a-z]+[a-z1-9]*[1-9][a-z1-9]*$/.test(keys) : !/^[a-z]{2,10}$/.test(keys)) return null;
  const letters: string[] = [];
  let tone = '';
  for (const key of keys) {
    const mark = vni ? VNI[key] : telexMark(key, letters);
    const toneMark = mark === undefined ? undefined : TONES[mark];
    if (toneMark !== undefined) tone = toneMark;
    else if (mark === undefined || !applyMark(mark, letters, vni ? '' : key)) letters.push(key);
  }
  const word = withTone(letters.join(''), tone);
  return word === keys ? null : word;
}

function telexMark(key: string, letters: readonly string[]): Mark | undefined {
  const hasVowel = letters.some((letter) => VOWEL.test(letter));
  if (key in TELEX_TONES) return hasVowel ? TELEX_TONES[key] : undefined;
  if (key === 'w') return 'horn';
  if (key === 'd') return letters[0] === 'd' ? 'stroke' : undefined;
  return (key === 'a' || key === 'e' || key === 'o') && letters.includes(key) ? 'circumflex' : undefined;
}

/** Changes the last letter that can bear the mark; `key`, where given, is the Telex vowel that must be met. */
function applyMark(mark: Mark, letters: string[], key: string): boolean {
  if (mark === 'stroke') {
    if (letters[0] !== 'd') return false;
    letters[0] = 'đ';
    return true;
  }
  if (mark === 'horn' && applyHorn(letters)) return true;
  if (mark === 'horn' && key === 'w') return applyBreve(letters) || (letters.push('ư'), true);
  if (mark === 'breve') return applyBreve(letters);
  const wanted = (letter: string): boolean => letter in CIRCUMFLEX && (key === '' || letter === key);
  return mark === 'circumflex' && replaceLast(letters, wanted, CIRCUMFLEX);
}

/** "uo" takes two horns: "dduwowcj", "dduowcj" and "nuoc7" all mean "ươ". */
function applyHorn(letters: string[]): boolean {
  const pair = letters.findIndex((letter, at) => /[uư]/.test(letter) && /[oô]/.test(letters[at + 1] ?? ''));
  if (pair < 0 || letters[pair - 1] === 'q') return replaceLast(letters, (letter) => letter in HORN, HORN);
  letters[pair] = 'ư';
  letters[pair + 1] = 'ơ';
  return true;
}

function applyBreve(letters: string[]): boolean {
  return replaceLast(letters, (letter) => letter === 'a' || letter === 'â', { a: 'ă', â: 'ă' });
}

function replaceLast(
  letters: string[],
  wanted: (letter: string) => boolean,
  by: Readonly<Record<string, string>>,
): boolean {
  const at = letters.findLastIndex(wanted);
  const letter = letters[at];
  if (letter === undefined) return false;
  letters[at] = by[letter] ?? letter;
  return true;
}

function withTone(word: string, tone: string): string {
  if (tone === '') return word;
  const marked = word.search(/[ăâêôơ]/);
  const at = marked >= 0 ? marked : word.search(/ư/) >= 0 ? word.search(/ư/) : mainVowel(word);
  return at < 0 ? word : (word.slice(0, at + 1) + tone + word.slice(at + 1)).normalize('NFC');
}

/** The vowel after an onset "qu" or "gi", the first of two at the end ("mía"), the second of two before a coda ("toán"). */
function mainVowel(word: string): number {
  const start = /^(?:qu|gi)(?=[aeiouy])/.test(word) ? 2 : 0;
  const first = word.slice(start).search(VOWEL);
  if (first < 0) return -1;
  const vowels = /^[aeiouy]+/.exec(word.slice(start + first))?.[0] ?? '';
  const closed = start + first + vowels.length < word.length;
  return start + first + (vowels.length >= 2 && (closed || vowels.length === 3) ? 1 : 0);
}
