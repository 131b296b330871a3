import { addDays, vietnameseDay } from '../shared/days.js';
import type { Clock } from '../shared/clock.js';
import { METRICS } from './metrics/all.js';
import { firstOfMonth, lastOfMonth, piecesOf } from './periods.js';
import type { Statistics } from './statistics.js';
import { tablesOf } from './tables.js';
import type { Table } from './table-types.js';

/** What the office publishes for everyone: whole months, counts from 1 to 4 hidden, nothing that citizens wrote. */
export interface OpenData {
  publisher: string;
  licence: string;
  /** What hidden cells and the months mean. */
  notes: string[];
  /** The database holds made-up data. */
  demo: boolean;
  definitions: { id: string; name: string; definition: string }[];
  /** Newest first. */
  months: { month: string; tables: Table[] }[];
}

export interface OpenDataSource {
  licence: string;
  read(): Promise<OpenData>;
}

const PUBLISHED = [
  'headline',
  'outcomes',
  'satisfaction',
  'by_procedure',
  'entry_points',
  'told_offices',
  'told_wards',
];
/** Three years; older months stay in the office's own exports. */
const MAX_MONTHS = 36;
const KEPT_MS = 3_600_000;

const NOTES = [
  'Mỗi tháng là một tháng trọn (giờ Việt Nam); tháng đầu tiên có thể không trọn. Tháng đang diễn ra chưa công bố.',
  'Ô trống là số từ 1 đến 4 hoặc số suy ra được chúng, đã ẩn để không ai bị nhận ra; cũng có thể là chưa đủ số liệu.',
  'Không có câu chữ, tên hay mã của người dân.',
];

/** Made anew at most once an hour, whoever asks however often. */
export function openDataOf(
  statistics: Statistics,
  { publisher, licence }: { publisher: () => string; licence: string },
  clock: Clock,
): OpenDataSource {
  let kept: { at: number; data: Promise<OpenData> } | undefined;
  const read = () => {
    const at = clock.now().getTime();
    if (kept === undefined || at - kept.at >= KEPT_MS || at < kept.at) {
      const data = readMonths(statistics, clock.now()).then((found) => ({
        publisher: publisher(),
        licence,
        ...found,
      }));
      data.catch(() => (kept = undefined));
      kept = { at, data };
    }
    return kept.data;
  };
  return { licence, read };
}

async function readMonths(
  statistics: Statistics,
  now: Date,
): Promise<Pick<OpenData, 'notes' | 'demo' | 'definitions' | 'months'>> {
  const lastDay = addDays(firstOfMonth(vietnameseDay(now)), -1);
  const lastMonth = { from: firstOfMonth(lastDay), to: lastDay };
  const { firstDay, demo } = await statistics.report(lastMonth, {});
  const all =
    firstDay === null || firstDay > lastDay
      ? []
      : piecesOf({ from: firstOfMonth(firstDay), to: lastDay }, 'month');
  const months: OpenData['months'] = [];
  for (const { from } of all.slice(-MAX_MONTHS).reverse()) {
    const report = await statistics.report({ from, to: lastOfMonth(from) }, {});
    const tables = tablesOf(report, {
      forPublication: true,
      nameOf: (procedure) => statistics.nameOf(procedure),
      intentName: (intent) => statistics.intentName(intent),
      checkedOn: () => undefined,
    });
    months.push({
      month: from.slice(0, 7),
      tables: tables.filter(({ id }) => PUBLISHED.includes(id)).map(alone),
    });
  }
  const definitions = Object.values(METRICS).map(({ id, name, definition }) => ({ id, name, definition }));
  return { notes: NOTES, demo, definitions, months };
}

/** A month stands for itself: what it is compared with is another month of the file. Notes would tell hidden numbers. */
function alone({ id, title, columns, rows }: Table): Table {
  const shown = id === 'headline' ? 1 : columns.length;
  return {
    id,
    title,
    columns: columns.slice(0, shown),
    rows: rows.map(({ key, label, kind, cells }) => ({
      key,
      label,
      ...(kind === undefined ? {} : { kind }),
      cells: cells.slice(0, shown),
    })),
  };
}
