import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** The browser of this machine: what `CHROMIUM` names if it is set, otherwise one in a usual place. */
export function installedBrowser(): string | undefined {
  const named = process.env['CHROMIUM'];
  return (named === undefined ? USUAL_PLACES : [named]).find((path) => existsSync(path));
}

export async function openBrowser(executablePath: string): Promise<Browser> {
  // Chromium's own sandbox cannot be used by root, as in a container.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}
