import { secondsBetween, type Clock } from '../shared/clock.js';
import type { Metrics } from '../shared/metrics.js';
import type { Conversations, Delivery, TurnRunner } from './ports.js';
import type { Channel } from '../conversation/types.js';

export interface MeasuredDependencies {
  runner: TurnRunner;
  conversations: Conversations;
  deliveries: Record<Channel, Delivery>;
}

/** The same parts, each timed and counted where it does its work. */
export function measured(parts: MeasuredDependencies, metrics: Metrics, clock: Clock): MeasuredDependencies {
  const { runner, conversations, deliveries } = parts;
  const timed = (delivery: Delivery, channel: Channel): Delivery => ({
    ...(delivery.announce === undefined ? {} : { announce: delivery.announce.bind(delivery) }),
    async send(target, reply) {
      const start = clock.now();
      const result = await delivery.send(target, reply);
      const labels = { channel, status: result.status };
      metrics.observe('delivery_seconds', secondsBetween(start, clock.now()), labels);
      return result;
    },
  });
  return {
    runner: {
      async run(event, state) {
        const start = clock.now();
        try {
          return await runner.run(event, state);
        } finally {
          metrics.observe('turn_seconds', secondsBetween(start, clock.now()));
        }
      },
    },
    conversations: {
      ...conversations,
      async commitTurn(lease, turn) {
        await conversations.commitTurn(lease, turn);
        const { event, record } = turn;
        metrics.increment('turns_total', { outcome: record.outcome });
        const seconds = secondsBetween(event.receivedAt, record.answeredAt);
        metrics.observe('answer_seconds', seconds, { channel: event.channel });
      },
    },
    deliveries: {
      web: timed(deliveries.web, 'web'),
      messenger: timed(deliveries.messenger, 'messenger'),
    },
  };
}
