import { fold } from '../../shared/fold.js';
import { isPhrase } from '../phrases.js';

type Degree = 1 | 2 | 3 | 4 | 5;

const HELPED = [
  'có',
  'có giúp được',
  'giúp được',
  'được rồi',
  'có được',
  'giúp được rồi',
  'rồi',
  'ổn',
  'có ích',
  'hữu ích',
  'tốt',
  'tốt lắm',
];
const NOT_YET = [
  'chưa',
  'chưa giúp được',
  'chưa được',
  'không giúp được',
  'không',
  'chưa ổn',
  'chẳng giúp gì',
];
const IN_WORDS: readonly (readonly [Degree, readonly string[]])[] = [
  [5, ['rất hài lòng', 'rất tốt', 'tuyệt vời', 'quá tốt', 'xuất sắc', 'tuyệt', 'quá được']],
  [4, ['hài lòng', 'tốt', 'khá', 'khá tốt', 'được', 'cũng tốt']],
  [3, ['bình thường', 'tạm', 'tạm được', 'cũng ổn', 'cũng được', 'ổn', 'cũng tạm', 'bt']],
  [2, ['không hài lòng', 'kém', 'chưa tốt', 'chưa ổn', 'dở']],
  [1, ['rất không hài lòng', 'tệ', 'quá tệ', 'rất tệ', 'dở tệ', 'quá dở', 'tệ hại']],
];
const STARS = /^\D{0,12}([1-5])\s*(?:sao|diem|\/ ?5|\*|⭐)\D{0,8}$/u;
const BARE = /^\s*([1-5])\s*(?:[^\d\s].*)?$/u;

/** One of the five degrees, typed as a number, as stars or in words. `plainly`: a bare number alone is too little. */
export function degreeSaid(said: string, plainly = false): Degree | undefined {
  const number = STARS.exec(fold(said))?.[1] ?? (plainly ? undefined : BARE.exec(said)?.[1]);
  if (number !== undefined) return Number(number) as Degree;
  if (plainly) return IN_WORDS.find(([degree, words]) => degree !== 4 && isPhrase(said, words))?.[0];
  return IN_WORDS.find(([, words]) => isPhrase(said, words))?.[0];
}

export function helpedSaid(said: string): boolean | undefined {
  if (isPhrase(said, HELPED)) return true;
  return isPhrase(said, NOT_YET) ? false : undefined;
}
