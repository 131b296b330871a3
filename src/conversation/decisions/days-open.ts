import type { Entity } from '../reading/entities/types.js';

type Duration = Extract<Entity, { kind: 'duration' }>;

/** Over how much of a year something is sold, and which value of the message says so (none: "nghỉ chủ nhật"). */
export interface DaysOpen {
  /** Days of a whole year: "tuần bán 6 ngày". */
  days?: number;
  /** Months of the year: "bán từ tháng 3 đến tháng 8". */
  months?: number;
  /** Days off besides: "nghỉ Tết 10 ngày". */
  off?: number;
  by?: Entity;
}

const YEAR = 365;
const WEEK = 7;
const MONTHS = 12;

/** Up to four words of no other time between: "tháng bán được khoảng 26 ngày". */
const SOME = '(?:\\s(?!thang\\b|nam\\b|tuan\\b|ngay\\b)[a-z]{1,7}){0,4}';
const IN_A_MONTH = new RegExp(`\\bthang${SOME}\\s{1,3}$`, 'u');
const IN_A_WEEK = new RegExp(`\\btuan(?:\\s(?:le))?${SOME}\\s{1,3}$`, 'u');
/** "26 ngày một tháng", "6 ngày/tuần". */
const OF_A_MONTH =
  /^\s{0,3}(?:\/|trong |mot |1 |moi |tren |hang |trong mot |trong 1 |cua mot )\s{0,2}thang\b/u;
const OF_A_WEEK = /^\s{0,3}(?:\/|trong |mot |1 |moi |tren |hang |trong mot |trong 1 |cua mot )\s{0,2}tuan\b/u;
/** Right in front of days on which nothing is sold: "tháng nghỉ 4 ngày". */
const OFF =
  /\b(?:nghi(?: ban)?|dong cua|khong ban|ko ban|k ban|khong mo|ko mo|tru|khong co khach|ko co khach|khong ai thue|ko ai thue)(?:\s(?!ban\b|mo\b|lam\b)[a-z]{1,6}){0,2}\s{1,3}$/u;
/** Right behind them: "2 tháng hè trống", "4 tháng mưa em nghỉ". */
const OFF_BEHIND =
  /^(?:\s(?!ban\b|mo\b|lam\b)[a-z]{1,5}){0,3}\s(?:(?:bi|bo|de)\strong\b|trong(?=$|[,.!?]|\s(?:khong|ko|k|nha|a|thoi)\b)|nghi\b|dong cua\b|khong (?:ban|mo|co khach|ai thue)\b|ko (?:ban|mo|co khach|ai thue)\b)/u;
/** "Bán có 8 tháng", "mở được 6 tháng", "nhà cho thuê có 9 tháng". */
const OPEN =
  /\b(?:ban|mo|mo cua|lam|chay|day|hoat dong|co khach|cho thue)(?:\s(?:duoc|dc|co|chi|tam|khoang|chung|moi|khoang chung|trong)){0,3}\s{1,3}$/u;
const OPEN_BEHIND = /^(?:\s(?:he|mua|kho|nang|lanh|trong|mot|1)){0,3}\s(?:nam|thoi|a)\b/u;
/** Beside a value that is all the message tells. */
const ABOUT_ONLY =
  /^(?:da|lon|nham|chu|quen|khong|khoang|tam|chung|co|duoc|thoi|chi|a|em|ban|he|nha|mot nam|1 nam|nam|\s|[.,])*$/u;
