import type { Delivery, WebReplies } from '../../turns/ports.js';
import type { Clock } from '../../shared/clock.js';
import type { WebNotifier } from './notifier.js';

const RETRY_AFTER_MS = 2000;

/** The web channel's way out: the reply is kept until the page has read it, and open pages are told at once. */
export function webDelivery(
  webReplies: Pick<WebReplies, 'add'>,
  notifier: WebNotifier,
  clock: Clock,
): Delivery {
  return {
    async send({ conversationId }, reply) {
      try {
        await webReplies.add(conversationId, reply, clock.now());
      } catch {
        return { status: 'retry', afterMs: RETRY_AFTER_MS, reason: 'web replies could not be stored' };
      }
      notifier.publish(conversationId, 'reply');
      return { status: 'sent' };
    },
  };
}
