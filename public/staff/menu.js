// On a phone the navigation opens with a button. Without this script it simply stays open.
const button = document.getElementById('menu-button');
const menu = document.getElementById('menu');

if (button !== null && menu !== null) {
  const show = (/** @type {boolean} */ open) => {
    button.setAttribute('aria-expanded', String(open));
    menu.classList.toggle('closed', !open);
  };
  button.hidden = false;
  show(false);
  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') === 'false'));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || button.getAttribute('aria-expanded') === 'false') return;
    show(false);
    button.focus();
  });
}
