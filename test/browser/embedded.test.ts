import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';
import { startChatServer, type ChatServer } from './support/chat-server.js';
import { scriptedAnswers } from './support/scripted-answers.js';
import { browserSuite, DESKTOP, useBrowser } from './support/use-browser.js';

/** A page of the office's own, with the one line that shows the chat. */
function officePage(bot: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang của cơ quan</title><h1>Trang của cơ quan</h1>
<script src="${bot}/nhung.js" defer data-label="Hỏi trợ lý thuế"></script></html>`;
}

browserSuite('The chat on an office’s own site (needs Chromium)', function () {
  this.timeout(60_000);
  const { complaints, newPage } = useBrowser();
  let site: Server;
  let siteAddress: string;
  let chat: ChatServer;

  const open = async (allowed: (address: string) => string[]) => {
    site = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(officePage(chat.address));
    });
    await new Promise<void>((resolve) => site.listen(0, 'localhost', resolve));
    // Another name than the bot's, so that the browser takes it for another site.
    siteAddress = `http://localhost:${(site.address() as AddressInfo).port}`;
    chat = await startChatServer(scriptedAnswers, { frameSites: allowed(siteAddress) });
    const page = await newPage(DESKTOP);
    await page.goto(siteAddress);
    await page.getByRole('button', { name: 'Hỏi trợ lý thuế' }).click();
    return page;
  };
  const cookiesOf = (context: BrowserContext) => context.cookies([chat.address, siteAddress]);

  afterEach(async () => {
    await chat.stop();
    await new Promise((resolve) => site.close(resolve));
  });

  it('answers in a frame of the bot’s own, without a cookie, and closes by its cross', async () => {
    const page = await open((address) => [address]);
    const frame = page.frameLocator('iframe');
    await frame.getByText('em chào anh/chị').waitFor();
    const field = frame.getByRole('textbox', { name: 'Câu hỏi của anh/chị' });
    await field.fill('câu hỏi trên trang cơ quan');
    await field.press('Enter');
    await frame.getByRole('log').getByText('Em nghe: câu hỏi trên trang cơ quan').waitFor();
    expect(await cookiesOf(page.context())).to.deep.equal([]);
    await frame.getByRole('button', { name: 'Đóng', exact: true }).click();
    await page.getByRole('button', { name: 'Hỏi trợ lý thuế' }).waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('is not shown on a site that the office has not named', async () => {
    const page = await open(() => ['https://trang-khac.example']);
    await page.locator('iframe').waitFor();
    while (complaints.length === 0) await page.waitForTimeout(50);
    expect(await page.frameLocator('iframe').getByText('em chào anh/chị').count()).to.equal(0);
    expect(complaints.join('\n')).to.match(/frame-ancestors|Refused to (frame|display)|violates/i);
    complaints.length = 0;
  });
});
