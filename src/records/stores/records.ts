import type { ExchangeRecord, Records } from '../../turns/ports.js';
import { vietnameseDay } from '../../content/days.js';
import type { Collections } from '../collections.js';
import { ownLot } from './answer-sample.js';
import { markEarlier, markThumbedDown, ownMark } from './review-queue.js';
import { answerUnder } from './sent-messages.js';

/** One document per event is written here, and the lines of a request's conversation apart from it; it is marked until the day's counts hold it, and while staff are to look at it. */
export function createRecords(collections: Collections): Records {
  const { exchanges, talkLines } = collections;
  return {
    async write(record: ExchangeRecord) {
      const { eventKey: _id, talkLines: said = [], ...exchange } = record;
      await talkLines.insertMany(said.map(({ id, ...line }) => ({ _id: id, ...line })));
      const uncounted = vietnameseDay(record.receivedAt);
      const under = await answerUnder(collections, record);
      const about = under?.procedure === undefined ? {} : { procedure: under.procedure };
      const marks = { ...ownMark(record), ...ownLot(record) };
      await exchanges.insertOne({ _id, ...exchange, ...about, uncounted, ...marks });
      await markEarlier({ exchanges }, record);
      if (record.thumb === 'down' && under !== undefined) await markThumbedDown({ exchanges }, under);
    },
  };
}
