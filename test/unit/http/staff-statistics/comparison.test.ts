import { expect } from 'chai';
import type { ExampleExchange } from '../../../../src/statistics/metrics/example.js';
import { NOW, stageOf, type Stage } from './stage.js';

interface Answer {
  period: { from: string; to: string };
  before: { from: string; to: string };
  values: { messages: { total: number }; notUnderstood: { share: number | null } };
  valuesBefore: { messages: { total: number } } | null;
}

/** So many typed questions at that time, each by somebody else. */
const asked = (at: string, count: number, outcome: ExampleExchange['outcome'] = 'answered_question') =>
  Array.from({ length: count }, (_, who): ExampleExchange => ({ who, at, outcome, entryPoint: 'typed' }));

describe('What the numbers of a period are compared with', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await stageOf();
  });
  afterEach(() => stage.close());

  const told = async (query: string) => {
    const answer = await stage.ask('/api/statistics', query);
    if (answer.kind !== 'json') throw new Error('no JSON');
    return answer.body as Answer;
  };

  it('is nothing, in numbers and in words, where the period before began before there was data', async () => {
    await stage.record([...asked('2026-10-20 09:00', 7), ...asked('2026-11-10 09:00', 3)]);
    const november = await told('from=2026-11-01&to=2026-11-30');
    expect(november.before).to.deep.equal({ from: '2026-10-01', to: '2026-10-31' });
    expect(november.valuesBefore).to.equal(null);
    const html = await stage.page('tu=2026-11-01&den=2026-11-30');
    expect(html).to.contain('số liệu có từ 20/10/2026').and.not.contain('▼').and.not.contain('▲');
  });

  it('is the same hours of yesterday while today is not over', async () => {
    // It is 17:00 in Vietnam.
    expect(NOW.toISOString()).to.equal('2026-11-24T10:00:00.000Z');
    await stage.record([
      ...asked('2026-11-22 08:00', 1),
      ...asked('2026-11-23 08:00', 4),
      ...asked('2026-11-23 16:59', 2),
      ...asked('2026-11-23 17:30', 30),
      ...asked('2026-11-24 10:00', 6),
    ]);
    const today = await told('ky=hom-nay');
    expect(today.values.messages.total).to.equal(6);
    expect(today.valuesBefore?.messages.total).to.equal(6);
    expect(await stage.page('ky=hom-nay')).to.contain('cùng tính đến 17:00');
    const yesterday = await told('from=2026-11-23&to=2026-11-23');
    expect(yesterday.values.messages.total).to.equal(36);
  });

  it('is nothing for today when yesterday’s records are gone', async () => {
    await stage.record([...asked('2026-11-22 08:00', 1), ...asked('2026-11-23 08:00', 4)]);
    await stage.stores.collections.markers.insertOne({
      _id: 'exchanges-swept',
      at: new Date('2026-11-23T05:00:00Z'),
    });
    expect((await told('ky=hom-nay')).valuesBefore).to.equal(null);
    expect(await stage.page('ky=hom-nay')).to.contain('hết thời hạn lưu');
  });

  for (const [query, from, to] of [
    ['from=2026-11-01&to=2026-11-24', '2025-11-01', '2025-11-24'],
    ['from=2026-02-01&to=2026-02-28', '2025-02-01', '2025-02-28'],
    ['from=2025-02-01&to=2025-02-28', '2024-02-01', '2024-02-29'],
    ['from=2024-02-29&to=2024-02-29', '2023-02-28', '2023-02-28'],
    ['from=2026-11-16&to=2026-11-22', '2025-11-17', '2025-11-23'],
  ] as const) {
    it(`is, a year earlier, ${from} to ${to} for ${query}`, async () => {
      expect((await told(`${query}&compare=last_year`)).before).to.deep.equal({ from, to });
    });
  }

  it('is told by its name when it is the same period of last year', async () => {
    await stage.record([
      ...asked('2025-10-01 09:00', 1),
      ...asked('2025-11-10 09:00', 5),
      ...asked('2026-11-10 09:00', 10),
    ]);
    const html = await stage.page('tu=2026-11-01&den=2026-11-30&so-voi=nam-truoc');
    expect(html).to.contain('so với cùng kỳ năm trước 01/11/2025 – 30/11/2025');
    expect(html).to.contain('▲ 100%, năm trước: 5');
  });

  it('is offered for the quarter that is over', async () => {
    expect((await told('ky=quy-truoc')).period).to.deep.equal({ from: '2026-07-01', to: '2026-09-30' });
  });

  it('is a share of the questions, which taps do not make smaller', async () => {
    const taps = Array.from({ length: 60 }, (_, who): ExampleExchange => ({
      who,
      at: '2026-11-24 08:00',
      outcome: 'answered_step',
      procedure: 'dang-ky-ma-so',
      entryPoint: 'button',
    }));
    await stage.record([
      ...taps,
      ...asked('2026-11-24 09:00', 9),
      ...asked('2026-11-24 09:10', 1, 'declined_unknown'),
    ]);
    expect((await told('ky=hom-nay')).values.notUnderstood.share).to.equal(0.1);
    expect(await stage.page('ky=hom-nay')).to.contain('1 trong 10 câu đã gõ');
  });
});
