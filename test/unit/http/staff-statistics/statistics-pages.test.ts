import { expect } from 'chai';
import { readXlsx } from 'hucre/xlsx';
import { parseHTML } from 'linkedom';
import type { ExampleExchange } from '../../../../src/statistics/metrics/example.js';
import type { Table } from '../../../../src/statistics/table-types.js';
import { stageOf, type Stage } from './stage.js';

const UNKNOWN = { outcome: 'declined_unknown', entryPoint: 'typed' } as const;
/** Twelve who finish a guide, three who are not understood, two of them with the same words. */
const GIVEN: ExampleExchange[] = [
  ...Array.from({ length: 12 }, (_, who): ExampleExchange[] => [
    {
      who,
      at: '2026-11-24 08:00',
      outcome: 'answered_procedure',
      procedure: 'dang-ky-thue',
      entryPoint: 'typed',
    },
    { who, at: '2026-11-24 08:05', outcome: 'answered_guide_finished', procedure: 'dang-ky-thue' },
  ]).flat(),
  { ...UNKNOWN, who: 20, at: '2026-11-24 09:00', text: 'Lịch cắt ĐIỆN?' },
  { ...UNKNOWN, who: 21, at: '2026-11-24 09:01', text: 'lich cat dien' },
  { ...UNKNOWN, who: 22, at: '2026-11-24 09:02', text: '=HYPERLINK("http://x";"y")' },
];
/** What is read of the page. */
interface Page {
  querySelector(selector: string): { textContent: string } | null;
  querySelectorAll(selector: string): { length: number };
  toString(): string;
}

const DAY = 'tu=2026-11-24&den=2026-11-24';

