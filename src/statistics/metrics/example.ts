import type { Exchange } from '../../records/documents/exchange.js';
import { vietnamDate } from '../../conversation/vietnam-time.js';
import { startOf } from '../periods.js';

/** One event of a hand-counted example. */
export interface ExampleExchange extends Partial<
  Pick<
    Exchange,
    'procedure' | 'rating' | 'door' | 'booking' | 'consentGiven' | 'request' | 'text' | 'channel' | 'intent'
  >
> {
  /** Which citizen. */
  who: number;
  /** `YYYY-MM-DD HH:MM` in Vietnam; the 24th of November 2026 unless told. */
  at?: string;
  outcome: Exchange['outcome'];
  /** Milliseconds until it was answered. */
  took?: number;
}

/** The record that such an event leaves. */
export function exchangeOf(
  { who, at = '2026-11-24 08:00', took = 200, ...rest }: ExampleExchange,
  index: number,
): Exchange {
  const [day = '', time = ''] = at.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const receivedAt = new Date(startOf(day).getTime() + (hour * 60 + minute) * 60_000);
  return {
    channel: 'messenger',
    ...rest,
    _id: `event-${index}`,
    conversationId: `citizen-${who}`,
    pageId: 'page',
    receivedAt,
    answeredAt: new Date(receivedAt.getTime() + took),
    contentVersion: 'v1',
    uncounted: vietnamDate(receivedAt),
  };
}
