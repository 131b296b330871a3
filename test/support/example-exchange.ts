import { vietnameseDay } from '../../src/shared/days.js';
import type { Exchange } from '../../src/records/documents/exchange.js';
import type { ExampleExchange } from '../../src/statistics/metrics/example.js';
import { startOf } from '../../src/statistics/periods.js';

/** The record that one event of a hand-counted example leaves. */
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
    uncounted: vietnameseDay(receivedAt),
  };
}
