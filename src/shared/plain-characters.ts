import { MappedBuilder, OffsetMap, type MappedText } from './offset-map.js';

/**
 * A text in the characters everything else relies on: composed (NFC), compatibility forms (NFKC: full-width, circled,
 * mathematical, superscript) and styled letters plain, digits of every script 0–9, all spaces one kind, dashes `-`,
 * quotes `'` and `"`, lines ended by `\n`; format characters and whatever else is never seen are left out. Case stays.
 */
export function plainCharacters(typed: string): MappedText {
  return ORDINARY.test(typed) ? { text: typed, map: OffsetMap.identity } : converted(typed);
}

/** Printable ASCII, line breaks and the composed letters of Vietnamese: nothing to convert. */
const ORDINARY = /^[\n\u0020-\u007eÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]*$/u;
/** What is never seen: format characters, variation selectors, fillers, controls, keycap frames, noncharacters. */
const UNSEEN =
  /^[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u20e3\ufffc]$/u;
const MARK = /^\p{M}$/u;
const LETTER_WITH_MARKS = /^\p{Script=Latin}\p{M}*$/u;
/** Tone marks of Vietnamese; marks of vowel quality (circumflex, breve, horn) go before them whatever the order typed. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;

function converted(typed: string): MappedText {
  const builder = new MappedBuilder();
  let base = '';
  let marks = '';
  let [start, end, at] = [0, 0, 0];
  for (const character of typed) {
    const next = at + character.length;
    const { plain, isMark } = describe(character);
    if (isMark && base !== '') {
      marks += character;
      end = next;
    } else if (!isMark && plain !== '') {
      if (base !== '') builder.add(withMarks(base, marks), { start, end });
      [base, marks, start, end] = [plain, '', at, next];
    }
    at = next;
  }
  if (base !== '') builder.add(withMarks(base, marks), { start, end });
  return builder.built();
}

/** Marks that do not compose with a Latin letter are dropped; other scripts keep theirs. */
function withMarks(base: string, marks: string): string {
  if (marks === '') return base;
  const last = base.slice(-1);
  const parts = Array.from(`${last}${marks}`.normalize('NFD'));
  if (parts.length > MAX_MARKS || !LETTER_WITH_MARKS.test(parts.join('')))
    return /^\p{L}$/u.test(last) && parts.length <= MAX_MARKS ? (base + marks).normalize('NFC') : base;
  const [letter = '', ...found] = parts;
  const ordered = [...found.filter((mark) => !TONE.test(mark)), ...found.filter((mark) => TONE.test(mark))];
  const composed = ordered.reduce((sofar, mark) => {
    const longer = (sofar + mark).normalize('NFC');
    return longer.length === 1 ? longer : sofar;
  }, letter);
  return base.slice(0, -1) + composed;
}

const MAX_MARKS = 8;

interface Described {
  plain: string;
  isMark: boolean;
}

const known = new Map<string, Described>();
const MAX_KNOWN = 5000;

function describe(character: string): Described {
  const before = known.get(character);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const unseen = UNSEEN.test(character);
  const described = {
    plain: unseen ? '' : plainOf(character),
    isMark: !unseen && MARK.test(character),
  };
  known.set(character, described);
  return described;
}

function plainOf(character: string): string {
  const replaced = SIGNS[character] ?? styled(character);
  if (replaced !== undefined) return replaced;
  if (/^[\n\u0085\u2028\u2029]$/.test(character)) return '\n';
  if (/^[\s\p{Z}]$/u.test(character)) return ' ';
  if (/^[\p{Pd}\u2212]$/u.test(character)) return '-';
  if (/^\p{Nd}$/u.test(character)) return digit(character);
  const compatible = character.normalize('NFKC');
  if (compatible === character) return character;
  return Array.from(compatible, (part) => (MARK.test(part) ? '' : part === character ? part : plainOf(part)))
    .join('')
    .replace(/^ (?=.)/, '');
}

/** Every script has its ten digits in a row, from a code point that ends in 0 or in 6 (hexadecimal). */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const plain = character.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  const [block, place] = [code & ~0xf, code & 0xf];
  const fromZero = place < 10 && /^\p{Nd}$/u.test(String.fromCodePoint(block));
  return String(fromZero ? place : place - 6);
}

/** Signs that compatibility composition leaves alone although people type them for plain ones. */
const SIGNS: Readonly<Partial<Record<string, string>>> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  '´': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '⁄': '/',
  '∕': '/',
  '。': '.',
  '､': ',',
  '、': ',',
  '\u1680': ' ',
  '\u2800': ' ',
  ð: 'đ',
  Ð: 'Đ',
  ɖ: 'đ',
  Ɖ: 'Đ',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
};
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ\0ʏᴢ';

/** Rows of styled letters and digits without a compatibility form: first code point, how many, what the first one is. */
const ROWS: readonly (readonly [first: number, count: number, letter: 'a' | 0 | 1])[] = [
  [0x1f130, 26, 'a'], // letters in white squares
  [0x1f150, 26, 'a'], // in black circles
  [0x1f170, 26, 'a'], // in black squares
  [0x2776, 10, 1], // digits in black circles, in three faces
  [0x2780, 10, 1],
  [0x278a, 10, 1],
  [0x24f5, 10, 1], // in double circles
  [0x24ff, 1, 0],
];

function styled(character: string): string | undefined {
  const capital = SMALL_CAPITALS.indexOf(character);
  if (capital >= 0) return String.fromCharCode(97 + capital);
  const code = character.codePointAt(0) ?? 0;
  const row = ROWS.find(([first, count]) => code >= first && code < first + count);
  if (row === undefined) return undefined;
  const [first, , letter] = row;
  return letter === 'a' ? String.fromCharCode(97 + code - first) : String(code - first + letter);
}