describe('the statistics page, its exports and the API', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await stageOf();
    await stage.record(GIVEN);
  });
  afterEach(() => stage.close());

  const tables = async (query = DAY) => {
    const answer = await stage.ask('/api/statistics', query);
    return (answer.kind === 'json' ? answer.body : {}) as {
      tables: Table[];
      values?: { conversations: number };
    };
  };
  const parsed = async (query = DAY): Promise<Page> =>
    (parseHTML(await stage.page(query)) as unknown as { document: Page }).document;

  it('show the same numbers', async () => {
    const document = await parsed();
    const shown = document.querySelector('[data-key="conversations"] .value')?.textContent;
    const { tables: found, values } = await tables();
    const { text } = await stage.file('/thong-ke/so-lieu.csv', DAY);
    const { bytes } = await stage.file('/thong-ke/so-lieu.xlsx', DAY);
    const workbook = await readXlsx(bytes);
    expect(shown).to.equal('15');
    expect(values?.conversations).to.equal(15);
    expect(text).to.contain('headline,Số chính,conversations,Cuộc trò chuyện,Kỳ này,count,15');
    for (const table of found) {
      const sheet = workbook.sheets.find(({ name }) => name.startsWith(table.title.slice(0, 20)));
      const cells = sheet?.rows.flat().filter((cell) => typeof cell === 'number') ?? [];
      const expected = table.rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
      expect(cells, table.title).to.deep.equal(expected);
      for (const { key, cells: own } of table.rows) {
        for (const [index, { name }] of table.columns.entries()) {
          const cell = own[index] ?? null;
          const line = text
            .split('\r\n')
            .find(
              (one) =>
                one.startsWith(`${table.id},`) && one.includes(`,${key},`) && one.includes(`,${name},`),
            );
          expect(line, `${table.id} ${key} ${name}`).to.match(new RegExp(`,${cell ?? ''}$`));
        }
      }
    }
  });

  it('give every chart its numbers as a table, and every number its definition', async () => {
    const document = await parsed();
    expect(document.querySelectorAll('.chart svg[role="img"]')).to.have.length(2);
    expect(document.querySelectorAll('details.numbers table')).to.have.length(2);
    expect(document.querySelectorAll('.definitions dd').length).to.be.greaterThan(12);
  });

  it('run without inline style or script, as the content security policy asks', async () => {
    const html = await stage.page(DAY);
    expect(html).to.not.match(/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/);
  });

  it('tell of one procedure its entry points, seats and requests, and say what is told of all only', async () => {
    await stage.close();
    stage = await stageOf();
    await stage.record([
      { who: 30, entryPoint: 'qr:hoa-khanh', outcome: 'answered_procedure', procedure: 'dang-ky-ma-so' },
      {
        who: 30,
        outcome: 'handed_over_person',
        procedure: 'dang-ky-ma-so',
        request: { code: 'YC-AAAAA', kind: 'person' },
      },
      { who: 31, outcome: 'answered_booking', booking: 'made', procedure: 'dang-ky-ma-so' },
      { who: 32, outcome: 'answered_booking', booking: 'made' },
    ]);
    const document = await parsed(`${DAY}&thu-tuc=dang-ky-ma-so`);
    expect(document.querySelector('[data-key="citizens"]')).to.equal(null);
    expect(document.querySelector('.picker .hint')?.textContent).to.contain('không tách được theo thủ tục');
    const { tables: found } = await tables(`${DAY}&procedure=dang-ky-ma-so`);
    const cell = (table: string, key: string) =>
      found.find(({ id }) => id === table)?.rows.find((row) => row.key === key)?.cells[0];
    expect(cell('entry_points', 'qr')).to.equal(1);
    expect(cell('qr_places', 'hoa-khanh')).to.equal(1);
    expect(cell('facts', 'saturday_booked')).to.equal(1);
    expect(cell('facts', 'request_person')).to.equal(1);
    expect(cell('facts', 'consent_yes')).to.equal(undefined);
  });

  it('group what was not understood, and leave out what a single person wrote', async () => {
    const html = await stage.page(DAY);
    expect(html).to.contain('lich cat dien');
    expect(html).to.not.contain('HYPERLINK');
  });

  it('hide small counts and all words in the edition for publication', async () => {
    const query = `${DAY}&ban=cong-bo`;
    const document = await parsed(query);
    const declined = document.querySelector('tr[data-key="declined"] strong')?.textContent;
    expect(declined).to.equal('dưới 5');
    expect(document.toString()).to.not.contain('cat dien');
    const { tables: found, values } = await tables(query);
    expect(values).to.be.undefined;
    const counts = found.flatMap(({ rows, columns }) =>
      rows.flatMap(({ kind, cells }) =>
        cells.filter((_, index) => (kind ?? columns[index]?.kind) === 'count'),
      ),
    );
    expect(counts.filter((count) => count !== null && count > 0 && count < 5)).to.be.empty;
    expect(found.map(({ id }) => id)).to.not.include('not_understood');
  });

  it('keep a spreadsheet from taking a citizen’s words for a formula', async () => {
    const { text } = await stage.file('/thong-ke/cuoc-tro-chuyen.csv', DAY);
    expect(text)
      .to.contain("'=HYPERLINK")
      .and.not.match(/(^|,)"?=HYPERLINK/m);
    const workbook = await readXlsx((await stage.file('/thong-ke/cuoc-tro-chuyen.xlsx', DAY)).bytes);
    expect(workbook.sheets[0]?.rows.flat()).to.include('\'=HYPERLINK("http://x";"y")');
    expect(workbook.sheets[0]?.rows).to.have.length(16);
  });

  it('give the rows of conversations real days, the first question instead of taps, and a sheet of definitions', async () => {
    await stage.close();
    stage = await stageOf();
    await stage.record([
      { who: 1, at: '2026-11-24 08:00', outcome: 'answered_menu', entryPoint: 'button', text: 'Bắt đầu' },
      {
        who: 1,
        at: '2026-11-24 08:01',
        outcome: 'answered_small_talk',
        entryPoint: 'typed',
        text: 'chào em',
      },
      {
        who: 1,
        at: '2026-11-24 08:02',
        outcome: 'answered_question',
        entryPoint: 'typed',
        text: 'hoàn thuế ở đâu',
      },
      {
        who: 1,
        at: '2026-11-24 08:03',
        outcome: 'answered_question',
        entryPoint: 'typed',
        text: 'mất bao lâu',
      },
    ]);
    const { text } = await stage.file('/thong-ke/cuoc-tro-chuyen.csv', DAY);
    expect(text.split('\r\n')[1])
      .to.match(/^2026-11-24,1,/)
      .and.match(/,hoàn thuế ở đâu$/);
    const workbook = await readXlsx((await stage.file('/thong-ke/cuoc-tro-chuyen.xlsx', DAY)).bytes);
    const [rows, definitions] = workbook.sheets;
    expect(rows?.rows[1]?.[0]).to.deep.equal(new Date('2026-11-24T00:00:00Z'));
    expect(rows?.rows[1]).to.include('hoàn thuế ở đâu');
    expect(definitions?.name).to.equal('Cách đếm');
    const tables = await readXlsx((await stage.file('/thong-ke/so-lieu.xlsx', DAY)).bytes);
    expect(tables.sheets.at(-1)?.rows.flat().join(' ')).to.contain('Mức hài lòng');
  });

  it('name nobody in the rows of conversations', async () => {
    const { text } = await stage.file('/thong-ke/cuoc-tro-chuyen.csv', DAY);
    expect(text).to.not.contain('citizen-');
  });

  it('write down who took an export', async () => {
    await stage.file('/thong-ke/cuoc-tro-chuyen.csv', DAY);
    expect(stage.audited).to.deep.equal(['statistics.export cuoc-tro-chuyen-2026-11-24-2026-11-24.csv']);
  });

  it('offer the rows of conversations only to those who may take them', async () => {
    expect(await stage.page(DAY, 'viewer')).to.not.contain('cuoc-tro-chuyen');
    expect(await stage.page(DAY, 'reviewer')).to.contain('cuoc-tro-chuyen');
  });

  it('say in every line of an export that data is made up', async () => {
    await stage.stores.collections.markers.insertOne({ _id: 'demo', at: new Date() });
    const { text } = await stage.file('/thong-ke/so-lieu.csv', DAY);
    const lines = text.trim().split('\r\n');
    expect(lines.slice(1).every((line) => line.includes('Dữ liệu mẫu'))).to.be.true;
  });

  for (const [query, sentence] of [
    ['tu=2026-11-31&den=2026-12-01', 'không phải là một ngày'],
    ['tu=hôm qua', 'không phải là một ngày'],
    ['tu=2026-11-24&den=2026-11-01', 'sau ngày kết thúc'],
    ['tu=2020-01-01&den=2026-11-24', 'dài quá ba năm'],
    ['ky=the-ky', 'Không có kỳ'],
    ['thu-tuc=khong-co', 'Không có thủ tục'],
    ['nhom=khong-co', 'Không có nhóm thủ tục'],
  ] as const) {
    it(`answer “${query}” with what is wrong`, async () => {
      const problem: unknown = await stage.page(query).catch((error: unknown) => error);
      expect(problem).to.have.property('status', 400);
      expect(String(problem)).to.contain(sentence);
    });
  }

  it('show an empty period without breaking', async () => {
    const document = await parsed('tu=2025-01-01&den=2025-01-31');
    expect(document.querySelector('[data-key="conversations"] .value')?.textContent).to.equal('0');
    expect(document.querySelector('[data-key="resolved"] .value')?.textContent).to.equal('–');
  });
});
