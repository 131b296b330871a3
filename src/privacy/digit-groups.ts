import type { Span } from '../shared/offset-map.js';

/** Digits without a sign between them. */
export interface DigitGroup {
  start: number;
  end: number;
  digits: string;
}

/** Groups that may be one number, with what stands between them; or several numbers. */
export interface Run {
  groups: DigitGroup[];
  /** `gaps[i]` stands between `groups[i]` and `groups[i + 1]`. */
  gaps: string[];
}

/** What people write between the groups of one number; nothing longer, so that every run is found in one pass. */
const GAP = /^(?:[.,\-_·']| {1,4}| {0,2}- {0,2}|, {1,2}| {0,2}\n{1,2} {0,2}| ?\)[ .-]{0,2}| ?\( ?)$/;
const MAX_GAP = 6;

/** Codes of dossiers (H17.12.34-250101-0001, 000.00.17.H17-250101-0001) and of procedures (1.007040.000.00.00.H17), folded. */
const CODES: readonly RegExp[] = [
  /(?<![a-z\d])(?:\d{3}\.\d{2}\.\d{2}\.)?[a-z]\d{2}(?:[.-]\d{1,3}){0,4} ?- ?\d{6} ?- ?\d{3,6}(?![a-z\d])/g,
  /(?<![a-z\d.])\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[a-z]\d{2})?(?![a-z\d])/g,
];

/** Digits that are no number of their own: codes, dates, "năm 2026", "quý 3". Folded text. */
const SETTLED: readonly RegExp[] = [
  ...CODES,
  /(?<!\d)(?<!\d\.)(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)/g,
  /(?<!\d)(?:19|20)\d\d([./-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/g,
  /(?<![a-z])nam ?(?:19|20)\d\d(?!\d)/g,
  /(?<![a-z])(?:quy ?[1-4]|thang ?(?:1[0-2]|0?[1-9]))(?![\d.])/g,
];

/** Where codes stand that name a dossier or a procedure, not a person. */
export function codesIn(folded: string): Span[] {
  return spansOf(CODES, folded);
}

function spansOf(patterns: readonly RegExp[], folded: string): Span[] {
  return patterns
    .flatMap((pattern) =>
      [...folded.matchAll(pattern)].map(({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
      })),
    )
    .sort((a, b) => a.start - b.start);
}

/** All runs of a folded text; what is settled otherwise parts them. */
export function digitRuns(folded: string): Run[] {
  const settled = spansOf(SETTLED, folded);
  const runs: Run[] = [];
  let passed = 0;
  for (const match of folded.matchAll(/\d+/g)) {
    const group = { start: match.index, end: match.index + match[0].length, digits: match[0] };
    while ((settled[passed]?.end ?? Infinity) <= group.start) passed += 1;
    if ((settled[passed]?.start ?? Infinity) < group.end) continue;
    const last = runs.at(-1);
    const gap = last === undefined ? '' : folded.slice(last.groups.at(-1)?.end, group.start);
    if (last !== undefined && gap.length <= MAX_GAP && GAP.test(gap)) {
      last.groups.push(group);
      last.gaps.push(gap);
    } else runs.push({ groups: [group], gaps: [] });
  }
  return runs;
}

export function digitsOf(groups: readonly DigitGroup[]): string {
  return groups.map(({ digits }) => digits).join('');
}

/** "2025, 2026, 2027"; "1, 2, 3 … 9"; "100, 120, 150": lists of years, of things counted, of round figures. */
export function isList({ groups }: Run): boolean {
  if (groups.length < 2) return false;
  if (groups.every(({ digits }) => /^(?:19|20)\d\d$/.test(digits))) return true;
  if (groups.length < 3) return false;
  const [first] = groups;
  const counted = groups.every(({ digits }, index) => Number(digits) === Number(first?.digits) + index);
  return counted || groups.every(({ digits }) => digits.length <= 3 && /^[1-9]\d*0$/.test(digits));
}

/** Thousands in threes: by dots or commas always ("15.500.000"), by spaces where the sum ends in three zeros. */
export function isGroupedSum({ groups, gaps }: Run): boolean {
  const [first, ...rest] = groups;
  if (first === undefined || rest.length === 0) return false;
  const inThrees = /^[1-9]\d{0,2}$/.test(first.digits) && rest.every(({ digits }) => digits.length === 3);
  const [gap = ''] = gaps;
  if (!inThrees || gaps.some((other) => other !== gap)) return false;
  return gap === '.' || gap === ',' || (gap === ' ' && rest.at(-1)?.digits === '000');
}
