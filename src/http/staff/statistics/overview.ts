import { changeOf } from '../../../statistics/change.js';
import { METRICS } from '../../../statistics/metrics/all.js';
import type { StatisticsReport } from '../../../statistics/report.js';
import type { Statistics } from '../../../statistics/statistics.js';
import { tablesOf } from '../../../statistics/tables.js';
import type { CellKind, Table, TableOptions, TableRow } from '../../../statistics/table-types.js';
import { periodName } from '../../../statistics/wording.js';
import { written } from '../../../statistics/written.js';
import { vietnameseDay, writtenDate } from '../../../shared/days.js';
import { format } from '../format.js';
import { hoursChart, trendChart } from './charts.js';
import { PRESETS, queryOf, type Question } from './question.js';

/** Bars and lists end here on the page; exports have all. */
const SHOWN_ROWS = 10;

/** What tables need of content. */
export function tableOptions(statistics: Statistics, forPublication: boolean): TableOptions {
  return {
    forPublication,
    nameOf: (procedure) => statistics.nameOf(procedure),
    intentName: (intent) => statistics.intentName(intent),
    checkedOn: (procedure) => statistics.checkedOn(procedure),
  };
}

/** What the template of the overview finds in `it`. */
export function overviewData(
  report: StatisticsReport,
  question: Question,
  statistics: Statistics,
): Record<string, unknown> {
  const { forPublication } = question;
  const tables = tablesOf(report, tableOptions(statistics, forPublication));
  const table = (id: string) => tables.find((one) => one.id === id);
  const [trend, hours] = [table('trend'), table('busy_hours')];
  return {
    period: periodName(report.period),
    compared: comparedWith(report),
    scope: scopeName(question, statistics),
    onePart: report.procedures !== undefined,
    seenAt: statistics.now(),
    forPublication,
    picker: pickerOf(question, statistics),
    query: queryOf(question),
    otherEdition: queryOf({ ...question, forPublication: !forPublication }),
    headline: (table('headline')?.rows ?? []).map((row) => cardOf(row, report)),
    requestsNow: report.procedures === undefined && !forPublication ? report.requestsNow : null,
    trend: trend === undefined ? null : { ...trend, chart: trendChart(trend) },
    hours: hours === undefined ? null : { ...hours, chart: hoursChart(hours) },
    outcomes: barsOf(table('outcomes')),
    satisfaction: { ...barsOf(table('satisfaction')), ...report.values.satisfaction },
    procedures: barsOf(table('top_procedures')),
    byProcedure: firstRows(table('by_procedure')),
    nearMisses: barsOf(table('near_misses')),
    offices: barsOf(table('told_offices')),
    wards: barsOf(table('told_wards')),
    entryPoints: barsOf(table('entry_points')),
    places: barsOf(table('qr_places')),
    phrases: table('not_understood') ?? null,
    facts: table('facts') ?? null,
    definitions: Object.values(METRICS).map(({ id, name, definition }) => ({ id, name, definition })),
    cell: written,
  };
}

function scopeName({ scope }: Question, statistics: Statistics): string {
  if (scope.procedure !== undefined) return statistics.nameOf(scope.procedure);
  const group = statistics.groups().find(({ id }) => id === scope.group);
  return group === undefined ? 'Mọi thủ tục' : `Nhóm ${group.name}`;
}

function pickerOf(question: Question, statistics: Statistics): Record<string, unknown> {
  const { period, scope } = question;
  const today = vietnameseDay(statistics.now());
  return {
    from: period.from,
    to: period.to,
    today,
    group: scope.group ?? '',
    procedure: scope.procedure ?? '',
    compared: question.compared,
    forPublication: question.forPublication,
    groups: statistics.groups(),
    presets: PRESETS.map(({ name, period: of }) => {
      const preset = of(today);
      return {
        name,
        href: `?${queryOf({ ...question, period: preset })}`,
        current: preset.from === period.from && preset.to === period.to,
      };
    }),
  };
}

/** One of the large numbers at the top. */
function cardOf(
  { key, label, kind = 'count', cells, note }: TableRow,
  { compared, valuesBefore }: StatisticsReport,
): Record<string, string> {
  const [now = null, before = null] = cells;
  const was = compared === 'before' ? 'kỳ trước' : 'năm trước';
  const change = valuesBefore === null ? '' : changeWords({ now, before, kind, was });
  return { key, label, value: written(now, kind), note: note ?? '', change };
}

/** "so với kỳ trước 01/10/2026 – 31/10/2026", or why there is nothing to compare with. */
function comparedWith({ before, compared, until, firstDay, valuesBefore }: StatisticsReport): string {
  const name = compared === 'before' ? 'kỳ trước' : 'cùng kỳ năm trước';
  if (valuesBefore !== null)
    return `so với ${name} ${periodName(before)}${until === null ? '' : `, cùng tính đến ${format.time(until)}`}`;
  if (firstDay === null) return 'chưa có số liệu';
  return before.from < firstDay
    ? `chưa so với ${name} được: số liệu có từ ${writtenDate(firstDay)}`
    : `chưa so với ${name} được: bản ghi của ngày ấy đã hết thời hạn lưu`;
}

interface Compared {
  now: number | null;
  before: number | null;
  kind: CellKind;
  /** As the period before is called. */
  was: string;
}

function changeWords({ now, before, kind, was: name }: Compared): string {
  const change = changeOf(now, before);
  const was = `${name}: ${before === null ? 'chưa có' : written(before, kind)}`;
  if (change === null) return was;
  const { by, share } = change;
  if (by === 0) return `không đổi, ${was}`;
  const arrow = by > 0 ? '▲' : '▼';
  const size = Math.abs(by);
  if (kind === 'share') return `${arrow} ${format.number(size * 100)} điểm %, ${was}`;
  if (kind === 'score') return `${arrow} ${format.number(size)} điểm, ${was}`;
  if (kind !== 'count' || share === null) return `${arrow} ${written(size, kind)}, ${was}`;
  return `${arrow} ${format.percent(Math.abs(share))}, ${was}`;
}

/** The first rows, and how many are left. */
function firstRows(table: Table | undefined): Record<string, unknown> | null {
  if (table === undefined) return null;
  const left = Math.max(0, table.rows.length - SHOWN_ROWS);
  return { ...table, rows: table.rows.slice(0, SHOWN_ROWS), left };
}

/** The first rows with the length of their bar, 0 to 100. */
function barsOf(table: Table | undefined): Record<string, unknown> | null {
  if (table === undefined) return null;
  const most = Math.max(1, ...table.rows.map(({ cells }) => cells[0] ?? 0));
  return {
    ...table,
    left: Math.max(0, table.rows.length - SHOWN_ROWS),
    bars: table.rows.slice(0, SHOWN_ROWS).map(({ key, label, cells }) => ({
      key,
      label,
      count: cells[0] === null ? 'dưới 5' : written(cells[0], 'count'),
      share: table.columns.length > 1 && cells[1] !== null ? written(cells[1], 'share') : '',
      length: Math.round(((cells[0] ?? 0) / most) * 1000) / 10,
    })),
  };
}
