import { expect } from 'chai';
import { migrated } from '../../../src/records/migrations.js';
import { without } from '../../../src/records/engine/plain.js';
import type { Stores } from '../../../src/records/stores.js';
import { event, minutes, record } from './samples.js';

export function earlierDataContract(stores: () => Stores): void {
  describe('data of earlier versions', () => {
    it('call an entry point what was called a door, in exchanges and in what days counted', async () => {
      const { collections } = stores();
      const exchange = (key: string) => ({ ...without(record(event(key)), 'eventKey'), _id: key });
      await collections.exchanges.insertMany([
        { ...exchange('a'), door: 'qr:hoa-khanh' },
        { ...exchange('b'), door: 'typed' },
        { ...exchange('c'), entryPoint: 'menu' },
      ]);
      const counts = { conversations: 2, 'door:qr': 1, 'door:typed': 1, 'qr:hoa-khanh': 1 };
      await collections.days.insertOne({
        ...{ _id: '2026-11-24', all: counts, procedures: { 'hoan-thue': { 'door:typed': 1 } } },
        ...{ events: 2, revision: 3, journal: [], countedAt: minutes(0) },
      });
      await migrated(collections);
      await migrated(collections);
      const kept = await collections.exchanges.find({});
      expect(kept.map(({ _id, entryPoint, door }) => [_id, entryPoint, door]).sort()).to.deep.equal([
        ['a', 'qr:hoa-khanh', undefined],
        ['b', 'typed', undefined],
        ['c', 'menu', undefined],
      ]);
      const [day] = await collections.days.find({});
      expect(day).to.deep.include({
        all: { conversations: 2, 'entry_point:qr': 1, 'entry_point:typed': 1, 'qr:hoa-khanh': 1 },
        procedures: { 'hoan-thue': { 'entry_point:typed': 1 } },
        revision: 4,
      });
    });
  });
}
