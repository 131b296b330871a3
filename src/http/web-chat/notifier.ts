/** `accepted`: a message came in and is being answered. `reply`: there is something to read. `closed`: shut down. */
export type WebSignal = 'accepted' | 'reply' | 'closed';

/** Tells the open pages of this process at once; pages of other processes find their replies by polling. */
export interface WebNotifier {
  publish(conversationId: string, signal: WebSignal): void;
  /** Returns the way to stop listening. */
  subscribe(conversationId: string, listener: (signal: WebSignal) => void): () => void;
  /** Ends every open stream, and each that is still opened, so that the server can stop. */
  close(): void;
}

export function createWebNotifier(): WebNotifier {
  const listeners = new Map<string, Set<(signal: WebSignal) => void>>();
  let closed = false;
  const publish = (conversationId: string, signal: WebSignal) => {
    for (const listener of [...(listeners.get(conversationId) ?? [])]) listener(signal);
  };
  return {
    publish,
    subscribe(conversationId, listener) {
      const own = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, own.add(listener));
      if (closed) listener('closed');
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(conversationId) === own) listeners.delete(conversationId);
      };
    },
    close() {
      closed = true;
      for (const conversationId of [...listeners.keys()]) publish(conversationId, 'closed');
    },
  };
}
