import { Readable } from 'node:stream';
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import type { ConversationRow } from '../conversation-rows.js';
import type { CellKind, Table } from '../table-types.js';
import { cellText } from './cell-text.js';
import { CONVERSATION_COLUMNS, DEMO_NOTE, type CellValue } from './conversation-columns.js';
import type { ExportOptions } from './csv.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Row by row as it is read: memory does not grow with the rows. Texts are cells of type text, never formulas. */
export function conversationsXlsx(
  rows: AsyncIterable<ConversationRow>,
  { demo, nameOf }: ExportOptions,
): Readable {
  const columns = CONVERSATION_COLUMNS.map(({ header, width }) => ({ header, width }));
  const noteColumn = { header: 'Ghi chú', width: 40 };
  const cells = async function* (): AsyncGenerator<CellValue[]> {
    for await (const row of rows) {
      const line = CONVERSATION_COLUMNS.map(({ value }) => value(row, nameOf));
      yield (demo ? [...line, DEMO_NOTE] : line).map(cellText);
    }
  };
  const workbook = writeXlsxStream(cells(), {
    name: 'Cuộc trò chuyện',
    columns: demo ? [...columns, noteColumn] : columns,
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(workbook);
}

const FORMATS: Record<CellKind, string> = { count: '#,##0', share: '0.0%', ms: '#,##0', score: '0.0' };
const LONGEST_NAME = 31;

/** A sheet for each table. */
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
      name: table.title.replace(/[\\/?*[\]:]/g, ' ').slice(0, LONGEST_NAME),
      columns: [{ width: 44 }, ...table.columns.map(() => ({ width: 16 })), { width: 44 }],
      rows: [...titles, header, ...rows].map((cells) => cells.map(cellText)),
      cells: new Map(formats),
    };
  });
  return Buffer.from(await writeXlsx({ sheets }));
}
