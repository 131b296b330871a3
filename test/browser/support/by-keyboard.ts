import type { Page } from 'playwright-core';

/** More stops than any page has. */
const MAX_STOPS = 400;

/** Goes on with the tabulator until what bears that name is in focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed = new Set<string>();
  for (let stops = 0; stops < MAX_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(NAME_IN_FOCUS);
    if (name.test(focused)) return;
    passed.add(focused);
  }
  throw new Error(
    `no way by keyboard to ${String(name)} on ${page.url()}; passed: ${[...passed].join(' | ')}`,
  );
}

/** Follows a link or presses a button that leads to another page. */
export async function follow(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState('load');
}

/** Writes into a field in place of what stands in it. */
export async function fillIn(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** What a screen reader calls the control in focus; of a field within a named group, "group: field". */
const NAME_IN_FOCUS = `(() => {
  const one = document.activeElement;
  const field = one?.labels?.[0]?.textContent;
  const group = [...(one?.closest('fieldset:has(> legend:not([hidden]))')?.children ?? [])][0]?.textContent;
  const name = field === undefined
    ? (one?.getAttribute('aria-label') ?? one?.textContent ?? '')
    : (group === undefined ? '' : group + ': ') + field;
  return name.replace(/\\s+/g, ' ').trim();
})()`;
