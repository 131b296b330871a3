import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { installedBrowser, openBrowser } from './browser.js';
import { startChatServer, type ChatServer } from './chat-server.js';
import { scriptedAnswers } from './scripted-answers.js';

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

const executable = installedBrowser();

/** A suite that is reported as pending, by its name, where there is no Chromium. */
export const browserSuite = executable === undefined ? describe.skip : describe;

/** Within a suite: a browser for all of its tests, a server and a visitor for each. */
export function useChat() {
  let server: ChatServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  before(async () => {
    browser = await openBrowser(executable ?? '');
  });
  after(() => browser.close());
  beforeEach(async () => {
    server = await startChatServer(scriptedAnswers);
    complaints.length = 0;
  });
  afterEach(async () => {
    await page.context().close();
    await server.stop();
  });
  const log = () => page.getByRole('log');
  return {
    /** Errors of the page's scripts and whatever its console reported as one. */
    complaints,
    server: () => server,
    page: () => page,
    log,
    visit: async (options: BrowserContextOptions = PHONE): Promise<void> => {
      const context = await browser.newContext({ locale: 'vi-VN', ...options });
      page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
      await page.goto(server.address);
      await page.getByText('em chào anh/chị').waitFor();
    },
    ask: async (text: string): Promise<void> => {
      const field = page.getByRole('textbox', { name: 'Câu hỏi của anh/chị' });
      await field.fill(text);
      await field.press('Enter');
    },
    shows: (text: string) => log().getByText(text).last().waitFor(),
    ownMessages: () => page.locator('.own .text').allTextContents(),
    botMessages: () => page.locator('.bot .text').allTextContents(),
  };
}
