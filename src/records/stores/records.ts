import type { ExchangeRecord, Records } from '../../turns/ports.js';
import { vietnameseDay } from '../../shared/days.js';
import type { Collections } from '../collections.js';
import { ownLot } from './answer-sample.js';
import { noteInboxStep } from './inbox-waits.js';
import type { DaysOff } from './requests.js';
import { markEarlier, markThumbedDown, ownMark } from './review-queue.js';
import { answerUnder } from './sent-messages.js';

/** One document per event is written here, and the lines of a request's conversation and the steps of a wait for a person apart from it; it is marked until the day's counts hold it, and while staff are to look at it. */
export function createRecords(collections: Collections, daysOff: DaysOff): Records {
  const { exchanges, talkLines } = collections;
  return {
    async write(record: ExchangeRecord) {
      const { eventKey: _id, talkLines: said = [], inboxSteps = [], ...exchange } = record;
      await talkLines.insertMany(said.map(({ id, ...line }) => ({ _id: id, ...line })));
      for (const step of inboxSteps) await noteInboxStep(collections, step, daysOff);
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
