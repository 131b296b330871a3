import { pressable } from './bubbles.js';
import { element } from './dom.js';

/** @typedef {import('./types.js').Choice} Choice */

/** So many stand on the screen at once, with "Xem thêm" for the rest. */
const AT_ONCE = 5;

/**
 * Quick replies of the newest reply; those that stand in it as rows are not offered twice.
 * @param {import('./types.js').Reply} reply
 * @returns {Choice[]}
 */
export function choicesOf({ quickReplies = [], lines = [] }) {
  const rows = new Set(
    lines.flatMap((line) => (typeof line !== 'string' && line.as === 'row' ? [line.payload] : [])),
  );
  return quickReplies.filter(({ payload }) => !rows.has(payload));
}

/**
 * @param {HTMLElement} place
 * @param {readonly Choice[]} choices
 * @param {import('./types.js').Press} press
 */
export function showChoices(place, choices, press) {
  const shown = choices.length > AT_ONCE ? choices.slice(0, AT_ONCE - 1) : choices;
  const buttonsOf = (/** @type {readonly Choice[]} */ some) =>
    some.map((choice) => pressable(choice, press, 'choice'));
  place.replaceChildren(...buttonsOf(shown));
  place.hidden = choices.length === 0;
  if (shown.length === choices.length) return;
  const more = element('button', 'choice more-choices', `Xem thêm (${choices.length - shown.length})`);
  more.type = 'button';
  more.addEventListener('click', (event) => {
    const rest = buttonsOf(choices.slice(shown.length));
    more.replaceWith(...rest);
    if (event.detail === 0) rest[0]?.focus();
  });
  place.append(more);
}

/**
 * Marks what was pressed and switches its siblings off: what was asked is answered.
 * @param {HTMLButtonElement} button
 */
export function markPressed(button) {
  for (const sibling of siblingsOf(button)) sibling.disabled = true;
  button.setAttribute('aria-pressed', 'true');
}

/**
 * Lists to choose from can be used again once the answer is there; a decision that could not be sent, too.
 * @param {HTMLElement} log
 * @param {'.row' | 'button'} which
 */
export function release(log, which) {
  for (const message of [...log.querySelectorAll('.message.bot')].slice(-12))
    for (const button of message.querySelectorAll(which))
      if (button instanceof HTMLButtonElement) button.disabled = false;
}

/**
 * On a page that is opened again: what the citizen pressed, by the words of their message.
 * @param {Element | null} message the reply before it
 * @param {string} title
 */
export function markAgain(message, title) {
  const buttons = [...(message?.querySelectorAll('.bubble-button, .row') ?? [])];
  const pressed = buttons.find((button) => button.textContent === title);
  if (!(pressed instanceof HTMLButtonElement)) return;
  markPressed(pressed);
  if (pressed.classList.contains('row')) for (const row of siblingsOf(pressed)) row.disabled = false;
}

/** @param {HTMLButtonElement} button */
function siblingsOf(button) {
  const around = button.closest('.bubble-buttons, .rows');
  return around ? [...around.querySelectorAll('button')] : [];
}
