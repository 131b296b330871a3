import { dayBetween } from './times.js';

/** @typedef {import('./types.js').Entry} Entry */

const AT_ONCE = 40;
/** More than this many on the page slow it down on a small phone; the oldest are taken off and come back on scrolling up. */
const MAX_SHOWN = 160;

/** The part of the conversation that is on the page: always its end, and as far up as somebody has scrolled. */
export class LogWindow {
  #first = 0;
  #ended = false;
  #loading = false;

  /**
   * @param {object} parts
   * @param {HTMLElement} parts.log
   * @param {HTMLElement} parts.box what scrolls
   * @param {import('./transcript.js').Transcript} parts.transcript
   * @param {(entry: Entry, before: Element | null) => HTMLElement} parts.draw
   * @param {() => Promise<void>} parts.fetchOlder puts older ones that the server has before those that are known
   */
  constructor({ log, box, transcript, draw, fetchOlder }) {
    this.log = log;
    this.box = box;
    this.transcript = transcript;
    this.draw = draw;
    this.fetchOlder = fetchOlder;
    box.addEventListener('scroll', () => void this.#lookUp(), { passive: true });
  }

  /** Draws the newest anew. */
  showEnd() {
    const { entries } = this.transcript;
    this.#first = Math.max(0, entries.length - AT_ONCE);
    this.log.replaceChildren();
    for (const entry of entries.slice(this.#first)) this.append(entry);
  }

  /** @param {Entry} entry */
  append(entry) {
    const { entries } = this.transcript;
    const at = entries.indexOf(entry);
    const day = dayBetween(entry.at, entries[at < 0 ? entries.length - 2 : at - 1]?.at, Date.now());
    if (day) this.log.append(day);
    const message = this.draw(entry, this.log.querySelector('.message:last-child'));
    this.log.append(message);
    return message;
  }

  /** Takes the oldest off the page once there are many, while nobody reads them. */
  trim() {
    const messages = this.log.querySelectorAll('.message');
    if (messages.length <= MAX_SHOWN || this.box.scrollTop < this.box.clientHeight * 2) return;
    const first = messages[messages.length - MAX_SHOWN / 2];
    const left = this.#fromEnd();
    while (this.log.firstChild && this.log.firstChild !== first) this.log.firstChild.remove();
    this.#first = Math.max(0, this.transcript.entries.length - MAX_SHOWN / 2);
    this.box.scrollTop = this.box.scrollHeight - left;
  }

  async #lookUp() {
    if (this.box.scrollTop > this.box.clientHeight || this.#loading) return;
    if (this.#first === 0 && (this.transcript.older === undefined || this.#ended)) return;
    this.#loading = true;
    try {
      if (this.#first === 0) {
        const known = this.transcript.entries.length;
        await this.fetchOlder();
        this.#first = this.transcript.entries.length - known;
        this.#ended = this.#first === 0;
      }
      this.#showOlder();
    } catch {
      // Without a connection: asked again with the next scrolling.
    } finally {
      this.#loading = false;
    }
  }

  /** What is read stays where it is. */
  #showOlder() {
    const from = Math.max(0, this.#first - AT_ONCE);
    const { entries } = this.transcript;
    const left = this.#fromEnd();
    const part = document.createDocumentFragment();
    for (let at = from; at < this.#first; at += 1) {
      const entry = entries[at];
      if (!entry) continue;
      const day = dayBetween(entry.at, entries[at - 1]?.at, Date.now());
      if (day) part.append(day);
      part.append(this.draw(entry, part.querySelector('.message:last-child')));
    }
    this.#first = from;
    this.log.prepend(part);
    this.box.scrollTop = this.box.scrollHeight - left;
  }

  #fromEnd() {
    return this.box.scrollHeight - this.box.scrollTop;
  }
}
