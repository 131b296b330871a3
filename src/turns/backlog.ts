import type { Clock } from '../shared/clock.js';
import type { Conversations, Inbox } from './ports.js';

/** What waits and what was lost, for the health page and its readers. Counts only, nothing of anyone's. */
export interface Backlog {
  /** Messages that were acknowledged and not answered yet. */
  messages: number;
  /** Conversations that are owed replies: on their way, put off, or kept back while the Page is stopped. */
  replies: number;
  /** Seconds since the oldest of both came in; 0 when nothing waits. */
  oldestSeconds: number;
  /** Replies given up since the start, and when the last was. */
  dropped: number;
  lastDroppedAt?: Date;
}

/** Replies that were given up since the start; `tell` hears of each. */
export class Dropped {
  private total = 0;
  private last: Date | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly tell: () => void,
  ) {}

  count(): void {
    this.total += 1;
    this.last = this.clock.now();
    this.tell();
  }

  describe(): Pick<Backlog, 'dropped' | 'lastDroppedAt'> {
    return this.last === undefined
      ? { dropped: this.total }
      : { dropped: this.total, lastDroppedAt: this.last };
  }
}

export async function backlogOf(
  { inbox, conversations, clock }: { inbox: Inbox; conversations: Conversations; clock: Clock },
  dropped: Dropped,
): Promise<Backlog> {
  const [messages, replies] = await Promise.all([inbox.waiting(), conversations.owedReplies()]);
  const now = clock.now().getTime();
  const ages = [messages.oldest, replies.oldest].map((at) => (at === undefined ? 0 : now - at.getTime()));
  return {
    messages: messages.count,
    replies: replies.count,
    oldestSeconds: Math.max(0, Math.round(Math.max(...ages) / 1000)),
    ...dropped.describe(),
  };
}
