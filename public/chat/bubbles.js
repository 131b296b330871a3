import { link, linkedText, secureUrl } from './linked-text.js';

const SVG = 'http://www.w3.org/2000/svg';
const OUTWARD = 'M9 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-3M14 4h6v6M20 4l-9 9';

/** A reply of the bot. `press({payload, title}, event)` is called for its buttons. */
export function replyBubble(reply, press) {
  const message = element('div', 'message bot');
  const face = element('img', 'face');
  Object.assign(face, { src: '/icon.svg', alt: '', width: 32, height: 32 });
  const bubble = element('div', 'bubble');
  if (reply.by) bubble.append(sender(reply.by));
  bubble.append(speaker(`${reply.by ?? 'Đồng Hành'}: `), text(reply.text));
  if (reply.kind === 'buttons') bubble.append(...reply.buttons.map((button) => buttonOf(button, press)));
  message.append(face, bubble);
  return message;
}

/** A person's name over what a person wrote. */
function sender(name) {
  const line = element('p', 'sender');
  line.textContent = name;
  line.setAttribute('aria-hidden', 'true');
  return line;
}

/** What the citizen wrote or pressed. `again()` sends it once more after a failure. */
export function ownBubble(entry, again) {
  const message = element('div', 'message own');
  const bubble = element('div', 'bubble');
  bubble.append(speaker('Anh/chị: '), text(entry.text));
  message.append(bubble);
  if (entry.failed) showFailed(message, entry.failed, again);
  return message;
}

/** Replaces what the message says. */
export function showText(message, content) {
  message.querySelector('.text').replaceWith(text(content));
}

/** Under the message: what is happening to it. */
export function showNote(message, content) {
  message.classList.remove('failed');
  message.querySelector('.note')?.remove();
  if (content === '') return;
  const note = element('p', 'note');
  note.textContent = content;
  message.append(note);
}

export function showFailed(message, reason, again) {
  showNote(message, reason);
  message.classList.add('failed');
  const retry = element('button', 'again');
  retry.type = 'button';
  retry.textContent = 'Gửi lại';
  retry.addEventListener('click', again, { once: true });
  message.querySelector('.note').append(retry);
}

/** `choices`: quick replies, each {title, payload}. */
export function choiceButtons(choices, press) {
  return choices.map((choice) => pressable(element('button'), choice, press));
}

export function offerHint(choices) {
  const hint = element('span', 'unseen');
  hint.textContent = `Gợi ý trả lời: ${choices.map(({ title }) => title).join(', ')}.`;
  return hint;
}

function buttonOf(button, press) {
  if (button.type === 'reply') return pressable(element('button', 'bubble-button'), button, press);
  const url = secureUrl(button.url);
  if (!url) return text(`${button.title}: ${button.url}`);
  const anchor = link(url, button.title);
  anchor.className = 'bubble-button';
  anchor.append(icon(OUTWARD));
  return anchor;
}

function pressable(node, { title, payload }, press) {
  node.type = 'button';
  node.textContent = title;
  node.addEventListener('click', (event) => press({ title, payload }, event));
  return node;
}

function text(content) {
  const paragraph = element('p', 'text');
  paragraph.append(...linkedText(content));
  return paragraph;
}

function speaker(name) {
  const label = element('span', 'unseen');
  label.textContent = name;
  return label;
}

function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function element(name, className = '') {
  const node = document.createElement(name);
  if (className) node.className = className;
  return node;
}
