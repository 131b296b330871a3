import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type axe from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe holds against the page as it stands, one line each: rule, and where. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Half faded in, a text has no contrast yet. Dots that never end are left out.
  await page.evaluate(`Promise.all(document.getAnimations()
    .filter((animation) => animation.effect.getComputedTiming().iterations < Infinity)
    .map((animation) => animation.finished))`);
  await page.evaluate(AXE);
  // Passed as text: the bundler that runs the tests would otherwise add names that the page does not have.
  const found = await page.evaluate<axe.AxeResults>('axe.run()');
  return found.violations.map(
    ({ id, impact, nodes }) =>
      `${impact ?? ''} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Controls on the screen that are smaller than a fingertip (44 by 44 CSS pixels), with their size. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`
    [...document.querySelectorAll('button:not([aria-hidden=true]), a.bubble-button, textarea, summary')]
      .map((node) => ({ name: node.textContent.trim(), box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 43.9 || box.height < 43.9))
      .map(({ name, box }) => name + ': ' + Math.round(box.width) + '×' + Math.round(box.height))`);
}

/** How far the conversation is scrolled down, and how far it is from its end, in CSS pixels. */
export async function scrolled(page: Page): Promise<{ top: number; toEnd: number }> {
  return page.evaluate(`(() => {
    const { scrollTop, scrollHeight, clientHeight } = document.getElementById('scroll');
    return { top: scrollTop, toEnd: scrollHeight - clientHeight - scrollTop };
  })()`);
}
