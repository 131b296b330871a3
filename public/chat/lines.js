import { element } from './dom.js';
import { linkedText } from './linked-text.js';

/** @typedef {import('./types.js').Line} Line */
/** @typedef {(row: {text: string, payload: string}) => HTMLElement} RowOf */

/**
 * A reply's words with the look of their roles. Lines of one kind that follow each other are one list.
 * @param {readonly Line[]} lines
 * @param {RowOf} rowOf draws an entry that can be chosen
 * @param {{unfolded?: boolean}} [how] on paper nothing is folded away
 * @returns {HTMLElement[]}
 */
export function linesOf(lines, rowOf, { unfolded = false } = {}) {
  /** @type {HTMLElement[]} */
  const nodes = [];
  let kind = '';
  for (const line of lines) {
    const as = kindOf(line);
    const last = nodes.at(-1);
    const item = itemOf(line, rowOf);
    if (item && last && as === kind) last.append(item);
    else if (item) nodes.push(element(as.endsWith('#') ? 'ol' : 'ul', classOf(line), item));
    else if (line !== '') nodes.push(blockOf(line, unfolded));
    kind = as;
  }
  return nodes;
}

/** @param {Line} line */
function kindOf(line) {
  if (typeof line === 'string') return 'text';
  return 'number' in line && line.number !== undefined ? `${line.as}#` : line.as;
}

/** @param {Line} line */
function classOf(line) {
  return typeof line !== 'string' && line.as === 'row' ? 'rows' : 'items';
}

/**
 * @param {Line} line
 * @param {RowOf} rowOf
 */
function itemOf(line, rowOf) {
  if (typeof line === 'string') return null;
  switch (line.as) {
    case 'fact':
      return element('li', '', element('b', '', `${line.label}:`), ' ', ...linkedText(line.text));
    case 'item':
      return numbered(element('li', '', ...linkedText(line.text)), line.number);
    case 'row':
      return numbered(element('li', '', rowOf(line)), line.number);
    default:
      return null;
  }
}

/**
 * @param {HTMLLIElement} item
 * @param {number | undefined} number
 */
function numbered(item, number) {
  if (number !== undefined) item.value = number;
  return item;
}

/**
 * @param {Line} line
 * @param {boolean} unfolded
 */
function blockOf(line, unfolded) {
  if (typeof line !== 'string' && line.as === 'title') return titleOf(line);
  if (typeof line !== 'string' && line.as === 'basis')
    return unfolded ? element('p', '', ...linkedText(line.text)) : basisOf(line);
  return element('p', '', ...linkedText(typeof line === 'string' ? line : line.text));
}

/** @param {{text: string, about?: string}} title */
function titleOf({ text, about }) {
  const title = element('h2', 'line-title', text);
  if (about) title.append(element('span', 'title-about', element('span', 'unseen', ' – '), about));
  return title;
}

/** @param {{text: string, checkedOn: string}} basis */
function basisOf({ text, checkedOn }) {
  const details = element('details', 'basis');
  details.append(
    element('summary', '', `Căn cứ · kiểm tra ${checkedOn}`),
    element('p', '', ...linkedText(`${text}.`)),
  );
  return details;
}
