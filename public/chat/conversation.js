import { fetchHistory } from './api.js';
import { ownBubble, replyBubble, showFailed, showNote, showText } from './bubbles.js';
import { choicesOf, markAgain, markPressed, release, showChoices } from './choices.js';
import { element, find, hasKeyboard } from './dom.js';
import { beginningAfter, deferred, entriesOf, newId } from './entries.js';
import { guideTools } from './guide-tools.js';
import { LogWindow } from './log-window.js';
import { Outbox } from './outbox.js';
import { pageData } from './page-data.js';
import { countUnread } from './unread.js';

/** @typedef {import('./types.js').Entry} Entry */
/** @typedef {import('./types.js').OwnEntry} OwnEntry */
/** @typedef {import('./types.js').Reply} Reply */

const SLOW_MS = 600;
/** After so long without an answer the dots would promise what nobody knows. */
const PATIENCE_MS = 30_000;
const MAX_TITLE = 190;
const WAITS_FOR_NETWORK = 'Chờ có mạng để gửi… ';

/** What is on the screen: own messages, replies, the typing dots and the quick replies of the newest reply. */
export class Conversation {
  #outbox = new Outbox();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #dotsTimer;
  /** @type {HTMLElement | null} */
  #hint = null;
  /** No reply may come before it is known which were read already. */
  #begun = deferred();
  /** Where messages that are on their way stand on the page, by their id. @type {Map<string, HTMLElement>} */
  #onTheWay = new Map();

  /**
   * @param {import('./transcript.js').Transcript} transcript
   * @param {import('./scroller.js').Scroller} scroller
   * @param {import('./tabs.js').Tabs} tabs
   */
  constructor(transcript, scroller, tabs) {
    this.transcript = transcript;
    this.scroller = scroller;
    this.tabs = tabs;
    this.log = find('log');
    this.window = new LogWindow({
      log: this.log,
      box: find('scroll'),
      transcript,
      draw: (entry, before) => this.#draw(entry, before),
      fetchOlder: () => this.#fetchOlder(),
    });
    tabs.onTold((entry, begun) => {
      if (begun === transcript.begun && !transcript.has(entry.id)) this.#showOwn(entry);
    });
  }

  /** What this tab has kept, or the first words of the page; silently for screen readers. */
  begin() {
    const { transcript } = this;
    if (transcript.isEmpty)
      transcript.add({ from: 'bot', reply: pageData.welcome, at: Date.now(), welcome: true });
    this.#redraw();
  }

  /** What the server keeps of it, on a page that is opened again. */
  async recall() {
    const { turns, older, newest } = await fetchHistory();
    this.transcript.read(newest);
    if (turns.length === 0) return;
    // What was written meanwhile comes after it.
    this.transcript.entries = this.transcript.entries.filter(({ from }) => from === 'own');
    this.transcript.addBefore(entriesOf(turns), older);
    this.#redraw();
  }

  /** What came before is on the screen: from now on messages are sent. */
  goOn() {
    this.#begun.resolve();
  }

  /** The citizen has written something. @param {string} text */
  say(text) {
    this.#showOwn({ from: 'own', id: newId(), text, at: Date.now(), pending: true });
  }

  /** @param {Reply} reply @param {number} number */
  hear(reply, number) {
    this.typing(false);
    if (reply.deletes) {
      this.clear({ begun: beginningAfter(reply.text), lastRead: number });
      this.#told(reply.text);
      return;
    }
    release(this.log, '.row');
    /** @type {Entry} */
    const entry = { from: 'bot', reply, at: Date.now() };
    this.transcript.add(entry);
    this.transcript.read(number);
    this.window.append(entry);
    this.#offer(choicesOf(reply));
    this.scroller.showNew();
    this.window.trim();
    countUnread();
  }

  /** @param {boolean} on */
  typing(on) {
    clearTimeout(this.#dotsTimer);
    find('typing').hidden = !on;
    if (!on) return;
    this.#dotsTimer = setTimeout(() => this.typing(false), PATIENCE_MS);
    this.scroller.follow();
  }

  /** Nothing of what was said stays on the screen. @param {Parameters<import('./transcript.js').Transcript['clear']>[0]} [how] */
  clear(how) {
    this.typing(false);
    this.#told('');
    this.transcript.clear(how);
    this.#outbox = new Outbox();
    this.begin();
  }

  /** A word of the page itself above the conversation; not kept. @param {string} words */
  #told(words) {
    find('told').hidden = words === '';
    find('told-text').textContent = words;
  }

