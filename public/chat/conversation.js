import {
  choiceButtons,
  offerHint,
  ownBubble,
  replyBubble,
  showFailed,
  showNote,
  showText,
} from './bubbles.js';
import { Outbox } from './outbox.js';

const SLOW_MS = 1200;
/** After so long without an answer the dots would promise what nobody knows. */
const PATIENCE_MS = 30_000;

/** What is on the screen: own messages, replies, the typing dots and the quick replies of the newest reply. */
export class Conversation {
  #outbox = new Outbox();
  #dotsTimer;
  #hint = null;

  constructor({ find, transcript, scroller }) {
    this.find = find;
    this.transcript = transcript;
    this.scroller = scroller;
  }

  /** Shows again what this tab has kept, silently for screen readers. */
  restore() {
    const log = this.find('log');
    log.setAttribute('aria-live', 'off');
    for (const entry of this.transcript.entries) {
      if (entry.from === 'bot') this.#append(replyBubble(entry.reply, this.#press));
      else {
        const message = this.#appendOwn(entry);
        // The page was left while it was on its way. Sent again it changes nothing if it had arrived.
        if (entry.pending) void this.#send(entry, message);
      }
    }
    const last = this.transcript.entries.at(-1);
    if (last?.from === 'bot') this.#offer(last.reply.quickReplies);
    this.scroller.follow();
    requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
  }

  /** The citizen has written something. */
  say(text) {
    this.#sayAndSend({ id: newId(), text });
  }

  /** A button that nobody sees pressed: the greeting of a new session. */
  pressSilently(clientId, payload, title) {
    return this.#outbox.send({ clientId, payload, title });
  }

  hear(reply, number) {
    this.typing(false);
    const isFirst = this.transcript.isEmpty;
    this.transcript.addReply(reply, number);
    const message = this.#append(replyBubble(reply, this.#press));
    this.#offer(reply.quickReplies);
    if (isFirst) this.scroller.startAt(message);
    else this.scroller.showNew();
  }

  typing(on) {
    clearTimeout(this.#dotsTimer);
    this.find('typing').hidden = !on;
    if (!on) return;
    this.#dotsTimer = setTimeout(() => this.typing(false), PATIENCE_MS);
    this.scroller.follow();
  }

  clear() {
    this.typing(false);
    this.#offer([]);
    this.transcript.clear();
    this.#outbox = new Outbox();
    this.find('log').replaceChildren();
  }

  #press = ({ payload, title }, event) => {
    this.#sayAndSend({ id: newId(), text: title, payload });
    // A pressed quick reply is gone, and the focus with it. By touch the keyboard should stay away.
    const byKeyboard = event.detail === 0;
    this.find(byKeyboard ? 'message-text' : 'scroll').focus({ preventScroll: true });
  };

  #sayAndSend(entry) {
    this.#offer([]);
    this.transcript.addOwn(entry);
    const message = this.#appendOwn(entry);
    this.scroller.startAt(message);
    void this.#send(entry, message);
  }

  async #send(entry, message) {
    const slow = setTimeout(() => showNote(message, 'Đang gửi…'), SLOW_MS);
    const { id: clientId, text, payload } = entry;
    try {
      const kept = await this.#outbox.send(
        payload ? { clientId, payload, title: text } : { clientId, text },
        () => {
          clearTimeout(slow);
          showNote(message, 'Chưa gửi được, đang thử lại…');
        },
      );
      clearTimeout(slow);
      this.transcript.markSent(entry.id, kept.text);
      if (kept.masked) showText(message, kept.text);
      showNote(message, kept.masked ? 'Đã che thông tin cá nhân trong tin này.' : '');
    } catch (error) {
      clearTimeout(slow);
      this.transcript.markFailed(entry.id, error.message);
      showFailed(message, error.message, () => this.#again(entry, message));
    }
    this.scroller.follow();
  }

  #again(entry, message) {
    showNote(message, 'Đang gửi…');
    this.find('message-text').focus({ preventScroll: true });
    void this.#send(entry, message);
  }

  #appendOwn(entry) {
    const message = ownBubble(entry, () => this.#again(entry, message));
    return this.#append(message);
  }

  #append(message) {
    this.find('log').append(message);
    return message;
  }

  /** Quick replies stand below the log; in the log itself only a screen reader is told of them. */
  #offer(choices = []) {
    const quick = this.find('quick');
    this.#hint?.remove();
    this.#hint = choices.length === 0 ? null : offerHint(choices);
    if (this.#hint) this.find('log').lastElementChild?.append(this.#hint);
    quick.replaceChildren(...choiceButtons(choices, this.#press));
    quick.hidden = choices.length === 0;
  }
}

/** Not randomUUID: browsers withhold it on plain http, as in a trial on an office network. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
