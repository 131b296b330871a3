import { expect } from 'chai';
import type { ExampleExchange } from '../../../../src/statistics/metrics/example.js';
import type { Table } from '../../../../src/statistics/table-types.js';
import { Citizen } from '../../../support/citizen.js';
import { sampleKnowledge, SAMPLE_CONTENT } from '../../../support/sample-content.js';
import { stageOf, type Stage } from './stage.js';

const DAY = 'from=2026-11-24&to=2026-11-24';
const REFUND: Partial<ExampleExchange> = { procedure: 'hoan-thue', entryPoint: 'typed' };
const intentOf = (procedure: string) =>
  [...SAMPLE_CONTENT.intents.values()].find(
    ({ target }) => 'procedure' in target && target.procedure === procedure,
  )?.id ?? '';

/** Eight ask about tax refunds; six read to the end, four say that it helped; two are not understood. */
const GIVEN: ExampleExchange[] = [
  ...Array.from({ length: 8 }, (_, who): ExampleExchange => ({
    ...REFUND,
    who,
    outcome: who < 7 ? 'answered_procedure' : 'asked_back_detail',
    toldPlace: { office: 'tcs7', ward: 'xa-duy-nghia' },
  })),
  ...Array.from({ length: 6 }, (_, who): ExampleExchange => ({
    ...REFUND,
    who,
    entryPoint: 'button',
    at: '2026-11-24 08:05',
    outcome: 'answered_guide_finished',
  })),
  ...Array.from({ length: 4 }, (_, who): ExampleExchange => ({
    who,
    at: '2026-11-24 08:06',
    outcome: 'answered_rating',
    rating: { helped: who > 0, procedure: 'hoan-thue' },
  })),
  { ...REFUND, who: 7, at: '2026-11-24 08:07', entryPoint: 'button', outcome: 'handed_over_person' },
  ...[20, 21].map((who): ExampleExchange => ({
    who,
    entryPoint: 'typed',
    outcome: 'declined_unknown',
    alternatives: [{ intent: intentOf('hoan-thue'), confidence: 0.2 }],
  })),
];

describe('The statistics by procedure and by place', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await stageOf();
    await stage.record(GIVEN);
  });
  afterEach(() => stage.close());

  const rowOf = async (table: string, key: string, query = DAY) => {
    const answer = await stage.ask('/api/statistics', query);
    if (answer.kind !== 'json') throw new Error('no JSON');
    const { tables } = answer.body as { tables: Table[] };
    const found = tables.find(({ id }) => id === table);
    const row = found?.rows.find((one) => one.key === key);
    const cells = found?.columns.map(({ name }, index) => [name, row?.cells[index] ?? null] as const);
    return { label: row?.label, note: row?.note, ...Object.fromEntries(cells ?? []) };
  };

  it('tell of a procedure what was asked, understood, finished, of help, and who wanted a person', async () => {
    expect(await rowOf('by_procedure', 'hoan-thue')).to.include({
      label: SAMPLE_CONTENT.procedures.get('hoan-thue')?.name,
      'Cuộc trò chuyện': 8,
      'Câu đã gõ': 10,
      'Hiểu được': 0.7,
      'Chưa hiểu': 2,
      'Mở hướng dẫn': 8 - 1,
      'Xem hết': 6 / 7,
      'Có ích': 0.75,
      Điểm: null,
      'Phản hồi': 4 / 6,
      'Gặp cán bộ': 1,
    });
  });

  it('say when the content of a procedure was checked last', async () => {
    const { note } = await rowOf('by_procedure', 'hoan-thue');
    expect(note).to.match(/^kiểm tra \d\d\/\d\d\/\d{4}$/);
    expect(await stage.page()).to.contain(String(note));
  });

  it('are the same for a procedure that is looked at alone', async () => {
    expect(await rowOf('by_procedure', 'hoan-thue', `${DAY}&procedure=hoan-thue`)).to.deep.equal(
      await rowOf('by_procedure', 'hoan-thue'),
    );
  });

  it('name the content that cost most declines', async () => {
    expect(await rowOf('near_misses', intentOf('hoan-thue'))).to.include({ 'Câu chưa hiểu': 2 });
  });

  it('tell commune and tax office by their names, where citizens told theirs', async () => {
    expect(await rowOf('told_offices', 'tcs7')).to.include({ label: 'Thuế cơ sở 7', 'Cuộc trò chuyện': 8 });
    expect(await rowOf('told_wards', 'xa-duy-nghia')).to.include({
      label: 'xã Duy Nghĩa',
      'Cuộc trò chuyện': 8,
    });
  });

  it('hide small numbers, and shares that tell of them, in the edition for publication', async () => {
    expect(await rowOf('by_procedure', 'hoan-thue', `${DAY}&edition=publication`)).to.include({
      'Cuộc trò chuyện': 8,
      'Câu đã gõ': 10,
      'Hiểu được': null,
      'Chưa hiểu': null,
      'Xem hết': null,
      'Gặp cán bộ': null,
    });
    expect(
      await rowOf('near_misses', intentOf('hoan-thue'), `${DAY}&edition=publication`),
    ).to.not.include.keys('Câu chưa hiểu');
  });
});

describe('The place of a matter', () => {
  it('is in the record once the citizen told it', async () => {
    const citizen = new Citizen(sampleKnowledge());
    await citizen.say('hoan thue thu nhap ca nhan can giay to gi');
    expect(citizen.last?.toldPlace).to.equal(undefined);
    await citizen.say('toi o duy hai thuoc thue nao');
    expect(citizen.last?.toldPlace).to.deep.equal({ office: 'tcs7', ward: 'xa-duy-nghia' });
  });
});
