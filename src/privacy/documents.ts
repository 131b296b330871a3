import { isFoldedSyllable } from '../shared/syllable.js';
import { fold, type VietnameseText } from '../shared/vietnamese-text.js';
import type { Finding, MaskedKind } from './types.js';

interface Form {
  kind: MaskedKind;
  pattern: RegExp;
  /** Of the text as written (capitals tell serial letters from words), or folded. */
  in: 'text' | 'folded';
  /** How many digits the value has, from and to. */
  digits?: readonly [number, number];
}

const GAP = '[ .-]{0,3}';

/** Numbers with letters. The value is the group `value`, or the whole match; every repetition is bounded. */
const FORMS: readonly Form[] = [
  // A Vietnamese passport: one letter and 7–8 digits.
  {
    kind: 'passport',
    in: 'text',
    pattern: /(?<![\p{L}\d])(?:[A-Z][ -]?|[a-z])\d{7,8}(?![\p{L}\d]|[.,]\d)/gu,
  },
  {
    kind: 'passport',
    in: 'text',
    digits: [7, 8],
    pattern: /(?<![\p{L}\d])[A-Z][ .-]{0,3}\d{1,4}(?:[ .-]{1,3}\d{2,4}){1,3}(?![\p{L}\d])/gu,
  },
  {
    kind: 'passport',
    in: 'folded',
    pattern:
      /(?:ho chieu|passport|so hc)(?: ?(?:so|cua em|cua toi|cu|moi|la|:|=)){0,4} {0,3}(?<value>[a-z]{1,2}(?:[ .-]{0,3}\d){6,9})(?![a-z\d])/g,
  },
  // 0905/123/456, 0905|123|456: only phone numbers, since dates and laws are written so.
  {
    kind: 'phone',
    in: 'folded',
    digits: [10, 10],
    pattern: /(?<![\d/])0[35789]\d{0,3}( ?[/|*] ?)\d{2,4}\1\d{2,4}(?:\1\d{2,3}){0,2}(?![\d/])/g,
  },
  // Land certificates: two letters and 6–8 digits.
  {
    kind: 'land_document',
    in: 'text',
    digits: [6, 8],
    pattern:
      /(?<![\p{L}\d])(?!(?:QĐ|QD|TT|NĐ|ND|CV|TB|HĐ|HD|HS|PT|PC|PL|SỐ|SO|KH|NV|CT)[ .-]?\d)[A-ZĐ]{2}[ .-]{0,2}\d{2,4}(?:[ .-]{0,2}\d{2,4}){1,2}(?![\p{L}\d]|[.,]\d)/gu,
  },
  {
    kind: 'land_document',
    in: 'folded',
    pattern:
      /(?:so do|so hong|bia do|gcn ?qsd ?d?|gcn|giay chung nhan|seri|so phat hanh|so vao so)(?: ?(?:so|seri|la|:|=)){0,4} {0,3}(?<value>[a-z]{1,3}[ .-]{0,3}\d(?:[ .-]{0,2}\d){4,8})(?![a-z\d])/g,
  },
  {
    kind: 'land_document',
    in: 'folded',
    pattern:
      /(?:so do|so hong|bia do|gcn|giay chung nhan|so vao so)(?: ?(?:so|seri|:|=)){1,4} {0,3}(?<value>(?:[a-z]{1,3})?\d[\d/.-]{0,20})(?![a-z])/g,
  },
  {
    kind: 'land_document',
    in: 'folded',
    pattern:
      /(?:(?<!\d )(?:thua dat|thua)|to ban do|to bd)(?: ?(?:so|la|:|=)){0,3} {0,3}(?<value>\d[\d/.-]{0,12}[a-z]?)(?![a-z\d]|[.,]\d| {0,2}(?:m2|met|m |nguoi|ha|trieu|ty|thua))/g,
  },
  // 43A1-234.56, 92H1 12345, 30h-12345, 43MĐ1-123.45; unit letters of sums ("15tr500", "20k") need a sign or a label.
  {
    kind: 'vehicle_plate',
    in: 'text',
    pattern: /(?<![\p{L}\d.,])[1-9]\d[ -]{0,3}[A-ZĐ]{1,2}\d?[ .-]{0,3}\d{3}[ .]?\d{2}(?![\p{L}\d]|[.,]\d)/gu,
  },
  {
    kind: 'vehicle_plate',
    in: 'folded',
    pattern:
      /(?<![a-z\d.,])[1-9]\d(?!m[23]|tr|ty|ti|cu)[a-z][a-z\d]?(?:[.-] ?| - )?\d{3}\.?\d{2}(?![a-z\d]|[.,]\d)/g,
  },
  {
    kind: 'vehicle_plate',
    in: 'folded',
    pattern: new RegExp(
      `(?:bien so|bien kiem soat|bsx|bks|(?<![a-z])xe)(?: ?(?:xe|may|oto|o to|hoi|so|cua em|cua toi|la|em|toi|:|=)){0,4} {0,3}(?<value>[1-9]\\d${GAP}[a-z]{1,2}\\d?${GAP}\\d{2,3}${GAP}\\d{2})(?![a-z\\d]|[.,]\\d)`,
      'g',
    ),
  },
];

export function findDocuments({ text, folded }: VietnameseText): Finding[] {
  if (!/\d/.test(folded)) return [];
  return FORMS.flatMap(({ kind, pattern, in: where, digits }) =>
    [...(where === 'text' ? text : folded).matchAll(pattern)].flatMap((match): Finding[] => {
      const value = match.groups?.['value'] ?? match[0];
      const start = match.index + match[0].lastIndexOf(value);
      const count = value.match(/\d/g)?.length ?? 0;
      const fits = digits === undefined || (count >= digits[0] && count <= digits[1]);
      return fits && !isWord(value) ? [{ start, end: start + value.length, kind }] : [];
    }),
  );
}

/** "EM 123456" in a message of capitals: letters with a space behind them that are a syllable are no serial. */
function isWord(value: string): boolean {
  const letters = /^\p{Lu}{2}(?= )/u.exec(value)?.[0];
  return letters !== undefined && isFoldedSyllable(fold(letters));
}