  #redraw() {
    this.log.setAttribute('aria-live', 'off');
    this.window.showEnd();
    const last = this.transcript.entries.at(-1);
    this.#offer(last?.from === 'bot' ? choicesOf(last.reply) : []);
    const first = this.log.querySelector('.message');
    if (this.transcript.isEmpty && first instanceof HTMLElement) this.scroller.startAt(first);
    else this.scroller.toEnd();
    requestAnimationFrame(() => this.log.setAttribute('aria-live', 'polite'));
  }

  async #fetchOlder() {
    const { turns, older } = await fetchHistory(this.transcript.older);
    this.transcript.addBefore(entriesOf(turns), older);
  }

  /** @param {Entry} entry @param {Element | null} before */
  #draw(entry, before) {
    if (entry.from === 'bot') return replyBubble(entry, this.#press, guideTools);
    markAgain(before, entry.text);
    const message = ownBubble(entry, () => this.#again(entry, message));
    if (!entry.pending) return message;
    // If the page was left while it was on its way, it is sent again; that changes nothing if it had arrived.
    const isUnsent = !this.#onTheWay.has(entry.id);
    this.#onTheWay.set(entry.id, message);
    if (isUnsent) void this.#send(entry);
    return message;
  }

  /** @type {import('./types.js').Press} */
  #press = ({ payload, title, button, byKeyboard }) => {
    markPressed(button);
    const text = title.slice(0, MAX_TITLE);
    this.#showOwn({ from: 'own', id: newId(), text, at: Date.now(), payload, pending: true });
    // What was pressed is off or gone, and the focus with it. By touch the keyboard should stay away.
    find(byKeyboard || hasKeyboard() ? 'message-text' : 'scroll').focus({ preventScroll: true });
  };

  /** @param {OwnEntry} entry */
  #showOwn(entry) {
    this.#told('');
    this.#offer([]);
    this.transcript.add(entry);
    this.scroller.startAt(this.window.append(entry));
  }

  /** @param {OwnEntry} entry */
  async #send(entry) {
    const { id: clientId, text, payload } = entry;
    const note = (/** @type {string} */ words) => {
      const message = this.#onTheWay.get(clientId);
      if (message) showNote(message, words);
    };
    const slow = setTimeout(() => note(navigator.onLine ? 'Đang gửi… ' : WAITS_FOR_NETWORK), SLOW_MS);
    try {
      await this.#begun.promise;
      const kept = await this.#outbox.send(
        payload ? { clientId, payload, title: text } : { clientId, text },
        () => {
          clearTimeout(slow);
          note(navigator.onLine ? 'Chưa gửi được, đang thử lại… ' : WAITS_FOR_NETWORK);
        },
      );
      this.#isKept(entry, kept, note);
    } catch (error) {
      const reason = `${error instanceof Error ? error.message : 'Chưa gửi được.'} `;
      this.transcript.change(clientId, { pending: false, failed: reason });
      const message = this.#onTheWay.get(clientId);
      if (message) showFailed(message, reason, () => this.#again(entry, message));
    }
    clearTimeout(slow);
    this.#onTheWay.delete(clientId);
    this.scroller.follow();
  }

  /**
   * @param {OwnEntry} entry
   * @param {{text: string, masked: boolean}} kept
   * @param {(words: string) => void} note
   */
  #isKept(entry, { text, masked }, note) {
    const { id, at } = entry;
    this.transcript.change(id, { text, pending: false, failed: undefined });
    const message = this.#onTheWay.get(id);
    if (masked && message) showText(message, text);
    note(masked ? 'Đã che thông tin cá nhân trong tin này. ' : '');
    if (this.transcript.has(id)) this.tabs.tell({ from: 'own', id, text, at }, this.transcript.begun);
  }

  /** @param {OwnEntry} entry @param {HTMLElement} message */
  #again(entry, message) {
    showNote(message, 'Đang gửi… ');
    find('message-text').focus({ preventScroll: true });
    this.#onTheWay.set(entry.id, message);
    void this.#send(entry);
  }

  /** Quick replies stand below the log; in the log itself only a screen reader is told of them. @param {import('./types.js').Choice[]} choices */
  #offer(choices) {
    this.#hint?.remove();
    this.#hint = null;
    if (choices.length > 0) {
      const titles = choices.map(({ title }) => title).join(', ');
      this.#hint = element('span', 'unseen', `Gợi ý trả lời: ${titles}.`);
      this.log.lastElementChild?.append(this.#hint);
    }
    showChoices(find('quick'), choices, this.#press);
  }
}
