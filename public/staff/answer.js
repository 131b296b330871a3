// The box in which an officer answers: texts to put in, how much room is left, and what will be masked.
const box = document.getElementById('answer');
const insert = document.getElementById('insert');
const room = document.getElementById('room');
const preview = document.getElementById('preview');
const PAUSE_MS = 500;

/** @param {HTMLTextAreaElement} field */
function showRoom(field) {
  if (room) room.textContent = `Còn ${field.maxLength - field.value.length} ký tự`;
}

/** @param {HTMLTextAreaElement} field */
async function showMasks({ value, form, dataset }) {
  const token = form?.elements.namedItem('_csrf');
  const written = { text: value, _csrf: token instanceof HTMLInputElement ? token.value : '' };
  const body = new URLSearchParams(written);
  const answer = await fetch(dataset['preview'] ?? '', { method: 'POST', body }).catch(() => null);
  if (answer?.ok !== true) return;
  /** @type {unknown} */
  const told = await answer.json();
  const { text, masked } = /** @type {{text: string, masked: boolean}} */ (told);
  if (preview) preview.textContent = masked ? `Sẽ gửi và lưu như sau (đã che số riêng): ${text}` : '';
}

if (box instanceof HTMLTextAreaElement) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  showRoom(box);
  box.addEventListener('input', () => {
    showRoom(box);
    clearTimeout(timer);
    timer = setTimeout(() => void showMasks(box), PAUSE_MS);
  });
  insert?.addEventListener('change', () => {
    if (!(insert instanceof HTMLSelectElement) || insert.value === '') return;
    box.value = [box.value.trim(), insert.value].filter(Boolean).join('\n').slice(0, box.maxLength);
    insert.value = '';
    box.focus();
    box.dispatchEvent(new Event('input'));
  });
}

export {};
