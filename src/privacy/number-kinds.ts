import type { MaskedKind } from './types.js';

/** Whose number digits are by their form alone; `null`: they need a word beside them, or are nobody's. */
export function kindByForm(digits: string): MaskedKind | null {
  if (isPhone(digits)) return 'phone';
  const { length } = digits;
  if (length >= 16 && length <= 19 && passesLuhn(digits)) return 'bank_card';
  if (length === 9) return 'old_citizen_id';
  if (length === 10 || length === 13) return 'tax_code';
  if (length === 12) return 'citizen_id';
  return length > 9 ? 'bank_account' : null;
}

/** Forms that hardly anything else has: they are found among other digits. */
export function strictKind(digits: string): MaskedKind | null {
  if (isPhone(digits)) return 'phone';
  if (/^0\d{11}$/.test(digits)) return 'citizen_id';
  return digits.length >= 16 && digits.length <= 19 && passesLuhn(digits) ? 'bank_card' : null;
}

/** Mobile numbers, land lines (02x), both with the country code too, with or without a 0 behind it. */
function isPhone(digits: string): boolean {
  return /^(?:0|840?|00840?)(?:[35789]\d{8}|2\d{8,9})$/.test(digits) || /^01[2689]\d{8}$/.test(digits);
}

/** 1800 and 1900 numbers as they are announced, the 1022 hotlines of provinces; nobody's own numbers. */
export function isHotline(groups: readonly string[]): boolean {
  const digits = groups.join('');
  if (/^0\d{2,3}1022$/.test(digits)) return true;
  return /^1[89]00(?:\d{4}|\d{6})$/.test(digits) && (digits.length === 8 || groups[0]?.length === 4);
}

/** The check sum of bank cards (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let position = 0; position < digits.length; position++) {
    const value = Number(digits.charAt(digits.length - 1 - position)) * (position % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
