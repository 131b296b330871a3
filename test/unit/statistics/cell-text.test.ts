import { expect } from 'chai';
import { buffer, text } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import type { ConversationRow } from '../../../src/statistics/conversation-rows.js';
import { cellText } from '../../../src/statistics/export/cell-text.js';
import { conversationsCsv } from '../../../src/statistics/export/csv.js';
import { conversationsXlsx } from '../../../src/statistics/export/xlsx.js';

const ROW: ConversationRow = {
  day: '2026-11-24',
  number: 1,
  channel: 'messenger',
  from: '08:00',
  to: '08:01',
  messages: 1,
  procedures: [],
  answered: 1,
  askedBack: 0,
  declined: 0,
  failed: 0,
  askedPerson: false,
  resolved: null,
  degree: null,
  firstQuestion: '',
};
const OPTIONS = { demo: false, nameOf: (procedure: string) => procedure };

async function* rowsOf(texts: readonly string[]): AsyncGenerator<ConversationRow> {
  for (const firstQuestion of texts) yield await Promise.resolve({ ...ROW, firstQuestion });
}

/** Rows and cells as RFC 4180 says, and as spreadsheets do: outside quotes any line end ends the row. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

describe('A citizen’s words in an export', () => {
  const sent = [
    'dòng một\n=HYPERLINK("http://x")',
    'dòng một\r+1+1',
    'dòng một\r\n@SUM(1)',
    'a\u2028=1',
    'a;=1+1',
    'a\t=1+1',
    'a,"b"\n-1',
  ];

  it('stay in one cell of one row, whatever line ends and separators they hold', async () => {
    const rows = cellsOf(await text(conversationsCsv(rowsOf(sent), OPTIONS)));
    expect(rows).to.have.length(sent.length + 1);
    expect(rows.slice(1).map((row) => row.at(-1))).to.deep.equal(sent);
    expect(new Set(rows.map((row) => row.length)).size).to.equal(1);
  });

  for (const start of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−']) {
    for (const before of ['', ' ', '\u200B', '\u202E', '\uFEFF ', '\u00A0']) {
      const words = `${before}${start}1+1`;
      it(`are no formula as ${JSON.stringify(words)}`, () => {
        expect(cellText(words)).to.equal(`'${words}`);
      });
    }
  }

  it('are no formula after a tab or line end, which a spreadsheet leaves out', () => {
    for (const words of ['\t=1', '\r=1', '\n=1', '\t', '\nchào'])
      expect(cellText(words)).to.equal(`'${words}`);
  });

  it('stay as they are where nothing is wrong with them; numbers and nothing stay too', () => {
    for (const value of ['thuế = 5%', 'a-b', 'Đăng ký 1+1', '', -5, 0, null])
      expect(cellText(value)).to.equal(value);
  });

  it('never make a workbook that no program opens', async () => {
    const bad = ['a\uFFFEb', 'a\uFFFFb', 'a\uD800b', 'a\u0000b', 'a\u000Bb', 'a\u001Fb'];
    const good = ['a\u{1F600}b', 'a\u0085b', 'dòng\nhai', 'a]]>b&<c'];
    const bytes = await buffer(await conversationsXlsx(rowsOf([...bad, ...good, '=1+1']), OPTIONS));
    const cells = (await readXlsx(bytes)).sheets[0]?.rows.slice(1).map((row) => row.at(-1));
    expect(cells).to.deep.equal([...bad.map(() => 'a\uFFFDb'), ...good, "'=1+1"]);
  });
});
