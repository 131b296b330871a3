const KEY = 'dong-hanh-trò-chuyện';
/** Enough to read back; the oldest go first. */
const KEPT = 200;

/**
 * What was said, kept in this tab only and gone with it. Entries: {from: 'own', id, text, payload?, pending?, failed?}
 * or {from: 'bot', reply}.
 */
export class Transcript {
  entries = [];
  lastRead = 0;

  constructor(storage = sessionStorage) {
    this.storage = storage;
    try {
      const kept = JSON.parse(storage.getItem(KEY) ?? '{}');
      this.entries = Array.isArray(kept.entries) ? kept.entries : [];
      this.lastRead = Number(kept.lastRead) || 0;
    } catch {
      this.clear();
    }
  }

  get isEmpty() {
    return this.entries.length === 0;
  }

  addOwn(entry) {
    this.#add({ from: 'own', pending: true, ...entry });
  }

  addReply(reply, number) {
    this.lastRead = number;
    this.#add({ from: 'bot', reply });
  }

  /** The server has it; `text`: as it was kept there, personal data covered. */
  markSent(id, text) {
    this.#change(id, { text, pending: false, failed: undefined });
  }

  /** It was given up, and why. */
  markFailed(id, reason) {
    this.#change(id, { pending: false, failed: reason });
  }

  clear() {
    this.entries = [];
    this.lastRead = 0;
    this.#save();
  }

  #change(id, changes) {
    this.entries = this.entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry));
    this.#save();
  }

  #add(entry) {
    this.entries = [...this.entries, entry].slice(-KEPT);
    this.#save();
  }

  #save() {
    try {
      this.storage.setItem(KEY, JSON.stringify({ entries: this.entries, lastRead: this.lastRead }));
    } catch {
      // Full or forbidden: the page works on without reading back.
    }
  }
}
