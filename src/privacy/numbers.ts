import type { VietnameseText } from '../shared/vietnamese-text.js';
import { digitRuns, digitsOf, isGroupedSum, isList, type DigitGroup, type Run } from './digit-groups.js';
import { labelsIn, type FoundLabel, type Label } from './labels.js';
import { isHotline, kindByForm, strictKind } from './number-kinds.js';
import type { Finding, MaskedKind } from './types.js';

export interface NumberFinding extends Finding {
  /** A bare number that could as well have been a sum of money. */
  maybeMoney: boolean;
}

/** How far a word reaches to the number behind it, and to the one before it ("482913 là mã otp"), in characters. */
const REACH = 40;
const REACH_BACK = 16;
const SHORTEST = 9;
const LONGEST = 19;
/** Folded units of money right behind a number. */
const CURRENCY = /^ {0,2}(?:dong|vnd|usd|trieu|tr|ty|nghin|ngan(?! hang))(?![a-z])|^(?:d|k)(?![a-z])/;
const DONG_SIGN = /^ {0,2}(?:đ|₫)(?!\p{L})/iu;
/** Folded measures: what stands before them is an amount. */
const MEASURED = /^ {0,2}(?:m2|m3|met|ha|km|kg|%|phan tram)(?![a-z])/;
/** Between a word for a sum and a sum that does not end in zeros: "nợ thuế còn khoảng 123456789". */
const FILLER =
  /^(?:[ :=]|la|khoang|tam|chung|hon|gan|con|duoc|thue|tong|cong|ca|so|tien|den|toi|len|thang|quy|nam|nay|truoc|cua|em|toi|minh|cong ty|[1-9]|1[0-2]|(?:19|20)\d\d)*$/;
const SUM_ENDING = /^[1-9]\d*000$/;

/**
 * Runs of digits that are, or may be, a person's number. Sums, hotlines, dates and codes of files are left alone, and
 * `publicNumbers` (digits only), which the bot itself tells.
 */
export function findNumbers(reading: VietnameseText, publicNumbers: ReadonlySet<string>): NumberFinding[] {
  const runs = digitRuns(reading.folded);
  if (runs.length === 0) return [];
  const labels = labelsIn(reading);
  let passed = 0;
  return runs.flatMap((run) => {
    if (publicNumbers.has(digitsOf(run.groups))) return [];
    const start = run.groups[0]?.start ?? 0;
    while (passed < labels.length && (labels[passed]?.end ?? 0) <= start) passed += 1;
    return inRun(run, reading, labels.slice(Math.max(0, passed - 4), passed), labels[passed]);
  });
}

function inRun(
  run: Run,
  reading: VietnameseText,
  before: readonly FoundLabel[],
  after: FoundLabel | undefined,
): NumberFinding[] {
  const total = digitsOf(run.groups).length;
  if (total < 4 || isList(run)) return [];
  const label = labelOf(run, reading, before, after);
  if (label?.label === 'dossier' || isSum(run, reading, label, before)) return [];
  const named = kindNamed(run, label?.label, reading);
  if (named !== undefined) return named === null ? [] : whole(run, reading, named, false);
  return byForm(run, reading);
}

