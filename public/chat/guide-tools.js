import { fetchGuide } from './api.js';
import { element, find, icon } from './dom.js';
import { linesOf } from './lines.js';
import { pageData } from './page-data.js';

const COPY = 'M9 9h10v11H9zM5 15V4h10';
const PRINT = 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z';
const SHOWN_MS = 2500;

/**
 * Copying and printing the whole guide that a reply is part of.
 * @param {string} guide
 */
export function guideTools(guide) {
  return element(
    'div',
    'tools',
    tool('Sao chép', 'Đã chép', COPY, () => copyGuide(guide)),
    tool('In', 'Đang mở bản in', PRINT, () => printGuide(guide)),
  );
}

/**
 * @param {string} name
 * @param {string} done what it says once it has worked
 * @param {string} drawing
 * @param {() => Promise<void>} use
 */
function tool(name, done, drawing, use) {
  const label = element('span', '', name);
  const button = element('button', 'tool', icon(drawing), label, element('span', 'unseen', ' hướng dẫn'));
  button.type = 'button';
  const say = (/** @type {string} */ words) => {
    label.textContent = words;
    setTimeout(() => (label.textContent = name), SHOWN_MS);
  };
  button.addEventListener('click', () => {
    use().then(
      () => say(done),
      () => say('Chưa được, anh/chị thử lại nhé'),
    );
  });
  return button;
}

/** @param {string} guide */
async function copyGuide(guide) {
  const { text } = await fetchGuide(guide);
  await copy(`${text}\n\n${source()}`);
}

/** @param {string} text */
async function copy(text) {
  // Withheld on plain http, as in a trial on an office network.
  if ('clipboard' in navigator) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = element('textarea', 'unseen');
  field.value = text;
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies without https
  const copied = document.execCommand('copy');
  field.remove();
  if (!copied) throw new Error('the browser does not copy');
}

/** @param {string} guide */
async function printGuide(guide) {
  const { name, text, lines } = await fetchGuide(guide);
  const rowOf = (/** @type {{text: string}} */ row) => element('span', '', row.text);
  find('sheet').replaceChildren(
    element('p', 'sheet-head', `Đồng Hành – trợ lý tự động của ${pageData.authority}`),
    ...linesOf(lines ?? [text], rowOf, { unfolded: true }),
    element('p', 'sheet-foot', source()),
  );
  const { title } = document;
  document.title = name;
  document.body.classList.add('printing-guide');
  addEventListener(
    'afterprint',
    () => {
      document.title = title;
      document.body.classList.remove('printing-guide');
    },
    { once: true },
  );
  print();
}

function source() {
  const day = new Intl.DateTimeFormat('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' });
  return `Nguồn: Đồng Hành, trợ lý tự động của ${pageData.authority} (${location.origin}), lấy ngày ${day.format(new Date())}.`;
}
