// Adds to each password field a button that shows what was typed; it hides again when the form is sent.
for (const field of document.querySelectorAll('.password input')) {
  if (!(field instanceof HTMLInputElement)) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'show-password';
  const set = (/** @type {boolean} */ shown) => {
    field.type = shown ? 'text' : 'password';
    button.textContent = shown ? 'Ẩn' : 'Hiện';
    button.setAttribute(
      'aria-label',
      `${shown ? 'Ẩn' : 'Hiện'} ${(field.labels?.[0]?.textContent ?? '').toLowerCase()}`,
    );
  };
  set(false);
  button.addEventListener('click', () => set(field.type === 'password'));
  field.form?.addEventListener('submit', () => set(false));
  field.after(button);
}
