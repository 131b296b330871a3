import type { CellValue } from './conversation-columns.js';

/** What XML 1.0 forbids, so that a workbook holding it opens nowhere: controls, half pairs, U+FFFE and U+FFFF. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Spaces, line ends and hidden characters: programs that trim a cell take what comes after for its beginning. */
const IN_FRONT = /^[\s\p{C}]+/u;

/** A tab or line end at the very beginning counts too (OWASP, CSV Injection). */
const CELL_BREAK = /^[\t\r\n]/;

/** After NFKC, which makes plain ones of full-width and small forms; U+2212 is the minus sign. */
const FORMULA_SIGN = /^[=+\-@\u2212]/;

/**
 * A cell as it goes into a CSV file or a workbook. A spreadsheet must not take a citizen's words for a formula, also not
 * after it was saved in another format: text that begins like one gets an apostrophe. Numbers stay as they are.
 */
export function cellText(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  const text = value.replace(NOT_IN_XML, '\uFFFD');
  const first = String.fromCodePoint(text.replace(IN_FRONT, '').codePointAt(0) ?? 0).normalize('NFKC');
  return CELL_BREAK.test(text) || FORMULA_SIGN.test(first) ? `'${text}` : text;
}
