import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { ConversationRow } from '../conversation-rows.js';
import type { OpenData } from '../open-data.js';
import type { Table } from '../table-types.js';
import { cellText } from './cell-text.js';
import { CONVERSATION_COLUMNS, DEMO_NOTE, type CellValue } from './conversation-columns.js';

export interface ExportOptions {
  demo: boolean;
  nameOf: (procedure: string) => string;
}

/**
 * UTF-8 with a byte order mark, so that Excel reads Vietnamese. Naming the record delimiter leaves other line ends
 * unquoted, each of which ends the row in a spreadsheet; so does `;` end a cell where it parts the columns.
 */
const FORMAT = {
  bom: true,
  record_delimiter: 'windows',
  quoted_match: /[\t-\r\u0085\u2028\u2029;]/,
} as const;

export function conversationsCsv(
  rows: AsyncIterable<ConversationRow>,
  { demo, nameOf }: ExportOptions,
): Readable {
  const header = CONVERSATION_COLUMNS.map((column) => column.header);
  return written(async function* () {
    yield noted(header, 'Ghi chú', demo);
    for await (const row of rows) {
      yield noted(
        CONVERSATION_COLUMNS.map(({ value }) => value(row, nameOf)),
        DEMO_NOTE,
        demo,
      );
    }
  });
}

/** One line for each number, so that any program can pick out what it wants. */
export function tablesCsv(tables: readonly Table[], { demo }: Pick<ExportOptions, 'demo'>): Readable {
  const header = ['Bảng', 'Tên bảng', 'Dòng', 'Tên dòng', 'Cột', 'Loại', 'Giá trị'];
  return written(function* () {
    yield noted(header, 'Ghi chú', demo);
    for (const line of linesOf(tables)) yield noted(line, DEMO_NOTE, demo);
  });
}

/** The months that are published, one line for each number, with source and licence in each. */
export function openDataCsv({ months, publisher, licence, demo }: OpenData): Readable {
  const header = [
    'Tháng',
    'Bảng',
    'Tên bảng',
    'Dòng',
    'Tên dòng',
    'Cột',
    'Loại',
    'Giá trị',
    'Nguồn',
    'Giấy phép',
  ];
  return written(function* () {
    yield noted(header, 'Ghi chú', demo);
    for (const { month, tables } of months) {
      for (const line of linesOf(tables)) yield noted([month, ...line, publisher, licence], DEMO_NOTE, demo);
    }
  });
}

function* linesOf(tables: readonly Table[]): Generator<CellValue[]> {
  for (const { id, title, columns, rows } of tables) {
    for (const { key, label, kind, cells } of rows) {
      for (const [index, column] of columns.entries())
        yield [id, title, key, label, column.name, kind ?? column.kind, cells[index] ?? null];
    }
  }
}

function noted(line: CellValue[], note: string, demo: boolean): CellValue[] {
  return (demo ? [...line, note] : line).map((value) => cellText(dayWritten(value)));
}

/** As every spreadsheet program reads a day, whatever its language. */
function dayWritten(value: CellValue): CellValue {
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

function written(lines: () => AsyncGenerator<CellValue[]> | Generator<CellValue[]>): Readable {
  const text = stringify(FORMAT);
  // An error of the source ends `text` with it, which whoever reads it is told.
  pipeline(Readable.from(lines()), text, () => undefined);
  return text;
}
