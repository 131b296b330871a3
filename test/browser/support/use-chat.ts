import type { BrowserContextOptions, Page } from 'playwright-core';
import { startChatServer, type ChatServer } from './chat-server.js';
import { scriptedAnswers } from './scripted-answers.js';
import { PHONE, useBrowser } from './use-browser.js';

/** Within a suite: a server and a visitor for each of its tests. */
export function useChat() {
  const { complaints, newPage } = useBrowser();
  let server: ChatServer;
  let page: Page;
  beforeEach(async () => {
    server = await startChatServer(scriptedAnswers);
  });
  afterEach(() => server.stop());
  const log = () => page.getByRole('log');
  return {
    /** Errors of the page's scripts and whatever its console reported as one. */
    complaints,
    server: () => server,
    page: () => page,
    log,
    visit: async (options: BrowserContextOptions = PHONE): Promise<void> => {
      page = await newPage(options);
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
