// Tells how many characters are left where a text has a limit, and asks before what was written is lost.
const form = document.querySelector('.long-form');
let changed = false;

/** @type {NodeListOf<HTMLTextAreaElement | HTMLInputElement> | undefined} */
const limited = form?.querySelectorAll('[data-max]');
for (const field of limited ?? []) {
  const left = document.createElement('p');
  left.className = 'hint';
  const tell = () => {
    const rest = Number(field.dataset.max) - field.value.trim().length;
    left.textContent = rest >= 0 ? `Còn ${rest} ký tự` : `Dài quá ${-rest} ký tự`;
  };
  field.after(left);
  field.addEventListener('input', tell);
  tell();
}

form?.addEventListener('input', () => {
  changed = true;
});
form?.addEventListener('submit', () => {
  changed = false;
});
window.addEventListener('beforeunload', (event) => {
  if (changed) event.preventDefault();
});
