/** @typedef {import('./types.js').Entry} Entry */

const KEY = 'dong-hanh-trò-chuyện';
const BEGUN = 'dong-hanh-bắt-đầu';
/** Enough to read back; the oldest go first. */
const KEPT = 600;
/** What was typed is not shown again after so long: another may sit at the device. What is kept by consent is fetched. */
const READ_BACK_MS = 30 * 60_000;

/**
 * What was said, kept in this tab only and gone with it. When everything is deleted or begun anew in one tab, what the
 * others kept does not count any more: each transcript says under which beginning it was written.
 */
export class Transcript {
  /** @type {Entry[]} */
  entries = [];
  /** Number of the last reply that was read. */
  lastRead = 0;
  /** Where the server has older turns, milliseconds since 1970. @type {number | undefined} */
  older;
  /** The name of the beginning that it was written under; empty for the first. */
  begun = begunIn(localStorageOrNone());

  constructor() {
    try {
      /** @type {unknown} */
      const written = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
      const kept = /** @type {{begun?: string, entries?: Entry[], lastRead?: number, older?: number}} */ (
        written
      );
      const { entries = [], lastRead = 0 } = kept;
      if (kept.begun !== this.begun) return;
      this.lastRead = lastRead;
      this.older = kept.older;
      const isRecent = Date.now() - Math.max(...entries.map(({ at }) => at)) < READ_BACK_MS;
      this.entries = entries.filter((entry) => isRecent || (entry.from === 'own' && entry.pending));
      if (this.isEmpty) this.entries = [];
    } catch {
      this.entries = [];
    }
  }

  /** Nothing but the page's own first words. */
  get isEmpty() {
    return this.entries.every((entry) => entry.from === 'bot' && entry.welcome);
  }

  /** @param {Entry} entry */
  add(entry) {
    this.entries = [...this.entries, entry].slice(-KEPT);
    this.#save();
  }

  /** @param {Entry[]} entries @param {number | undefined} older */
  addBefore(entries, older) {
    this.entries = [...entries, ...this.entries];
    this.older = older;
    this.#save();
  }

  /** @param {number} number */
  read(number) {
    this.lastRead = number;
    this.#save();
  }

  /** @param {string} id */
  has(id) {
    return this.entries.some((entry) => entry.from === 'own' && entry.id === id);
  }

  /** @param {string} id @param {Partial<import('./types.js').OwnEntry>} changes */
  change(id, changes) {
    this.entries = this.entries.map((entry) =>
      entry.from === 'own' && entry.id === id ? { ...entry, ...changes } : entry,
    );
    this.#save();
  }

  /**
   * Nothing of it stays in this tab. `begun`: nor in any other, also one that is opened later; the same name once more
   * changes nothing there.
   * @param {{begun?: string, lastRead?: number}} [how]
   */
  clear({ begun, lastRead = 0 } = {}) {
    this.entries = [];
    this.lastRead = lastRead;
    this.older = undefined;
    if (begun !== undefined) localStorageOrNone()?.setItem(BEGUN, begun);
    this.begun = begunIn(localStorageOrNone());
    this.#save();
  }

  /** @param {() => void} clear is called when another tab has begun anew and this one has not yet */
  onBeginning(clear) {
    addEventListener('storage', (event) => {
      if (event.key === BEGUN && event.newValue !== this.begun) clear();
    });
  }

  #save() {
    try {
      const { entries, lastRead, older } = this;
      sessionStorage.setItem(KEY, JSON.stringify({ begun: this.begun, entries, lastRead, older }));
    } catch {
      // Full or forbidden: the page works on without reading back.
    }
  }
}

function localStorageOrNone() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** @param {Storage | null} storage */
function begunIn(storage) {
  return storage?.getItem(BEGUN) ?? '';
}
