import type { VietnameseText } from '../shared/vietnamese-text.js';
import { isFoldedSyllable } from '../shared/syllable.js';
import type { Finding } from './types.js';

/** What a secret is called, with what it is for: "mật khẩu etax của em", folded. Every repetition is bounded. */
const NAMED =
  /(?:(?<![a-z])(?:mk|pw|pin|pass)(?![a-z])|mat khau|mat ma|password|passwd|passcode|ma pin)(?: {0,2}(?:etax|mobile|vneid|dvc|dich vu cong|app|dien tu|email|gmail|mail|wifi|zalo|facebook|fb|dang nhap|tai khoan|tk|thue|cap 1|cap 2|muc 2|moi|cu|nay|hien tai|cua|toi|em|minh|anh|chi|con|ba|me)(?![a-z])){0,6}/g;
const ANNOUNCED = /^ {0,3}(?:[:=]|-(?= )|->)[ \n]{0,3}/;
const IS = /^ {1,3}(?:la|is)(?: {0,2}[:=])? {1,3}/;
const LONGEST = 200;

/** A password behind its name: "mk: abc123", "mật khẩu là Abc@123", "pass Hoian@2026". */
export function findSecrets({ text, folded }: VietnameseText): Finding[] {
  return [...folded.matchAll(NAMED)].flatMap((match): Finding[] => {
    const end = match.index + match[0].length;
    const rest = folded.slice(end, end + 12);
    const announced = ANNOUNCED.exec(rest)?.[0].length;
    const stated = IS.exec(rest)?.[0].length;
    const gap = announced ?? stated ?? /^[ \n]{0,3}/.exec(rest)?.[0].length ?? 0;
    const start = end + gap;
    const value = /^[^\s]+/.exec(text.slice(start, start + LONGEST))?.[0].replace(/[,;.]{1,3}$/, '') ?? '';
    if (value === '' || (announced === undefined && !looksSecret(value, stated !== undefined))) return [];
    if (announced !== undefined && isPlainWord(value) && value.length < 4) return [];
    return [{ start, end: start + wholeChunk(text, start, value.length), kind: 'password' }];
  });
}

/** A value longer than is looked at goes on to the next white space. */
function wholeChunk(text: string, start: number, length: number): number {
  if (length < LONGEST - 3) return length;
  const space = text.slice(start).search(/\s/);
  return space < 0 ? text.length - start : space;
}

/** Behind "là", or nothing at all, a word of the language is no password: "mật khẩu là gì", "mật khẩu bị khoá". */
function looksSecret(value: string, stated: boolean): boolean {
  const folded = value.toLowerCase();
  if (/^\d{4,12}$/.test(value)) return !/^(?:19|20)\d\d$/.test(value) || stated;
  if (/[@#$%^&*!_]/.test(value) && /[\p{L}\d]/u.test(value)) return !/^\p{L}+!+$/u.test(value);
  if (/\d/.test(value) && /\p{L}/u.test(value))
    return value.length >= 4 && !/^\d+(?:lan|so|ngay|phut|gio|h|k|tr)$/.test(folded);
  return stated && value.length >= 5 && /^[a-z]+$/i.test(value) && !isFoldedSyllable(folded);
}

function isPlainWord(value: string): boolean {
  return /^\p{L}+$/u.test(value);
}
