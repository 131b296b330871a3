import type { Clock } from '../shared/clock.js';
import type { Conversations, Delivery, Inbox } from './ports.js';
import type { Channel } from '../conversation/types.js';

export interface GatedDependencies {
  inbox: Inbox;
  conversations: Conversations;
  deliveries: Record<Channel, Delivery>;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Sends nothing that could not be noted down as sent, and looks for no work while the storage takes no writes: it would
 * only be done again. The storage is tried after 1, 2, 4 … up to 60 seconds. A reply that went out before its note was
 * refused is not sent again by this process; only the note is made up for.
 *
 * @param writable rejects when the storage takes no writes
 */
export function gated(
  parts: GatedDependencies,
  writable: () => Promise<void>,
  clock: Clock,
): GatedDependencies {
  const gate = new StoreGate(writable, clock);
  const unnoted = new Set<string>();
  const { inbox, conversations, deliveries } = parts;
  const behindGate = (delivery: Delivery): Delivery => ({
    ...(delivery.announce === undefined ? {} : { announce: delivery.announce.bind(delivery) }),
    async send(target, reply) {
      if (unnoted.has(reply.id)) return { status: 'sent' };
      const closedUntil = await gate.closedUntil();
      if (closedUntil !== null)
        return { status: 'paused', untilMs: closedUntil, reason: 'the storage takes no writes' };
      const result = await delivery.send(target, reply);
      if (result.status === 'sent') unnoted.add(reply.id);
      return result;
    },
  });
  return {
    inbox: {
      ...inbox,
      waitingConversations: async (limit) =>
        (await gate.closedUntil()) === null ? inbox.waitingConversations(limit) : [],
    },
    conversations: {
      ...conversations,
      owing: async (now, limit) =>
        (await gate.closedUntil()) === null ? conversations.owing(now, limit) : [],
      async delivered(lease, replyId, also) {
        await conversations.delivered(lease, replyId, also);
        unnoted.delete(replyId);
      },
    },
    deliveries: { web: behindGate(deliveries.web), messenger: behindGate(deliveries.messenger) },
  };
}

class StoreGate {
  private waitMs = FIRST_WAIT_MS;
  private closed = 0;

  constructor(
    private readonly writable: () => Promise<void>,
    private readonly clock: Clock,
  ) {}

  /** Milliseconds since 1970; `null` when the storage takes writes. */
  async closedUntil(): Promise<number | null> {
    const now = this.clock.now().getTime();
    if (now < this.closed) return this.closed;
    try {
      await this.writable();
      this.waitMs = FIRST_WAIT_MS;
      this.closed = 0;
      return null;
    } catch {
      // Of several that asked at once the first one's answer counts.
      if (this.closed <= now) {
        this.closed = now + this.waitMs;
        this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
      }
      return this.closed;
    }
  }
}