/** What a closed day is named by, in front of it or behind. */
const CLOSED = '(?:nghi|tru|dong cua|khong ban|ko ban|k ban|khong mo|ko mo)';
const WEEKDAY = '(?:chu nhat|cn|thu (?:bay|7|hai|2|ba|3|tu|4|nam|5|sau|6)|t[2-7]|cuoi tuan)';
const WEEKDAYS = `${WEEKDAY}(?:\\s?(?:,|va|voi|\\+|&)?\\s?${WEEKDAY}){0,3}`;
const CLOSED_ON = new RegExp(
  `\\b${CLOSED}(?:\\s(?:ban|ngay|cac|moi|may|vao|het|luon|le|hang|buoi)){0,3}\\s(${WEEKDAYS})(?![\\p{L}\\d])`,
  'u',
);
const ON_CLOSED = new RegExp(
  `(?<![\\p{L}\\d])(${WEEKDAYS})(?:\\s(?:la|thi|em|e|tui|toi|minh|quan|tiem|deu|hay|cung|voi|va|ngay|le|tet)){0,3}\\s${CLOSED}\\b`,
  'u',
);
/** "Chỉ bán cuối tuần", "bán t7 cn thôi", "có thứ bảy chủ nhật mới bán". */
const OPEN_ONLY_ON = new RegExp(
  `\\b(?:(?:chi|moi) (?:[a-z]{1,5} ){0,2}?(?:ban|mo|mo cua|lam|chay|day)(?: (?:vao|ngay|may|hai|2|duoc|co|buoi|o|hang|cho)){0,3} (${WEEKDAYS})|(?:ban|mo|mo cua|lam|chay|day)(?: (?:vao|ngay|may|hai|2|duoc|co|moi|buoi|hang)){0,3} (${WEEKDAYS}) (?:thoi|a)\\b|(?:chi|co) (?:(?:co|vao|ngay|may) ){0,2}(${WEEKDAYS})(?: [a-z]{1,5}){0,2}? (?:moi )?(?:ban|mo|lam|chay|day)\\b)`,
  'u',
);
const ONE_WEEKDAY = new RegExp(`${WEEKDAY}(?![\\p{L}\\d])`, 'gu');
/** "Bán từ thứ hai tới thứ bảy", "t2-t6". */
const WEEK_FROM_TO =
  /\b(?:thu\s?|t)(2|hai)\s?(?:den|toi|-|–|qua)\s?(?:het\s)?(?:(?:thu\s?|t)(6|sau|7|bay)|chu nhat|cn)(?![\p{L}\d])/u;
/** Told by the year itself where it is at least so much: "330 ngày". */
const MIN_A_YEAR = 20;
/** "Bán một ngày nghỉ một ngày", "bữa bán bữa nghỉ", "cách ngày mới bán". */
const EVERY_OTHER_DAY =
  /\b(?:ngay|bua|hom) (?:ban|mo|lam|chay) (?:(?:ngay|bua|hom) )(?:nghi|khong)\b|\b(?:ban|mo|lam|chay) (?:mot|1) (?:ngay|bua) nghi (?:mot|1) (?:ngay|bua)\b|\b(?:ban|mo|lam|chay) cach ngay\b|\bcach (?:ngay|bua) (?:moi )?(?:ban|mo)\b|\bnua thang nghi nua thang\b/u;
/** "Từ tháng 3 đến tháng 8", "tháng 6-9". */
const MONTHS_FROM_TO =
  /\bthang\s?(\d{1,2})\s?(?:den|toi|-|–|qua)\s?(?:het\s)?(?:cuoi\s|dau\s)?(?:thang|t)?\s?(\d{1,2})(?![\d/])/u;
const CLOSED_WORD = /\b(?:nghi|dong cua|khong ban|ko ban|k ban|khong mo|ko mo)\b/u;

