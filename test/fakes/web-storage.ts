import type { Inbox, WebReplies } from '../../src/turns/ports.js';
import type { CitizenEvent, Reply } from '../../src/conversation/types.js';

export interface FakeStorage {
  inbox: Pick<Inbox, 'store' | 'waitingEvents'>;
  webReplies: WebReplies;
  /** Every event that was stored, in order. */
  events: CitizenEvent[];
  /** The event was answered. */
  handled(key: string): void;
  /** What deletion of a citizen's data does to the replies. */
  forget(conversationId: string): void;
  /** From now on everything rejects, as when the database is away. */
  broken: boolean;
}

/** The ports the web chat needs, in memory. */
export function fakeStorage(): FakeStorage {
  const events: CitizenEvent[] = [];
  const handled = new Set<string>();
  const replies = new Map<string, { id: string; sequence: number; reply: Reply }[]>();
  const storage: FakeStorage = {
    events,
    broken: false,
    handled: (key) => void handled.add(key),
    forget: (conversationId) => void replies.delete(conversationId),
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
