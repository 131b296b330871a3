import { expect } from 'chai';
import { renderPage } from './rendered.js';
import type { ExampleExchange } from '../../../../src/statistics/metrics/example.js';
import { stageOf, type Stage } from './stage.js';

const NOVEMBER = 'tu=2026-11-01&den=2026-11-24';
const asked = (count: number, outcome: ExampleExchange['outcome'], more: Partial<ExampleExchange> = {}) =>
  Array.from({ length: count }, (_, who): ExampleExchange => ({
    who,
    at: '2026-11-10 09:00',
    entryPoint: 'typed',
    outcome,
    ...more,
  }));

describe('The report for the monthly meeting', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await stageOf();
  });
  afterEach(() => stage.close());

  const page = async (query: string) => renderPage(await stage.ask('/thong-ke/bao-cao', query));
  const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

  it('is of last month unless another period is asked for, and has a block to sign', async () => {
    const html = await page('');
    expect(html).to.contain('Kỳ báo cáo: 01/10/2026 – 31/10/2026');
    expect(html).to.contain('Người lập báo cáo').and.contain('Thủ trưởng đơn vị');
  });

  it('concludes nothing from few ratings, and compares with nothing where there was no data', async () => {
    await stage.record([
      ...asked(3, 'answered_question'),
      ...asked(2, 'answered_rating', { entryPoint: 'button', rating: { degree: 5 } }),
    ]);
    const html = await page(NOVEMBER);
    expect(html).to.contain('Có 2 lượt chấm điểm, chưa đủ 30 lượt để kết luận');
    expect(html).to.contain('Chưa so sánh với kỳ trước được');
  });

  it('names what to improve by rules that stand beneath', async () => {
    await stage.record([
      ...asked(6, 'answered_procedure', { procedure: 'hoan-thue' }),
      ...asked(6, 'asked_back_detail', { procedure: 'hoan-thue', at: '2026-11-10 09:05' }),
    ]);
    const html = await page(NOVEMBER);
    expect(html).to.contain('Thủ tục hiểu được dưới 70%: ').and.contain('(50%)');
    expect(html).to.contain('Quy tắc cố định');
  });

  it('tells time saved only by the minutes that the office gives, as a sum with its assumption', async () => {
    await stage.record(asked(30, 'answered_question'));
    expect(await page(NOVEMBER)).to.not.contain('Thời gian ước tính');
    const html = await page(`${NOVEMBER}&phut=6`);
    expect(html)
      .to.contain('30 câu được trả lời ngay × 6 phút mỗi câu = 3 giờ')
      .and.contain('Giả định do đơn vị nêu');
    const refused: unknown = await page(`${NOVEMBER}&phut=-1`).catch((error: unknown) => error);
    expect(refused).to.have.property('status', 400);
  });

  it('is a PDF of two sheets, however much there is to tell, and who took it is written down', async () => {
    const { name, bytes } = await stage.file('/thong-ke/bao-cao.pdf', NOVEMBER);
    expect(name).to.equal('bao-cao-2026-11-01-2026-11-24.pdf');
    expect(pagesOf(bytes)).to.equal(2);
    const long = Array.from({ length: 12 }, (_, index) => `thủ-tục-${index}-${'tên-rất-dài-'.repeat(4)}`);
    await stage.record(
      long.flatMap((procedure, at) => [
        ...asked(12, 'answered_procedure', { procedure, at: `2026-11-${10 + at} 09:00` }),
        ...asked(12, 'asked_back_detail', { procedure, at: `2026-11-${10 + at} 09:05` }),
        ...asked(40, 'answered_rating', {
          entryPoint: 'button',
          rating: { degree: 2, procedure },
          at: `2026-11-${10 + at} 09:06`,
        }),
        ...asked(3, 'declined_unknown', {
          at: `2026-11-${10 + at} 09:07`,
          alternatives: [{ intent: procedure, confidence: 0.2 }],
        }),
      ]),
    );
    expect(pagesOf((await stage.file('/thong-ke/bao-cao.pdf', `${NOVEMBER}&phut=5`)).bytes)).to.equal(2);
    expect(stage.audited[0]).to.equal('statistics.export bao-cao-2026-11-01-2026-11-24.pdf');
  });
});
