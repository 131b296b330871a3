import { expect } from 'chai';
import { readXlsx } from 'hucre/xlsx';
import type { Stores } from '../../../src/records/stores.js';
import { countWaiting } from '../../../src/statistics/counting/counter.js';
import type { ReportValues } from '../../../src/statistics/report-values.js';
import { stageOf, type Stage } from '../../unit/http/staff-statistics/stage.js';
import { CLOCK, record } from './examples.contract.js';
import { randomRecords } from './random-records.js';
import { recount, recountProcedures } from './recount.js';

const MONTH = 'tu=2026-11-01&den=2026-11-30';

export function sameNumbersContract(stores: () => Stores): void {
  describe('page, exports, report and API', () => {
    let stage: Stage;
    let expected: ReportValues;
    const records = randomRecords(700, 21);
    beforeEach(async () => {
      stage = await stageOf(stores());
      await record(stores(), records);
      await countWaiting(stores().collections, CLOCK);
      expected = recount(records);
    });
    afterEach(() => stage.close());

    /** The numbers at the top that are counts, as a slow recount has them. */
    const counts = () => ({
      conversations: expected.conversations,
      citizens: expected.citizens.count,
      messages: expected.messages.total,
    });

    it('show the numbers of a slow recount of the records', async () => {
      const html = await stage.page(MONTH);
      const { text } = await stage.file('/thong-ke/so-lieu.csv', MONTH);
      const workbook = await readXlsx((await stage.file('/thong-ke/so-lieu.xlsx', MONTH)).bytes);
      const [headline] = workbook.sheets;
      const answer = await stage.ask('/api/statistics', MONTH);
      const { values } = (answer.kind === 'json' ? answer.body : {}) as { values: ReportValues };
      expect(values.questions).to.deep.equal(expected.questions);
      expect(values.satisfaction).to.deep.equal(expected.satisfaction);
      for (const [key, count] of Object.entries(counts())) {
        expect(html, key).to.match(
          new RegExp(`data-key="${key}">\\s*<dt>[^<]*</dt>\\s*<dd class="value">${count}<`),
        );
        expect(text, key).to.match(new RegExp(`headline,Số chính,${key},[^,]*,Kỳ này,count,${count}\\b`));
        expect(headline?.rows.flat(), key).to.include(count);
      }
      const { unknown, asked } = expected.questions;
      expect(html).to.contain(`${unknown} trong ${asked} câu đã gõ`);
    });

    it('tell in the report’s sentences the same numbers', async () => {
      const answer = await stage.ask('/thong-ke/bao-cao', MONTH);
      if (answer.kind !== 'page') throw new Error('not a page');
      const told = JSON.stringify(answer.data);
      const { questions, satisfaction, guides } = expected;
      expect(told)
        .to.contain(`có ${expected.conversations} cuộc trò chuyện`)
        .and.contain(`đã gõ ${questions.asked} câu hỏi: ${questions.answered} câu`)
        .and.contain(`trên ${satisfaction.rated} lượt chấm`)
        .and.contain(`${satisfaction.responded} trong ${satisfaction.asked} lần hỏi`)
        .and.contain(`Có ${guides.opened} lượt mở hướng dẫn, ${guides.finished} lượt`);
    });

    it('tell of each procedure the same', async () => {
      const { text } = await stage.file('/thong-ke/so-lieu.csv', MONTH);
      const rows = recountProcedures(records);
      expect(rows).to.have.length(4);
      for (const { procedure, conversations, persons } of rows) {
        const line = (column: string, count: number) =>
          new RegExp(`by_procedure,Từng thủ tục,${procedure},[^,]*,${column},count,${count}\r`);
        expect(text).to.match(line('Cuộc trò chuyện', conversations)).and.match(line('Gặp cán bộ', persons));
      }
    });
  });
}
