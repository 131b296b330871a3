import { composeKeystrokes } from './keystrokes.js';
import { foldLetters } from './letters.js';
import { MappedBuilder, OffsetMap, type MappedText } from './offset-map.js';
import { isFoldedSyllable } from './syllable.js';

/** A run of Latin letters and digits; longer ones are no syllable with its keys. */
const WORD = /(?<![\p{L}\p{N}])[A-Za-z][A-Za-z0-9]*(?![\p{L}\p{N}])/gu;
const LONGEST = 10;
/**
 * Addresses, secrets and codes are never Vietnamese words: "a@b.vn", "Abc_1#", "www.gov.vn", and what a hyphen ties to
 * letters without a vowel, such as the code of a request ("YC-DDAAJ").
 */
const NO_WORDS = /[@_#$%^&*=\\<>]|:\/\/|\.[\p{L}\d]|(?<![\p{L}\d])[b-df-hj-np-tv-z]{1,4}-[a-z\d]{3}/iu;
/** Words of this trade that are used in Vietnamese as they are, though their keys would make a syllable. */
const BORROWED = new Set(
  'tax taxi pos box fax gas sms web news user visa misa momo tw tws ok oks pr hr'.split(' '),
);
/** English words and abbreviations that may be meant as such. */
const ENGLISH = new Set(
  (
    'max min mix bus car bar gps as is us or os ox his her for far war cas air hair near year ear over are were after ' +
    'other order offer per ver new view who how now tow soft des les six sex fix huhu hix ref eps data pass vest test ems asm ' +
    'must does has if of this was most cost lost post says days pays ways buys guys boys fees sees caps tips maps mins tons bans fans part parts usa sir'
  ).split(' '),
);
/** Nouns that are counted by a digit right behind them: "quy3" is a quarter, "buoc2" a step. */
const COUNTED = new Set(
  (
    'thu quy thang nam ngay buoc cau muc dieu khoan lan dot ky loai tang cap lop so nhom mau phu luc to thua con ban lo to ap ' +
    'thon khu khoi phong can nha bai cap hang bac chuong phan muc diem khau cho ca xa phuong huyen duong ngo hem a b c d e i o u y'
  ).split(' '),
);

/** A bare doubled vowel ("la ee" for the commune La Êê), a tone in front of a vowel ("visa"), a doubled tone key, which takes it back ("pass"). */
const UNUSUAL = /^[^aeiouy]*([aeo])\1$|[aeiouy][sfrxj][aeiouy]|([sfrxj])\2|([aeo])[^aeiouy]+\3$/;

interface Word {
  start: number;
  end: number;
  composed: string;
  method: 'telex' | 'vni';
  /** Could as well be meant as it is written: another word must show that keys of this method are left. */
  doubtful: boolean;
}

/**
 * Telex and VNI keys that no input method composed, undone where the result is a Vietnamese syllable and what was typed
 * is not: "duwngf" → "dừng", "d9o6ng2" → "đồng". `plain`: what `plainCharacters` gives.
 */
export function withKeysComposed(plain: string): MappedText {
  const words = composable(plain);
  const methods = new Set(words.flatMap(({ method, doubtful }) => (doubtful ? [] : [method])));
  const chosen = words.filter(({ method }) => methods.has(method));
  if (chosen.length === 0) return { text: plain, map: OffsetMap.identity };
  const builder = new MappedBuilder();
  let at = 0;
  for (const { start, end, composed } of [
    ...chosen,
    { start: plain.length, end: plain.length, composed: '' },
  ]) {
    for (; at < start; at++) builder.add(plain.charAt(at), { start: at, end: at + 1 });
    if (composed !== '') builder.add(composed, { start, end });
    at = end;
  }
  return builder.built();
}

function composable(plain: string): Word[] {
  const words: Word[] = [];
  let checked = { end: 0, skip: false };
  for (const match of plain.matchAll(WORD)) {
    const [typed] = match;
    const keys = typed.toLowerCase();
    if (typed.length > LONGEST || typed.length < 2 || BORROWED.has(keys) || isFoldedSyllable(keys)) continue;
    const composed = composeKeystrokes(keys);
    if (composed === null) continue;
    if (match.index >= checked.end) checked = chunkAround(plain, match.index);
    if (checked.skip) continue;
    const end = match.index + typed.length;
    words.push({
      start: match.index,
      end,
      composed: inCaseOf(typed, composed),
      method: /\d/.test(keys) ? 'vni' : 'telex',
      doubtful: isDoubtful(keys),
    });
  }
  return words;
}

/** Up to the next white space: whether it is an address or a code. */
function chunkAround(plain: string, at: number): { end: number; skip: boolean } {
  const before = Math.max(plain.lastIndexOf(' ', at), plain.lastIndexOf('\n', at)) + 1;
  const after = /[ \n]/g;
  after.lastIndex = at;
  const end = after.exec(plain)?.index ?? plain.length;
  return { end, skip: NO_WORDS.test(plain.slice(before, end)) };
}

function isDoubtful(keys: string): boolean {
  if (ENGLISH.has(keys)) return true;
  if (!/\d/.test(keys)) return UNUSUAL.test(keys);
  const base = foldLetters(keys.replace(/\d/g, ''));
  return /\d{3}/.test(keys) || (/^[a-z]+\d$/.test(keys) && COUNTED.has(base));
}

function inCaseOf(typed: string, composed: string): string {
  if (typed.length > 1 && typed === typed.toUpperCase()) return composed.toUpperCase();
  return /^[A-Z]/.test(typed) ? composed.charAt(0).toUpperCase() + composed.slice(1) : composed;
}
