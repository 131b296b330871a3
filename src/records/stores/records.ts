import type { ExchangeRecord, Records } from '../../conversation/ports.js';
import { vietnamDate } from '../../conversation/vietnam-time.js';
import type { Collections } from '../collections.js';

/** One document per event is all that is written here; it is marked until the day's counts hold it. */
export function createRecords({ exchanges }: Collections): Records {
  return {
    async write({ eventKey, ...record }: ExchangeRecord) {
      await exchanges.insertOne({ _id: eventKey, ...record, uncounted: vietnamDate(record.receivedAt) });
    },
  };
}
