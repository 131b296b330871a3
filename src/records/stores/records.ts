import type { ExchangeRecord, Records } from '../../conversation/ports.js';
import type { Collections } from '../collections.js';

/** The daily counts are made from these documents as a whole, so one document per event is all that is to be written. */
export function createRecords({ exchanges }: Collections): Records {
  return {
    async write({ eventKey, ...record }: ExchangeRecord) {
      await exchanges.insertOne({ _id: eventKey, ...record });
    },
  };
}
