import type { ExchangeRecord, Records } from '../../turns/ports.js';
import { vietnameseDay } from '../../content/days.js';
import type { Collections } from '../collections.js';
import { markEarlier, ownMark } from './review-queue.js';

/** One document per event is all that is written here; it is marked until the day's counts hold it, and while staff are to look at it. */
export function createRecords({ exchanges }: Collections): Records {
  return {
    async write(record: ExchangeRecord) {
      const { eventKey: _id, ...exchange } = record;
      const uncounted = vietnameseDay(record.receivedAt);
      await exchanges.insertOne({ _id, ...exchange, uncounted, ...ownMark(record) });
      await markEarlier({ exchanges }, record);
    },
  };
}
