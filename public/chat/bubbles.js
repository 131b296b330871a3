import { element, icon } from './dom.js';
import { linesOf } from './lines.js';
import { link, linkedText, secureUrl } from './linked-text.js';
import { timeOf } from './times.js';

/** @typedef {import('./types.js').Press} Press */
/** @typedef {import('./types.js').OwnEntry} OwnEntry */

const OUTWARD = 'M9 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-3M14 4h6v6M20 4l-9 9';

/**
 * A reply of the bot.
 * @param {import('./types.js').BotEntry} entry
 * @param {Press} press is called for its buttons
 * @param {(guide: string) => HTMLElement} toolsOf draws what can be done with a guide
 */
export function replyBubble({ reply, at }, press, toolsOf) {
  const message = element('article', reply.by ? 'message bot officer' : 'message bot');
  const face = element('img', 'face');
  Object.assign(face, { src: '/icon.svg', alt: '', width: 32, height: 32 });
  const name = element('b', 'sender', reply.by ?? 'Đồng Hành');
  const from = element('p', 'from', name, element('span', 'unseen', ', '), ' ', timeOf(at));
  const bubble = element('div', 'bubble', words(reply, press));
  if (reply.guide) bubble.append(toolsOf(reply.guide));
  const buttons = (reply.buttons ?? []).map((button) => buttonOf(button, press));
  if (buttons.length > 0) bubble.append(element('div', 'bubble-buttons', ...buttons));
  message.append(face, from, bubble);
  return message;
}

/**
 * What the citizen wrote or pressed.
 * @param {OwnEntry} entry
 * @param {() => void} again sends it once more after a failure
 */
export function ownBubble(entry, again) {
  const said = element('p', 'text', ...linkedText(entry.text));
  const bubble = element('div', 'bubble', element('span', 'unseen', 'Anh/chị: '), said);
  const message = element('article', 'message own', bubble, element('p', 'note', timeOf(entry.at)));
  if (entry.failed) showFailed(message, entry.failed, again);
  return message;
}

/**
 * Replaces what the message says.
 * @param {HTMLElement} message
 * @param {string} content
 */
export function showText(message, content) {
  message.querySelector('.text')?.replaceChildren(...linkedText(content));
}

/**
 * Under the message: what is happening to it, beside its time.
 * @param {HTMLElement} message
 * @param {string} content
 */
export function showNote(message, content) {
  message.classList.remove('failed');
  const note = message.querySelector('.note');
  const time = note?.querySelector('time');
  note?.replaceChildren(content, ...(time ? [time] : []));
}

/**
 * @param {HTMLElement} message
 * @param {string} reason
 * @param {() => void} again
 */
export function showFailed(message, reason, again) {
  showNote(message, reason);
  message.classList.add('failed');
  const retry = element('button', 'again', 'Gửi lại');
  retry.type = 'button';
  retry.addEventListener('click', again, { once: true });
  message.querySelector('.note')?.append(retry);
}

/**
 * @param {import('./types.js').Choice} choice
 * @param {Press} press
 * @param {string} className
 */
export function pressable({ title, payload }, press, className) {
  const button = element('button', className, title);
  button.type = 'button';
  button.dataset['payload'] = payload;
  button.addEventListener('click', (event) =>
    press({ title, payload, button, byKeyboard: event.detail === 0 }),
  );
  return button;
}

/**
 * @param {import('./types.js').Button} button
 * @param {Press} press
 */
function buttonOf(button, press) {
  if (button.type === 'reply') return pressable(button, press, 'bubble-button');
  const url = secureUrl(button.url);
  if (!url) return element('p', 'text', `${button.title}: ${button.url}`);
  const anchor = link(url, button.title);
  anchor.className = 'bubble-button';
  anchor.append(icon(OUTWARD));
  return anchor;
}

/**
 * @param {import('./types.js').Reply} reply
 * @param {Press} press
 */
function words({ text, lines }, press) {
  if (!lines) return element('p', 'text', ...linkedText(text));
  const rowOf = (/** @type {{text: string, payload: string}} */ row) =>
    pressable({ title: row.text, payload: row.payload }, press, 'row');
  return element('div', 'text', ...linesOf(lines, rowOf));
}
