/**
 * Numbers are compared by what they are, not by their digits: "15tr5" and "20 triệu" are both money. The classes are
 * written with angle brackets so that no word of a message can be one.
 */
const CLASSES: readonly { name: string; form: RegExp }[] = [
  { name: '<date>', form: /^\d{1,2}[/.]\d{1,2}(?:[/.](?:19|20)?\d\d)$|^\d{1,2}\/\d{1,2}$/ },
  { name: '<date>', form: /^\d{1,2}\/(?:19|20)\d\d$/ },
  { name: '<year>', form: /^(?:19|20)\d\d$/ },
  { name: '<money>', form: /^\d+(?:[.,]\d+)*(?:tr|trieu|ty|ti|k|cu|d|dong|vnd|ngan|nghin|toi|chai|lit)\d*$/ },
  { name: '<money>', form: /^\d{1,3}(?:[.,]\d{3})+$/ },
  { name: '<time>', form: /^\d{1,2}(?:h|g|gio|:)\d{0,2}$/ },
  { name: '<percent>', form: /^\d+(?:[.,]\d+)?%$/ },
  { name: '<number>', form: /^\d+(?:[.,/:]\d+)*$/ },
];

const MONEY_UNITS = new Set('tr trieu ty ti nghin ngan k dong d vnd cu chai lit toi ruoi'.split(' '));
const PERIODS: Readonly<Record<string, string>> = { thang: '<month>', quy: '<quarter>', q: '<quarter>' };

/** The class of a folded word that begins with a digit; `null` for any other word ("vneid", "2a"). */
export function numberClass(folded: string): string | null {
  const first = folded.charCodeAt(0);
  if (first < 48 || first > 57) return null;
  return CLASSES.find(({ form }) => form.test(folded))?.name ?? null;
}

/** A bare number is what the words beside it make of it: "20 triệu" is money, "quý 3" a quarter, "8 giờ" a time. */
export function classInContext(name: string, before: string | undefined, after: string | undefined): string {
  if (name !== '<number>') return name;
  if (after !== undefined && MONEY_UNITS.has(after)) return '<money>';
  if (after === 'gio' || after === 'h') return '<time>';
  return (before !== undefined && PERIODS[before]) || name;
}

/** Whether a short word behind a number is its unit and no abbreviation of its own ("20 k" is no "không"). */
export function isUnitAfter(numberName: string, folded: string): boolean {
  return (numberName === '<money>' && MONEY_UNITS.has(folded)) || (numberName === '<time>' && folded === 'h');
}
