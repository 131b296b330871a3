/**
 * The line to write in: Enter sends, Shift+Enter breaks the line; it grows with what is written.
 * @param {HTMLFormElement} form
 * @param {HTMLTextAreaElement} field
 * @param {(text: string) => void} send
 */
export function composer(form, field, send) {
  const fit = () => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text !== '') send(text);
    field.value = '';
    fit();
    field.focus();
  });
  field.addEventListener('keydown', (event) => {
    // While a Vietnamese input method composes a word, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  field.addEventListener('input', fit);
}
