import { addDays, dateIn, vietnameseDay } from '../../../shared/days.js';
import { AppError } from '../../../shared/errors.js';
import { around, firstOfMonth, lengthOf, type ReportPeriod } from '../../../statistics/periods.js';
import type { ComparedWith } from '../../../statistics/report.js';
import type { Scope } from '../../../statistics/statistics.js';

/** What an address asks for: `tu`, `den` or `ky`, `nhom`, `thu-tuc`, `so-voi`, `ban` (or `from`, `to`, `group`, `procedure`, `compare`). */
export interface Question {
  period: ReportPeriod;
  scope: Scope;
  compared: ComparedWith;
  /** Small counts hidden, citizens' words left out. */
  forPublication: boolean;
}

const MAX_DAYS = 1100;

/** Ready-made periods, up to today. */
export const PRESETS: readonly { id: string; name: string; period: (today: string) => ReportPeriod }[] = [
  { id: 'hom-nay', name: 'Hôm nay', period: (today) => ({ from: today, to: today }) },
  { id: 'tuan-nay', name: 'Tuần này', period: (today) => upTo(around(today, 'week').from, today) },
  { id: 'thang-nay', name: 'Tháng này', period: (today) => upTo(firstOfMonth(today), today) },
  {
    id: 'thang-truoc',
    name: 'Tháng trước',
    period: (today) => around(addDays(firstOfMonth(today), -1), 'month'),
  },
  { id: 'quy-nay', name: 'Quý này', period: (today) => upTo(firstOfQuarter(today), today) },
  {
    id: 'quy-truoc',
    name: 'Quý trước',
    period: (today) => {
      const to = addDays(firstOfQuarter(today), -1);
      return upTo(firstOfQuarter(to), to);
    },
  },
  { id: 'nam-nay', name: 'Năm nay', period: (today) => upTo(`${today.slice(0, 4)}-01-01`, today) },
];

const upTo = (from: string, to: string): ReportPeriod => ({ from, to });

function firstOfQuarter(day: string): string {
  const month = Number(day.slice(5, 7));
  return dateIn(Number(day.slice(0, 4)), month - ((month - 1) % 3), 1);
}

/** Throws `BAD_PERIOD` (400) naming what is wrong and how a day is written. */
export function questionOf(query: URLSearchParams, now: Date): Question {
  const value = (...names: string[]) =>
    names.map((name) => query.get(name)).find((found) => found) ?? undefined;
  const group = value('nhom', 'group');
  const procedure = value('thu-tuc', 'procedure');
  return {
    period: periodOf(value('tu', 'from'), value('den', 'to'), value('ky', 'period'), vietnameseDay(now)),
    scope: { ...(group === undefined ? {} : { group }), ...(procedure === undefined ? {} : { procedure }) },
    compared: ['nam-truoc', 'last_year'].includes(value('so-voi', 'compare') ?? '') ? 'last_year' : 'before',
    forPublication: value('ban', 'edition') === 'cong-bo' || value('edition') === 'publication',
  };
}

function periodOf(
  from: string | undefined,
  to: string | undefined,
  preset: string | undefined,
  today: string,
): ReportPeriod {
  if (from === undefined && to === undefined) {
    const found = PRESETS.find(({ id }) => id === (preset ?? 'thang-nay'));
    if (found === undefined) throw bad(`Không có kỳ “${(preset ?? '').slice(0, 20)}”.`);
    return found.period(today);
  }
  const period = { from: dayOf(from ?? to), to: dayOf(to ?? from) };
  if (period.from > period.to) throw bad('Ngày bắt đầu đang sau ngày kết thúc.');
  if (lengthOf(period) > MAX_DAYS) throw bad('Khoảng thời gian dài quá ba năm.');
  return period;
}

function dayOf(written: string | undefined): string {
  const day = written ?? '';
  const real = /^20\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day;
  if (!real) throw bad(`“${day.slice(0, 20)}” không phải là một ngày.`);
  return day;
}

function bad(what: string): AppError {
  return new AppError('BAD_PERIOD', what, {
    status: 400,
    remedy: 'Viết ngày theo dạng 2026-11-24, ngày bắt đầu không sau ngày kết thúc.',
  });
}

/** The same question as an address' query, with changes. */
export function queryOf({ period, scope, compared, forPublication }: Question): string {
  const query = new URLSearchParams({ tu: period.from, den: period.to });
  if (scope.group !== undefined) query.set('nhom', scope.group);
  if (scope.procedure !== undefined) query.set('thu-tuc', scope.procedure);
  if (compared === 'last_year') query.set('so-voi', 'nam-truoc');
  if (forPublication) query.set('ban', 'cong-bo');
  return query.toString();
}