/** The nearest word before the number, with no other number or end of a sentence between; else one right behind it. */
function labelOf(
  { groups }: Run,
  { folded }: VietnameseText,
  before: readonly FoundLabel[],
  after: FoundLabel | undefined,
): FoundLabel | undefined {
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  const near = before.at(-1);
  if (near !== undefined && start - near.end <= REACH && reaches(folded.slice(near.end, start))) return near;
  if (after === undefined || after.start < end || after.start - end > REACH_BACK) return undefined;
  const isNamed = /^(?:[ ,:(=-]|la|day|nay|do|so|ma|chinh)*$/.test(folded.slice(end, after.start));
  const ownNumber = /^[ :=]{0,3}(?:la|so)?[ :]{0,2}\d/.test(folded.slice(after.end, after.end + 10));
  return isNamed && !ownNumber ? after : undefined;
}

function reaches(between: string): boolean {
  return !/\d{5}|[.!?;] /.test(between);
}

function isSum(
  run: Run,
  { text, folded }: VietnameseText,
  label: FoundLabel | undefined,
  before: readonly FoundLabel[],
): boolean {
  const digits = digitsOf(run.groups);
  const end = run.groups.at(-1)?.end ?? 0;
  const start = run.groups[0]?.start ?? 0;
  if (digits.startsWith('0') || text[start - 1] === '+') return false;
  const behind = folded.slice(end, end + 12);
  if (DONG_SIGN.test(text.slice(end, end + 12))) return true;
  if (isPersonal(label?.label)) return false;
  if (CURRENCY.test(behind) || (run.groups.length > 1 && MEASURED.test(behind))) return true;
  if (isGroupedSum(run)) return true;
  const speaksOfSum = before.some((one) => isSumWord(one.label) && start - one.end <= REACH);
  if (SUM_ENDING.test(digits) && digits.length <= 13)
    return isSumWord(label?.label) || (label?.label === 'bank' && speaksOfSum);
  const between = label === undefined ? '' : folded.slice(label.end, start);
  return isSumNamed(label, before) && digits.length <= 12 && run.groups.length === 1 && FILLER.test(between);
}

/** "nợ", or a verb behind it: "số tiền phải nộp". */
function isSumNamed(label: FoundLabel | undefined, before: readonly FoundLabel[]): boolean {
  if (label?.label === 'sum') return true;
  return (
    label?.label === 'maybe_sum' &&
    before.some((one) => one.label === 'sum' && label.start >= one.end && label.start - one.end <= 8)
  );
}

function isSumWord(label: Label | undefined): boolean {
  return label === 'sum' || label === 'maybe_sum';
}

function isPersonal(label: Label | undefined): boolean {
  return label !== undefined && !isSumWord(label) && label !== 'bank' && label !== 'code';
}

/** What a word beside it makes of a number; `null`: nobody's; `undefined`: the word decides nothing. */
function kindNamed(
  run: Run,
  label: Label | undefined,
  reading: VietnameseText,
): MaskedKind | null | undefined {
  const digits = digitsOf(run.groups);
  const { length } = digits;
  const groups = run.groups.map((group) => group.digits);
  switch (label) {
    case 'one_time_code':
      return length <= 8 && !isYear(run, reading) ? 'one_time_code' : undefined;
    case 'code':
      return length === 6 && isBeside(run, reading) ? 'one_time_code' : undefined;
    case 'phone':
      if (isHotline(groups) || /^1[89]00/.test(digits)) return null;
      return length >= 6 && length <= 12 && !SUM_ENDING.test(digits) ? 'phone' : undefined;
    case 'bank_card':
      return length >= 12 ? 'bank_card' : undefined;
    case 'bank':
    case 'bank_account':
    case 'citizen_id':
    case 'old_citizen_id':
    case 'tax_code':
    case 'passport':
      if (length < 6 || isSpacedDate(groups)) return undefined;
      return label === 'bank' ? (length >= 8 ? 'bank_account' : undefined) : label;
    default:
      return undefined;
  }
}

function isYear({ groups }: Run, { folded }: VietnameseText): boolean {
  const [first] = groups;
  return (
    groups.length === 1 &&
    /^(?:19|20)\d\d$/.test(first?.digits ?? '') &&
    !/otp[ :=]*(?:la)?[ :]*$/.test(folded.slice(Math.max(0, (first?.start ?? 0) - 12), first?.start))
  );
}

/** "mã 482913", "mã số là: 482913" – but no "mã ngành nghề kinh doanh 471100". */
function isBeside({ groups }: Run, { folded }: VietnameseText): boolean {
  const [start, end] = [groups[0]?.start ?? 0, groups.at(-1)?.end ?? 0];
  const before = folded.slice(Math.max(0, start - 16), start);
  return (
    /(?:ma|code)(?: so)?[ :=]*(?:la|cua em|cua toi)?[ :=]*$/.test(before) ||
    /^[ ,]*(?:la|day la)? ?(?:ma|code)/.test(folded.slice(end, end + 12))
  );
}

function isSpacedDate(groups: readonly string[]): boolean {
  return groups.length === 3 && /^\d{1,2} \d{1,2} (?:19|20)?\d\d$/.test(groups.join(' '));
}

/** Without a word that names it only length and form speak; several numbers in a row are taken one by one. */
function byForm(run: Run, reading: VietnameseText): NumberFinding[] {
  const { groups } = run;
  const all = digitsOf(groups);
  if (all.length < SHORTEST || isHotline(groups.map(({ digits }) => digits))) return [];
  const strict = strictKind(all);
  if (strict !== null) return whole(run, reading, strict, false);
  const found: NumberFinding[] = [];
  for (let first = 0; first < groups.length;) {
    const taken = numberFrom(run, first);
    const part = { groups: groups.slice(first, first + (taken?.count ?? 1)), gaps: run.gaps.slice(first) };
    if (taken !== undefined) found.push(...whole(part, reading, taken.kind, true));
    first += taken?.count ?? 1;
  }
  if (found.length > 0) return found;
  return all.length <= LONGEST ? whole(run, reading, kindByForm(all) ?? 'bank_account', true) : [];
}

/** The number that begins with a group: of strict form, alone, or as many groups as make one of the usual lengths. */
function numberFrom({ groups }: Run, first: number): { kind: MaskedKind; count: number } | undefined {
  const alone = groups[first]?.digits ?? '';
  let digits = '';
  let usual: { kind: MaskedKind; count: number } | undefined;
  for (let count = 1; digits.length < LONGEST && first + count <= groups.length; count++) {
    digits += groups[first + count - 1]?.digits ?? '';
    const strict = strictKind(digits);
    if (strict !== null) return { kind: strict, count };
    const kind = digits.length <= 13 && digits.length !== 11 ? kindByForm(digits) : null;
    if (kind !== null && alone.length < SHORTEST) usual = { kind, count };
  }
  const branch = alone.length === 10 && groups[first + 1]?.digits.length === 3;
  if (branch) return { kind: 'tax_code', count: 2 };
  const own = kindByForm(alone);
  return own === null ? usual : { kind: own, count: 1 };
}

function whole(
  { groups }: { groups: DigitGroup[] },
  { text }: VietnameseText,
  kind: MaskedKind,
  bare: boolean,
): NumberFinding[] {
  const first = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  const opening = /[+(]{1,2}$/.exec(text.slice(Math.max(0, first - 2), first))?.[0] ?? '';
  return [
    { start: first - opening.length, end, kind, maybeMoney: bare && SUM_ENDING.test(digitsOf(groups)) },
  ];
}
