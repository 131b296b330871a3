import type { Finding } from './detectors.js';
import type { MaskedKind } from './types.js';

/** Digits, perhaps grouped by single spaces, dots, commas or hyphens; a leading + for +84. */
const DIGIT_RUN = /(?<![\p{L}\d])\+?\d(?:[ .,\-\u00a0\u2011–]?\d)+(?!\d)/gu;

const CURRENCY_AFTER =
  /^\s*(?:đồng|dong|vnđ|vnd|đ(?!\p{L})|d(?!\p{L})|triệu|trieu|tr(?!\p{L})|tỷ|tỉ|ty(?!\p{L})|nghìn|nghin|ngàn|ngan|k(?!\p{L}))/iu;
const MONEY_BEFORE =
  /(?:giá|gia|lương|luong|thu nhập|thu nhap|doanh thu|số tiền|so tien|tiền|tien)\s*(?:là|la|khoảng|khoang|:)?\s*$/iu;
const BEFORE: readonly { kind: MaskedKind; pattern: RegExp }[] = [
  { kind: 'one_time_code', pattern: /(?:otp|mã xác (?:nhận|thực)|ma xac (?:nhan|thuc))[^\d]{0,20}$/iu },
  { kind: 'citizen_id', pattern: /(?:cccd|căn cước|can cuoc|định danh|dinh danh)[^\d]{0,20}$/iu },
  { kind: 'old_citizen_id', pattern: /(?:cmnd|cmt|chứng minh|chung minh)[^\d]{0,20}$/iu },
  { kind: 'tax_code', pattern: /(?:mst|mã số thuế|ma so thue|mã thuế|ma thue)[^\d]{0,20}$/iu },
  {
    kind: 'bank_account',
    pattern:
      /(?:stk|số tài khoản|so tai khoan|tài khoản|tai khoan|(?<!\p{L})tk|ngân hàng|ngan hang|vietcombank|vcb|bidv|agribank|techcombank|vietinbank|sacombank|mb ?bank|acb|momo)[^\d]{0,25}$/iu,
  },
  {
    kind: 'phone',
    pattern: /(?:sđt|sdt|số điện thoại|so dien thoai|điện thoại|dien thoai|zalo|gọi|goi)[^\d]{0,15}$/iu,
  },
];
/** A dossier's number is no person's number: it is kept so that it can be looked up (privacy facts, 8). */
const DOSSIER_BEFORE = /(?:mã hồ sơ|ma ho so|số hồ sơ|so ho so|mã hs|ma hs)[^\d]{0,10}$/iu;
const CODE_BEFORE = /(?:(?<!\p{L})mã|(?<!\p{L})ma|code)(?: số| so)?\s*(?:là|la|:)?\s*$/iu;

export interface NumberFinding extends Finding {
  /** A bare number that could as well have been a sum of money. */
  maybeMoney: boolean;
}

/** Runs of digits that are, or may be, a person's number. Sums of money and numbers of documents are left alone. */
export function findNumbers(text: string): NumberFinding[] {
  return [...text.matchAll(DIGIT_RUN)].flatMap((match) => {
    const written = match[0];
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const after = text.slice(match.index + written.length);
    const kind = kindOf(written, before, after);
    if (kind === null) return [];
    const maybeMoney =
      /^[1-9]\d*000$/.test(digitsOf(written)) && !BEFORE.some(({ pattern }) => pattern.test(before));
    return [{ start: match.index, end: match.index + written.length, kind, maybeMoney }];
  });
}

function kindOf(written: string, before: string, after: string): MaskedKind | null {
  const digits = digitsOf(written);
  if (DOSSIER_BEFORE.test(before) || areYears(written)) return null;
  const named = BEFORE.find(({ pattern }) => pattern.test(before))?.kind;
  if (named === 'one_time_code')
    return digits.length >= 4 && digits.length <= 8 ? named : byLength(digits, written);
  if (named !== undefined && digits.length >= 6 && !isDate(written))
    return named === 'phone' ? phoneOrOther(digits, written) : named;
  if (isMoney(written, before, after)) return null;
  if (digits.length === 6 && CODE_BEFORE.test(before)) return 'one_time_code';
  return byLength(digits, written);
}

function phoneOrOther(digits: string, written: string): MaskedKind {
  return digits.length >= 8 ? 'phone' : (byLength(digits, written) ?? 'phone');
}

/** Without a word that names it, only the length and form speak. Below nine digits a number is left alone. */
function byLength(digits: string, written: string): MaskedKind | null {
  const length = digits.length;
  if (/^(?:\+?84|0)[35789]\d{8}$/.test(written.replace(/[^\d+]/g, ''))) return 'phone';
  if (/^0\d{9,10}$/.test(digits) && digits.startsWith('02')) return 'phone';
  if (length >= 16 && length <= 19 && passesLuhn(digits)) return 'bank_card';
  if (length === 9) return 'old_citizen_id';
  if (length === 10 || length === 13) return 'tax_code';
  if (length === 12) return 'citizen_id';
  return length > 9 ? 'bank_account' : null;
}

/** A unit follows, or the digits are grouped by thousands with dots or commas and do not start with 0. */
function isMoney(written: string, before: string, after: string): boolean {
  if (/^\+|^0\d/.test(written)) return false;
  if (CURRENCY_AFTER.test(after)) return true;
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(written)) return true;
  return MONEY_BEFORE.test(before) && /^[1-9]\d*000$/.test(written);
}

function isDate(written: string): boolean {
  return /^\d{1,2}[.\- ]\d{1,2}[.\- ]\d{2,4}$/.test(written);
}

function areYears(written: string): boolean {
  return /^(?:(?:19|20)\d\d)(?:[ ,\-–](?:19|20)\d\d)+$/.test(written);
}

function digitsOf(written: string): string {
  return written.replace(/\D/g, '');
}

/** The check sum of bank cards (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, position) => {
      const value = Number(digit) * (position % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
