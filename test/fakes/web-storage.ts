import type { Inbox, KeptTurn, WebHistory, WebReplies } from '../../src/turns/ports.js';
import type { CitizenEvent, Reply } from '../../src/conversation/types.js';

export interface FakeStorage {
  inbox: Pick<Inbox, 'store' | 'waitingEvents'>;
  webReplies: WebReplies;
  history: WebHistory;
  /** Whether the citizen has agreed that texts are kept. */
  keepsTexts: boolean;
  /** What is kept from before, oldest first. */
  past: KeptTurn[];
  /** Every event that was stored, in order. */
  events: CitizenEvent[];
  /** The event was answered. */
  handled(key: string): void;
  /** What deletion of a citizen's data does to the replies. */
  forget(conversationId: string): void;
  /** From now on everything rejects, as when the database is away. */
  broken: boolean;
}

interface StoredReply {
  id: string;
  sequence: number;
  reply: Reply;
}

/** The ports the web chat needs, in memory. */
export function fakeStorage(): FakeStorage {
  const events: CitizenEvent[] = [];
  const handled = new Set<string>();
  const replies = new Map<string, StoredReply[]>();
  const storage: FakeStorage = {
    events,
    broken: false,
    keepsTexts: false,
    past: [],
    handled: (key) => void handled.add(key),
    forget(conversationId) {
      replies.delete(conversationId);
      storage.past = [];
      for (const event of events) if (event.conversationId === conversationId) delete event.text;
    },
    inbox: {
      store(stored) {
        if (storage.broken) return Promise.reject(new Error('storage is away'));
        const fresh = stored.filter(({ key }) => !events.some((event) => event.key === key));
        events.push(...fresh);
        return Promise.resolve(fresh.length);
      },
      waitingEvents: (conversationId, limit) =>
        Promise.resolve(
          events
            .filter((event) => event.conversationId === conversationId && !handled.has(event.key))
            .slice(0, limit),
        ),
    },
    history: { of: (...asked) => Promise.resolve(keptTurns(storage, handled, replies, ...asked)) },
    webReplies: {
      add(conversationId, { id, reply }) {
        if (storage.broken) return Promise.reject(new Error('storage is away'));
        const kept = replies.get(conversationId) ?? [];
        if (!kept.some((known) => known.id === id)) kept.push({ id, sequence: kept.length + 1, reply });
        replies.set(conversationId, kept);
        return Promise.resolve();
      },
      after(conversationId, sequence) {
        if (storage.broken) return Promise.reject(new Error('storage is away'));
        const kept = replies.get(conversationId) ?? [];
        return Promise.resolve(
          kept
            .filter((known) => known.sequence > sequence)
            .map(({ sequence: number, reply }) => ({ sequence: number, reply })),
        );
      },
    },
  };
  return storage;
}

function keptTurns(
  { events, keepsTexts, past }: FakeStorage,
  handled: ReadonlySet<string>,
  replies: ReadonlyMap<string, StoredReply[]>,
  conversationId: string,
  limit: number,
  before?: Date,
): Awaited<ReturnType<WebHistory['of']>> {
  const own = replies.get(conversationId) ?? [];
  const mine = events.filter((event) => event.conversationId === conversationId && handled.has(event.key));
  const turns: KeptTurn[] = [
    ...past,
    ...(keepsTexts ? mine : []).map(({ key, text = '', messageId, sentAt }) => ({
      text,
      at: sentAt,
      answeredAt: sentAt,
      replies: own.filter(({ id }) => id.startsWith(key)).map(({ reply }) => reply),
      ...(messageId === undefined ? {} : { messageId }),
    })),
  ].filter(({ answeredAt, text }) => text !== '' && (before === undefined || answeredAt < before));
  const shown = turns.slice(-limit);
  const [oldest] = shown;
  return {
    turns: shown,
    ...(oldest !== undefined && shown.length < turns.length ? { older: oldest.answeredAt } : {}),
    newest: own.at(-1)?.sequence ?? 0,
  };
}
