import type { DataCopies, Transcripts, TranscriptTurn } from '../../staff-work/ports.js';
import type { Collections } from '../collections.js';
import type { Exchange } from '../documents/exchange.js';
import { without } from '../engine/plain.js';
import { asStaffRequest } from './request-queue.js';

type Kept = Pick<Collections, 'exchanges' | 'consents' | 'requests' | 'slots'>;

const SHOWN = [
  'channel',
  'answeredAt',
  'receivedAt',
  'outcome',
  'entryPoint',
  'text',
  'replyTexts',
  'procedure',
  'intent',
  'confidence',
  'rating',
  'request',
] as const;

export function createTranscripts({ exchanges }: Pick<Kept, 'exchanges'>): Transcripts {
  return {
    async of(conversationId, limit) {
      const newestFirst = { sort: { answeredAt: -1 }, limit, only: SHOWN } as const;
      return (await exchanges.find({ conversationId }, newestFirst)).reverse().map(asTurn);
    },
  };
}

/** More than anybody writes within the days that are kept. */
const ALL = 100_000;

export function createDataCopies(collections: Kept): DataCopies {
  const { consents, requests, slots } = collections;
  const transcripts = createTranscripts(collections);
  return {
    async of(conversationId) {
      const [turns, chosen, filed, booked] = await Promise.all([
        transcripts.of(conversationId, ALL),
        consents.find({ conversationId }, { sort: { at: 1 } }),
        requests.find({ conversationId }, { sort: { filedAt: 1 } }),
        slots.find({ 'seats.conversationId': conversationId }, { sort: { date: 1 } }),
      ]);
      return {
        turns,
        consents: chosen.map(({ choice, noticeVersion, at }) => ({
          choice,
          at,
          ...(noticeVersion === undefined ? {} : { noticeVersion }),
        })),
        requests: filed.map(asStaffRequest),
        bookings: booked.flatMap(({ date, start, end, place, seats }) =>
          seats
            .filter((seat) => seat.conversationId === conversationId)
            .map(({ code, procedure }) => ({
              ...{ code, date, start, end, place },
              ...(procedure === undefined ? {} : { procedure }),
            })),
        ),
      };
    },
  };
}

function asTurn({ receivedAt, ...exchange }: Exchange): TranscriptTurn {
  return { at: receivedAt, ...without(exchange, '_id', 'answeredAt') };
}
