import { expect } from 'chai';
import { posterPlaces } from '../../../src/content/poster-places.js';
import { Citizen } from '../../support/citizen.js';
import { SAMPLE_CONTENT, sampleKnowledge } from '../../support/sample-content.js';
import { stageOf, type Stage } from '../http/staff-statistics/stage.js';
import type { Table } from '../../../src/statistics/table-types.js';

const DAY = 'tu=2026-11-24&den=2026-11-24';

describe('The place in a link', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await stageOf();
  });
  afterEach(() => stage.close());

  const placesOf = async (query: string) => {
    const answer = await stage.ask('/api/statistics', query);
    if (answer.kind !== 'json') throw new Error('no JSON');
    const { tables } = answer.body as { tables: Table[] };
    return tables.find(({ id }) => id === 'qr_places')?.rows ?? [];
  };

  it('comes into the records only when staff listed it; anything else counts as another place', async () => {
    const entryPointBy = async (ref: string) => {
      const citizen = new Citizen(sampleKnowledge());
      await citizen.send({ kind: 'referral', ref });
      return citizen.last?.entryPoint;
    };
    expect(await entryPointBy('p=hoan-thue_o=hoa-khanh')).to.equal('qr:hoa-khanh');
    expect(await entryPointBy('o=xa-song-vang')).to.equal('qr:xa-song-vang');
    expect(await entryPointBy('o=bau-cho-ong-A')).to.equal('qr:khac');
    expect(await entryPointBy(`o=${'x'.repeat(198)}`)).to.equal('qr:khac');
    expect(await entryPointBy('p=hoan-thue')).to.equal('link');
  });

  it('is a question to begin with, whichever version set the Page up with it', async () => {
    for (const field of ['door', 'entryPoint']) {
      const citizen = new Citizen(sampleKnowledge());
      const payload = `dh1|{"kind":"open","procedure":"hoan-thue","${field}":"ice_breaker"}`;
      await citizen.send({ kind: 'button', payload });
      expect(citizen.last).to.include({ entryPoint: 'ice_breaker', procedure: 'hoan-thue' });
    }
  });

  it('is named in the statistics by staff’s words, those of strangers together as others', async () => {
    await stage.record([
      { who: 1, entryPoint: 'qr:hoa-khanh', outcome: 'answered_procedure' },
      { who: 2, entryPoint: 'qr:bau-cho-ong-A', outcome: 'answered_procedure' },
      { who: 3, entryPoint: `qr:${'x'.repeat(198)}`, outcome: 'answered_procedure' },
    ]);
    const rows = await placesOf(DAY);
    expect(rows.map(({ label, cells }) => [label, cells[0]])).to.deep.equal([
      ['Hòa Khánh', 1],
      ['Khác (không có trong danh sách nơi dán)', 2],
    ]);
    expect(await stage.page(DAY)).to.not.contain('bau-cho');
  });

  it('is hidden in the published statistics with its small count, and never the only one hidden', async () => {
    const scans = (place: string, from: number, times: number) =>
      Array.from({ length: times }, (_, index) => ({
        who: from + index,
        entryPoint: `qr:${place}`,
        outcome: 'answered_procedure' as const,
      }));
    await stage.record([...scans('hoa-khanh', 1, 9), ...scans('xa-song-vang', 20, 6), ...scans('la', 30, 2)]);
    const counts = (await placesOf(`${DAY}&ban=cong-bo`)).map(({ cells }) => cells[0]);
    expect(counts).to.deep.equal([9, null, null]);
  });

  it('is known by the office, by the commune, and by what staff listed', () => {
    const known = posterPlaces(SAMPLE_CONTENT);
    expect(known.get('hoa-khanh')).to.equal('Hòa Khánh');
    expect(known.get('xa-song-vang')).to.equal('xã Sông Vàng');
    expect(known.has('khac')).to.be.false;
  });
});
