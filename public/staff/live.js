// A page with `data-live` hears from the server when what it shows has changed, and takes the parts marked `data-part` anew.
// How many wait stands in the title.
const live = document.querySelector('[data-live]');
const source = live instanceof HTMLElement ? live.dataset['live'] : undefined;
const title = document.title;
/** @type {unknown} */
let known;

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (answer?.ok !== true) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const shown of document.querySelectorAll('[data-part]')) {
    const fresh = page.getElementById(shown.id);
    if (fresh === null || fresh.outerHTML === shown.outerHTML) continue;
    const atEnd = shown.scrollHeight - shown.scrollTop - shown.clientHeight < 80;
    shown.replaceWith(fresh);
    if (atEnd) fresh.scrollTop = fresh.scrollHeight;
  }
}

if (source !== undefined) {
  for (const part of document.querySelectorAll('[data-part]')) part.scrollTop = part.scrollHeight;
  new EventSource(source).addEventListener('message', (/** @type {MessageEvent<string>} */ { data }) => {
    /** @type {unknown} */
    const told = JSON.parse(data);
    const { waiting, seen } = /** @type {{waiting: number, seen: unknown}} */ (told);
    document.title = waiting > 0 ? `(${waiting}) ${title}` : title;
    // The first look may come after something else than what the page was made of.
    if (seen !== known) void refresh();
    known = seen;
  });
}

export {};
