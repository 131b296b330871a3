// The box in which an officer answers: texts to put in, how much room is left, and what will be masked.
const box = document.getElementById('answer');
const insert = document.getElementById('insert');
const room = document.getElementById('room');
const preview = document.getElementById('preview');
const PAUSE_MS = 500;
let timer;

function showRoom() {
  room.textContent = `Còn ${box.maxLength - box.value.length} ký tự`;
}

async function showMasks() {
  const form = new URLSearchParams({ text: box.value, _csrf: box.form.elements._csrf.value });
  const answer = await fetch(box.dataset.preview, { method: 'POST', body: form }).catch(() => null);
  if (answer === null || !answer.ok) return;
  const { text, masked } = await answer.json();
  preview.textContent = masked ? `Sẽ gửi và lưu như sau (đã che số riêng): ${text}` : '';
}

if (box !== null) {
  showRoom();
  box.addEventListener('input', () => {
    showRoom();
    clearTimeout(timer);
    timer = setTimeout(showMasks, PAUSE_MS);
  });
  insert?.addEventListener('change', () => {
    if (insert.value === '') return;
    box.value = [box.value.trim(), insert.value].filter(Boolean).join('\n').slice(0, box.maxLength);
    insert.value = '';
    box.focus();
    box.dispatchEvent(new Event('input'));
  });
}
