// A part of the page marked `data-refresh` is fetched again until the answer no longer carries the mark.
const EVERY_MS = 2000;
const part = () => document.querySelector('[data-refresh]');

async function refresh() {
  const shown = part();
  if (shown === null) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer !== null && answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById(shown.id);
    // Read out and redrawn only when something changed: a screen reader is not told the same thing every two seconds.
    if (fresh !== null && fresh.outerHTML !== shown.outerHTML) shown.replaceWith(fresh);
  }
  if (part() !== null) setTimeout(refresh, EVERY_MS);
}

setTimeout(refresh, EVERY_MS);