/** "Tháng bán 26 ngày", "nghỉ chủ nhật", "nghỉ Tết 10 ngày", "330 ngày": of how much of a year a day's takings are. */
export function daysOpen(entities: readonly Entity[], folded: string): DaysOpen | undefined {
  const closed = closedWeekdays(folded);
  if (EVERY_OTHER_DAY.test(folded)) return { days: Math.round(YEAR / 2) };
  const told = entities.flatMap((entity) => {
    const one = entity.kind === 'duration' ? toldBy(entity, folded) : undefined;
    return one === undefined ? [] : [{ ...one, by: entity }];
  });
  // "Tết nghỉ 10 bữa, một năm bán cỡ 330 ngày": the days of the year are told, whatever was taken off before.
  const ofYear = told.find(({ days, off }) => days !== undefined && off === 0);
  if (ofYear !== undefined) return ofYear;
  const open = closed === 0 ? openWeekdays(folded) : WEEK - closed;
  const weeks = open === 0 ? {} : { days: ofWeeks(open) };
  const all = Object.assign({}, monthsFromTo(folded), weeks, ...[...told].reverse()) as DaysOpen;
  return Object.keys(all).length === 0 ? undefined : all;
}

function toldBy(duration: Duration, folded: string): Omit<DaysOpen, 'by'> | undefined {
  const { value, unit, start, end } = duration;
  const [before, behind] = [folded.slice(0, start), folded.slice(end)];
  const isOff = OFF.test(before) || OFF_BEHIND.test(behind);
  if (unit === 'day') return toldByDays(value, isOff, before, behind);
  if (unit === 'week') return isOff ? { off: WEEK * value } : undefined;
  if (unit === 'month' && value < 1 && IN_A_MONTH.test(before)) return { days: Math.round(YEAR * value) };
  const months = unit === 'month' ? value : unit === 'year' ? value * MONTHS : MONTHS;
  if (months >= MONTHS) return undefined;
  if (isOff) return months < 1 ? { off: Math.round((YEAR * months) / MONTHS) } : { months: MONTHS - months };
  const isSaid = OPEN.test(before) || OPEN_BEHIND.test(behind) || ABOUT_ONLY.test(`${before} ${behind}`);
  return isSaid && months > 1 ? { months } : undefined;
}

function toldByDays(value: number, isOff: boolean, before: string, behind: string): DaysOpen | undefined {
  if (value <= 31 && (IN_A_MONTH.test(before) || OF_A_MONTH.test(behind)))
    return { days: isOff ? YEAR - MONTHS * value : MONTHS * value };
  if (value <= WEEK && (IN_A_WEEK.test(before) || OF_A_WEEK.test(behind)))
    return { days: ofWeeks(isOff ? WEEK - value : value) };
  if (value > YEAR + 1) return undefined;
  if (isOff) return { off: value };
  return value < MIN_A_YEAR ? undefined : { days: value, off: 0 };
}

function monthsFromTo(folded: string): DaysOpen {
  const [first, last] = (MONTHS_FROM_TO.exec(folded) ?? []).slice(1).map(Number);
  if (first === undefined || last === undefined || first < 1 || first > MONTHS || last < 1 || last > MONTHS)
    return {};
  const months = ((last - first + MONTHS) % MONTHS) + 1;
  if (months === MONTHS) return {};
  return { months: CLOSED_WORD.test(folded) ? MONTHS - months : months };
}

function ofWeeks(days: number): number {
  return Math.round((YEAR * days) / WEEK);
}

/** Days of a week on which nothing is sold. */
function closedWeekdays(folded: string): number {
  const to = WEEK_FROM_TO.exec(folded);
  if (to !== null) return to[2] === undefined ? 0 : /6|sau/u.test(to[2]) ? 2 : 1;
  const named = (CLOSED_ON.exec(folded) ?? ON_CLOSED.exec(folded))?.[1] ?? '';
  return weekdaysIn(named);
}

function openWeekdays(folded: string): number {
  const [first, second, third] = OPEN_ONLY_ON.exec(folded)?.slice(1) ?? [];
  return weekdaysIn(first ?? second ?? third ?? '');
}

function weekdaysIn(named: string): number {
  const days = [...named.matchAll(ONE_WEEKDAY)].map(([day]) => (day === 'cuoi tuan' ? 2 : 1));
  return days.reduce((sum, one) => sum + one, 0);
}
