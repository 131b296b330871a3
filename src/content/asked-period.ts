import { fold } from '../shared/fold.js';
import { yearOf } from '../shared/days.js';

export interface AskedPeriod {
  month?: number;
  quarter?: number;
  year?: number;
}

const ROMAN = ['i', 'ii', 'iii', 'iv'];

/** "quý 3", "quý III/2026", "q4", "tháng 9 năm ngoái", "năm 2025": which period a message names. */
export function periodIn(text: string, today: string): AskedPeriod {
  const folded = fold(text);
  const quarter = /\b(?:quy|q)\s*(iv|i{1,3}|[1-4])\b/.exec(folded)?.[1];
  const month = /\b(?:thang|t)\s*(1[0-2]|0?[1-9])\b/.exec(folded)?.[1];
  const year = yearIn(folded, yearOf(today));
  return {
    ...(quarter === undefined ? {} : { quarter: ROMAN.indexOf(quarter) + 1 || Number(quarter) }),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(year === undefined ? {} : { year }),
  };
}

function yearIn(folded: string, thisYear: number): number | undefined {
  const written = /(?<!\d)(20\d\d)(?!\d)/.exec(folded)?.[1];
  if (written !== undefined) return Number(written);
  if (/\bnam (ngoai|truoc|roi)\b/.test(folded)) return thisYear - 1;
  if (/\bnam (sau|toi)\b/.test(folded)) return thisYear + 1;
  return /\bnam nay\b/.test(folded) ? thisYear : undefined;
}
