import { writtenDate } from '../shared/days.js';
import { BY_PROCEDURE_DEFINITION, type ProcedureRow } from './by-procedure.js';
import { shareOf } from './counts.js';
import { nearMisses as nearMissesMetric } from './metrics/near-misses.js';
import { toldPlaces as toldPlacesMetric } from './metrics/told-places.js';
import { published, publishedParts } from './publication.js';
import type { StatisticsReport } from './report.js';
import type { Table, TableOptions, TableRow } from './table-types.js';

const COLUMNS: Table['columns'] = [
  { name: 'Cuộc trò chuyện', kind: 'count' },
  { name: 'Câu đã gõ', kind: 'count' },
  { name: 'Hiểu được', kind: 'share' },
  { name: 'Chưa hiểu', kind: 'count' },
  { name: 'Mở hướng dẫn', kind: 'count' },
  { name: 'Xem hết', kind: 'share' },
  { name: 'Có ích', kind: 'share' },
  { name: 'Điểm', kind: 'score' },
  { name: 'Lượt chấm', kind: 'count' },
  { name: 'Phản hồi', kind: 'share' },
  { name: 'Gặp cán bộ', kind: 'count' },
];

/** How each procedure fared. For publication those asked in fewer than five conversations are left out. */
export function byProcedure({ byProcedure: rows }: StatisticsReport, options: TableOptions): Table {
  const shown = options.forPublication
    ? rows.filter(({ conversations }) => published(conversations) !== null && conversations > 0)
    : rows;
  return {
    id: 'by_procedure',
    title: 'Từng thủ tục',
    definition: BY_PROCEDURE_DEFINITION,
    columns: COLUMNS,
    rows: shown.map((row) => rowOf(row, options)),
  };
}

function rowOf(row: ProcedureRow, { forPublication, nameOf, checkedOn }: TableOptions): TableRow {
  const { procedure, helped, satisfaction } = row;
  const count = (times: number) => (forPublication ? published(times) : times);
  // A share tells both parts: neither may be small.
  const share = (part: number, whole: number) =>
    forPublication && (published(part) === null || published(whole - part) === null)
      ? null
      : shareOf(part, whole);
  const checked = checkedOn(procedure);
  return {
    key: procedure,
    label: nameOf(procedure),
    cells: [
      count(row.conversations),
      count(row.questions),
      share(row.understood, row.questions),
      count(row.notUnderstood),
      count(row.opened),
      share(row.finished, row.opened),
      share(helped.yes, helped.yes + helped.no),
      satisfaction.average,
      count(satisfaction.rated),
      share(satisfaction.responded, satisfaction.asked),
      count(row.persons),
    ],
    ...(checked === undefined ? {} : { note: `kiểm tra ${writtenDate(checked)}` }),
  };
}

/** Which content cost most declines. */
export function nearMissesTable({ values }: StatisticsReport, { intentName }: TableOptions): Table {
  return {
    id: nearMissesMetric.id,
    title: nearMissesMetric.name,
    definition: nearMissesMetric.definition,
    columns: [{ name: 'Câu chưa hiểu', kind: 'count' }],
    rows: values.nearMisses.map(({ intent, times }) => ({
      key: intent,
      label: intentName(intent),
      cells: [times],
    })),
  };
}

/** By tax office and by commune or ward, where citizens told theirs. */
export function toldPlacesTables({ values }: StatisticsReport, { forPublication }: TableOptions): Table[] {
  const { offices, wards } = values.toldPlaces;
  const table = (id: string, title: string, rows: { key: string; label: string; count: number }[]): Table => {
    const counts = rows.map(({ count }) => count);
    const told = forPublication ? publishedParts(counts) : counts;
    return {
      id,
      title,
      definition: toldPlacesMetric.definition,
      columns: [{ name: 'Cuộc trò chuyện', kind: 'count' }],
      rows: rows.map(({ key, label }, index) => ({ key, label, cells: [told[index] ?? null] })),
    };
  };
  return [
    table(
      'told_offices',
      'Theo Thuế cơ sở (khi người dân có nêu nơi)',
      offices.map(({ office, name = office, conversations }) => ({
        key: office,
        label: name,
        count: conversations,
      })),
    ),
    table(
      'told_wards',
      'Theo xã, phường (khi người dân có nêu)',
      wards.map(({ ward, name = ward, conversations }) => ({ key: ward, label: name, count: conversations })),
    ),
  ];
}
