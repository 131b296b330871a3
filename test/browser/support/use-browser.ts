import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults, smallTargets } from './accessibility.js';
import { installedBrowser, openBrowser } from './browser.js';

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** Every kind of screen that pages are looked at on, by its name. */
export const SCREENS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['on a phone, light', { ...PHONE, colorScheme: 'light' }],
  ['on a phone, dark', { ...PHONE, colorScheme: 'dark' }],
  ['on a desktop, light', { ...DESKTOP, colorScheme: 'light' }],
  ['on a desktop, dark', { ...DESKTOP, colorScheme: 'dark' }],
];

const executable = installedBrowser();

/** A suite that is reported as pending, by its name, where there is no Chromium. */
export const browserSuite = executable === undefined ? describe.skip : describe;

/** Within a suite, before its own hooks: one browser for all of its tests; each test's pages are closed when it ends. */
export function useBrowser() {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  before(async () => {
    browser = await openBrowser(executable ?? '');
  });
  after(() => browser.close());
  beforeEach(() => {
    complaints.length = 0;
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  return {
    /** Errors of the pages' scripts and whatever their consoles reported as one, of this test. */
    complaints,
    /** A page of somebody's own, with nothing kept from others; `session` signs them in at `url`. */
    newPage: async (
      options: BrowserContextOptions,
      session?: { value: string; url: string },
    ): Promise<Page> => {
      const context = await browser.newContext({ locale: 'vi-VN', ...options });
      contexts.push(context);
      if (session !== undefined) await context.addCookies([{ name: 'dong_hanh_phien', ...session }]);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
      return page;
    },
  };
}

/** What stands in somebody's way on the page as it is: for axe, for a fingertip, for a screen of this width. */
export async function faultsOf(page: Page): Promise<string[]> {
  const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  return [
    ...(await accessibilityFaults(page)),
    ...(await smallTargets(page)),
    ...(sideways === 0 ? [] : [`wider than the screen by ${String(sideways)} pixels`]),
  ];
}
