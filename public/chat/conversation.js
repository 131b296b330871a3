import { fetchHistory } from './api.js';
import { ownBubble, replyBubble, showFailed, showNote, showText } from './bubbles.js';
import { choicesOf, markAgain, markPressed, release, showChoices } from './choices.js';
import { element, find, hasKeyboard } from './dom.js';
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

/** What is on the screen: own messages, replies, the typing dots and the quick replies of the newest reply. */
export class Conversation {
  #outbox = new Outbox();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #dotsTimer;
  /** @type {HTMLElement | null} */
  #hint = null;

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
    if (turns.length === 0 || !this.transcript.isEmpty) return;
    this.transcript.entries = [];
    this.transcript.addBefore(entriesOf(turns), older);
    this.#redraw();
  }

  /** The citizen has written something. @param {string} text */
  say(text) {
    this.#sayAndSend({ from: 'own', id: newId(), text, at: Date.now(), pending: true });
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
    // The page was left while it was on its way. Sent again it changes nothing if it had arrived.
    if (entry.pending && !this.#sending.has(entry.id)) void this.#send(entry, message);
    return message;
  }

  /** @type {Set<string>} */
  #sending = new Set();

  /** @type {import('./types.js').Press} */
  #press = ({ payload, title, button, byKeyboard }) => {
    markPressed(button);
    const text = title.slice(0, MAX_TITLE);
    this.#sayAndSend({ from: 'own', id: newId(), text, at: Date.now(), payload, pending: true });
    // What was pressed is off or gone, and the focus with it. By touch the keyboard should stay away.
    find(byKeyboard || hasKeyboard() ? 'message-text' : 'scroll').focus({ preventScroll: true });
  };

  /** @param {OwnEntry} entry */
  #sayAndSend(entry) {
    this.#sending.add(entry.id);
    void this.#send(entry, this.#showOwn(entry));
  }

  /** @param {OwnEntry} entry */
  #showOwn(entry) {
    this.#told('');
    this.#offer([]);
    this.transcript.add(entry);
    const message = this.window.append(entry);
    this.scroller.startAt(message);
    return message;
  }

  /** @param {OwnEntry} entry @param {HTMLElement} message */
  async #send(entry, message) {
    this.#sending.add(entry.id);
    const slow = setTimeout(() => showNote(message, 'Đang gửi… '), SLOW_MS);
    const { id: clientId, text, payload } = entry;
    try {
      const kept = await this.#outbox.send(
        payload ? { clientId, payload, title: text } : { clientId, text },
        () => {
          clearTimeout(slow);
          showNote(message, navigator.onLine ? 'Chưa gửi được, đang thử lại… ' : 'Chờ có mạng để gửi… ');
        },
      );
      clearTimeout(slow);
      this.transcript.change(clientId, { text: kept.text, pending: false, failed: undefined });
      if (kept.masked) showText(message, kept.text);
      showNote(message, kept.masked ? 'Đã che thông tin cá nhân trong tin này. ' : '');
      if (this.transcript.has(clientId))
        this.tabs.tell({ from: 'own', id: clientId, text: kept.text, at: entry.at }, this.transcript.begun);
    } catch (error) {
      clearTimeout(slow);
      const reason = `${error instanceof Error ? error.message : 'Chưa gửi được.'} `;
      this.transcript.change(clientId, { pending: false, failed: reason });
      showFailed(message, reason, () => this.#again(entry, message));
    }
    this.scroller.follow();
  }

  /** @param {OwnEntry} entry @param {HTMLElement} message */
  #again(entry, message) {
    showNote(message, 'Đang gửi… ');
    find('message-text').focus({ preventScroll: true });
    void this.#send(entry, message);
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

/**
 * @param {import('./types.js').History['turns']} turns
 * @returns {Entry[]}
 */
function entriesOf(turns) {
  return turns.flatMap(({ messageId, text, at, answeredAt, replies }) => [
    /** @type {Entry} */ ({ from: 'own', id: messageId ?? newId(), text, at: Date.parse(at) }),
    ...replies.map((reply) => /** @type {Entry} */ ({ from: 'bot', reply, at: Date.parse(answeredAt) })),
  ]);
}

/**
 * The same in every tab that is told of the same deletion, and nothing that says more than that there was one.
 * @param {string} told
 */
function beginningAfter(told) {
  return String(
    Array.from(told).reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2 ** 40, 7),
  );
}

/** Not randomUUID: browsers withhold it on plain http, as in a trial on an office network. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
