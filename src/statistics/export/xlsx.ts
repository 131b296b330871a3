import { Readable } from 'node:stream';
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import type { ConversationRow } from '../conversation-rows.js';
import type { CellKind, Table } from '../table-types.js';
import { cellText } from './cell-text.js';
import { METRICS } from '../metrics/all.js';
import {
  COLUMN_DEFINITIONS,
  CONVERSATION_COLUMNS,
  DEMO_NOTE,
  type CellValue,
} from './conversation-columns.js';
import type { ExportOptions } from './csv.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Up to here the workbook is made at once, which a second sheet needs; beyond it there are the rows alone. */
const MAX_WITH_DEFINITIONS = 10_000;

/**
 * The rows with a sheet of definitions; of very many rows only these, written as they are read, so that memory does not
 * grow with them. Texts are cells of type text, never formulas; days are dates.
 */
export async function conversationsXlsx(
  rows: AsyncIterable<ConversationRow>,
  { demo, nameOf }: ExportOptions,
): Promise<Readable> {
  const noteColumn = { header: 'Ghi chú', width: 40 };
  const sheet = {
    name: 'Cuộc trò chuyện',
    columns: [...COLUMNS, ...(demo ? [noteColumn] : [])],
    freezePane: { rows: 1 },
  };
  const source = cellsOf(rows, { demo, nameOf })[Symbol.asyncIterator]();
  const first: CellValue[][] = [];
  while (first.length <= MAX_WITH_DEFINITIONS) {
    const next = await source.next();
    if (next.done !== true) first.push(next.value);
    else {
      const header = sheet.columns.map((column) => column.header);
      const sheets = [{ ...sheet, rows: [header, ...first] }, definitionsSheet(COLUMN_DEFINITIONS)];
      return Readable.from([Buffer.from(await writeXlsx({ sheets }))]);
    }
  }
  return Readable.fromWeb(writeXlsxStream(joined(first, source), sheet));
}

const COLUMNS = CONVERSATION_COLUMNS.map(({ header, width }, index) => ({
  header,
  width,
  ...(index === 0 ? { numFmt: 'dd/mm/yyyy' } : {}),
}));

async function* cellsOf(
  rows: AsyncIterable<ConversationRow>,
  { demo, nameOf }: ExportOptions,
): AsyncGenerator<CellValue[]> {
  for await (const row of rows) {
    const line = CONVERSATION_COLUMNS.map(({ value }) => value(row, nameOf));
    yield (demo ? [...line, DEMO_NOTE] : line).map(cellText);
  }
}

async function* joined(
  first: readonly CellValue[][],
  rest: AsyncIterator<CellValue[]>,
): AsyncGenerator<CellValue[]> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function definitionsSheet(definitions: readonly (readonly [name: string, definition: string])[]) {
  return {
    name: 'Cách đếm',
    columns: [{ width: 36 }, { width: 120 }],
    rows: [['Mục', 'Nghĩa là'], ...definitions.map((line) => line.map(cellText))],
  };
}

const FORMATS: Record<CellKind, string> = { count: '#,##0', share: '0.0%', ms: '#,##0', score: '0.0' };
const MAX_NAME = 31;
const METRIC_DEFINITIONS = Object.values(METRICS).map(({ name, definition }) => [name, definition] as const);

/** A sheet for each table, and one of definitions. */
export async function tablesXlsx(
  tables: readonly Table[],
  { demo, heading }: { demo: boolean; heading: string },
): Promise<Buffer> {
  const sheets = tables.map((table) => {
    const titles: CellValue[][] = [
      [table.title],
      [demo ? `${DEMO_NOTE}. ${heading}` : heading],
      [table.definition ?? ''],
      [],
    ];
    const header = ['', ...table.columns.map(({ name }) => name), 'Ghi chú'];
    const rows = table.rows.map(({ label, cells, note }) => [label, ...cells, note ?? '']);
    const first = titles.length + 1;
    const formats = table.rows.flatMap(({ kind }, row) =>
      table.columns.map((column, index) => {
        const numFmt = FORMATS[kind ?? column.kind];
        return [`${first + row},${index + 1}`, { style: { numFmt } }] as const;
      }),
    );
    return {
      name: table.title.replace(/[\\/?*[\]:]/g, ' ').slice(0, MAX_NAME),
      columns: [{ width: 44 }, ...table.columns.map(() => ({ width: 16 })), { width: 44 }],
      rows: [...titles, header, ...rows].map((cells) => cells.map(cellText)),
      cells: new Map(formats),
    };
  });
  return Buffer.from(await writeXlsx({ sheets: [...sheets, definitionsSheet(METRIC_DEFINITIONS)] }));
}
