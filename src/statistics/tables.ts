import { outcomes as outcomesMetric, FAMILY_NAMES } from './metrics/outcomes.js';
import { busyHours } from './metrics/busy-hours.js';
import { entryPoints as entryPointsMetric, ENTRY_POINT_NAMES } from './metrics/entry-points.js';
import { notUnderstood } from './metrics/not-understood.js';
import { satisfaction as satisfactionMetric } from './metrics/satisfaction.js';
import { topProcedures } from './metrics/top-procedures.js';
import { conversations } from './metrics/conversations.js';
import { shareOf } from './counts.js';
import { factsTable, headlineTable } from './headline.js';
import { byProcedure, nearMissesTable, toldPlacesTables } from './part-tables.js';
import { published, publishedParts } from './publication.js';
import type { StatisticsReport } from './report.js';
import type { Table, TableOptions } from './table-types.js';
import { pieceName, WEEKDAYS } from './wording.js';

/** The report as tables. What can't be told of the chosen procedures alone is left out. */
export function tablesOf(report: StatisticsReport, options: TableOptions): Table[] {
  const whole = report.procedures === undefined;
  return [
    headlineTable(report, options),
    trend(report, options),
    outcomes(report, options),
    satisfaction(report, options),
    ...(whole ? [procedures(report, options)] : []),
    byProcedure(report, options),
    ...(whole && !options.forPublication ? [nearMissesTable(report, options)] : []),
    hours(report, options),
    entryPoints(report, options),
    places(report, options),
    ...toldPlacesTables(report, options),
    ...(whole && !options.forPublication ? [phrases(report)] : []),
    factsTable(report, options),
  ];
}

const parts = (counts: number[], { forPublication }: TableOptions) =>
  forPublication ? publishedParts(counts) : counts;

/** Counts of the parts of a whole, each with its share. */
function shared(counts: number[], options: TableOptions): [number | null, number | null][] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return parts(counts, options).map((count) => [count, count === null ? null : shareOf(count, total)]);
}

const COUNT_AND_SHARE: Table['columns'] = [
  { name: 'Số lượng', kind: 'count' },
  { name: 'Tỷ lệ', kind: 'share' },
];

function trend({ trend: { unit, points } }: StatisticsReport, options: TableOptions): Table {
  const columns = [
    parts(
      points.map((point) => point.conversations),
      options,
    ),
    parts(
      points.map((point) => point.messages),
      options,
    ),
    parts(
      points.map((point) => point.declined),
      options,
    ),
  ];
  return {
    id: 'trend',
    title: `Cuộc trò chuyện theo ${{ day: 'ngày', week: 'tuần', month: 'tháng' }[unit]}`,
    definition: conversations.definition,
    columns: ['Cuộc trò chuyện', 'Lượt nhắn', 'Không trả lời được'].map((name) => ({ name, kind: 'count' })),
    rows: points.map(({ period }, index) => ({
      key: period.from,
      label: pieceName(period, unit),
      cells: columns.map((column) => column[index] ?? null),
    })),
  };
}

function outcomes({ values }: StatisticsReport, options: TableOptions): Table {
  const families = Object.entries(FAMILY_NAMES) as [keyof typeof FAMILY_NAMES, string][];
  const counts = shared(
    families.map(([family]) => values.outcomes.families[family]),
    options,
  );
  return {
    id: outcomesMetric.id,
    title: outcomesMetric.name,
    definition: outcomesMetric.definition,
    columns: COUNT_AND_SHARE,
    rows: families.map(([key, label], index) => ({ key, label, cells: counts[index] ?? [] })),
  };
}

const DEGREES = [
  '1 – Rất không hài lòng',
  '2 – Không hài lòng',
  '3 – Bình thường',
  '4 – Hài lòng',
  '5 – Rất hài lòng',
];

function satisfaction({ values }: StatisticsReport, options: TableOptions): Table {
  const counts = shared(values.satisfaction.degrees, options);
  return {
    id: satisfactionMetric.id,
    title: satisfactionMetric.name,
    definition: satisfactionMetric.definition,
    columns: COUNT_AND_SHARE,
    rows: DEGREES.map((label, index) => ({
      key: `degree_${index + 1}`,
      label,
      // Too few to conclude: how many chose what, and no shares.
      cells: [
        counts[index]?.[0] ?? null,
        values.satisfaction.average === null ? null : (counts[index]?.[1] ?? null),
      ],
    })).reverse(),
  };
}

function procedures({ values }: StatisticsReport, { nameOf, forPublication }: TableOptions): Table {
  const shown = values.topProcedures.map(({ procedure, conversations: times }) => ({
    key: procedure,
    label: nameOf(procedure),
    cells: [forPublication ? published(times) : times],
  }));
  return {
    id: topProcedures.id,
    title: topProcedures.name,
    definition: topProcedures.definition,
    columns: [{ name: 'Cuộc trò chuyện', kind: 'count' }],
    rows: shown.filter(({ cells }) => cells[0] !== null),
  };
}

function hours({ values }: StatisticsReport, options: TableOptions): Table {
  const flat = parts(values.busyHours.flat(), options);
  return {
    id: busyHours.id,
    title: busyHours.name,
    definition: busyHours.definition,
    columns: Array.from({ length: 24 }, (_, hour) => ({ name: `${hour}h`, kind: 'count' })),
    rows: WEEKDAYS.map((label, row) => ({
      key: `weekday_${row + 1}`,
      label,
      cells: flat.slice(row * 24, row * 24 + 24),
    })),
  };
}

function entryPoints({ values }: StatisticsReport, options: TableOptions): Table {
  const counts = shared(
    values.entryPoints.conversations.map(({ count }) => count),
    options,
  );
  return {
    id: entryPointsMetric.id,
    title: entryPointsMetric.name,
    definition: entryPointsMetric.definition,
    columns: COUNT_AND_SHARE,
    rows: values.entryPoints.conversations.map(({ entryPoint }, index) => ({
      key: entryPoint,
      label: ENTRY_POINT_NAMES[entryPoint],
      cells: counts[index] ?? [],
    })),
  };
}

function places({ values }: StatisticsReport, options: TableOptions): Table {
  // Their sum is told too, nearly: it is the row of QR codes among the entry points.
  const counts = parts(
    values.entryPoints.places.map(({ atLeast }) => atLeast),
    options,
  );
  return {
    id: 'qr_places',
    title: 'Mã QR theo nơi đặt (ít nhất)',
    columns: [{ name: 'Ít nhất', kind: 'count' }],
    rows: values.entryPoints.places.map(({ place, name = place }, index) => ({
      key: place,
      label: name,
      cells: [counts[index] ?? null],
    })),
  };
}

function phrases({ phrases: found }: StatisticsReport): Table {
  return {
    id: notUnderstood.id,
    title: 'Câu chưa hiểu hay gặp',
    definition: notUnderstood.definition,
    columns: [
      { name: 'Số lần', kind: 'count' },
      { name: 'Số người', kind: 'count' },
    ],
    rows: found.map(({ text, times, citizens }, index) => ({
      key: `phrase_${index + 1}`,
      label: text,
      cells: [times, citizens],
    })),
  };
}
