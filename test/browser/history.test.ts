import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { text } from '../../src/conversation/replies.js';
import { scrolled } from './support/accessibility.js';
import { browserSuite } from './support/use-browser.js';
import { useChat } from './support/use-chat.js';

browserSuite('What the web chat remembers (needs Chromium)', function () {
  this.timeout(60_000);
  const { ask, log, ownMessages, page, server, shows, visit } = useChat();
  const ownIn = (tab: Page) => tab.locator('.own .text').allTextContents();
  const second = async () => {
    const tab = await page().context().newPage();
    await Promise.all([tab.waitForResponse(/chat\/history/), tab.goto(server().address)]);
    await tab.locator('.message').first().waitFor();
    return tab;
  };

  it('shows in a second tab what is kept by consent, the citizen’s own words too', async () => {
    server().storage.keepsTexts = true;
    await visit();
    await ask('câu một');
    await shows('Em nghe: câu một');
    const tab = await second();
    await tab.getByText('Em nghe: câu một').waitFor();
    expect(await ownIn(tab)).to.deep.equal(['câu một']);
    await ask('câu hai');
    await tab.getByText('Em nghe: câu hai').waitFor();
    await tab.locator('.own').nth(1).waitFor();
    expect((await ownIn(tab)).sort()).to.deep.equal(['câu hai', 'câu một']);
  });

  it('starts clean in a second tab where nothing may be kept, without answers to questions that are not there', async () => {
    await visit();
    await ask('chuyện riêng');
    await shows('Em nghe: chuyện riêng');
    const tab = await second();
    expect(await tab.getByText('chuyện riêng').count()).to.equal(0);
  });

  it('does not show again after half an hour what was typed without a consent', async () => {
    await visit();
    await ask('chuyện riêng');
    await shows('Em nghe: chuyện riêng');
    await page().evaluate(`(() => {
      const key = 'dong-hanh-trò-chuyện';
      const kept = JSON.parse(sessionStorage.getItem(key));
      for (const entry of kept.entries) entry.at -= 31 * 60_000;
      sessionStorage.setItem(key, JSON.stringify(kept));
    })()`);
    await page().reload();
    await shows('em chào anh/chị');
    expect(await log().getByText('chuyện riêng').count()).to.equal(0);
  });

  it('leaves nothing in any tab after “Xoá hết”, also after a reload, but says that it was done', async () => {
    server().storage.keepsTexts = true;
    await visit();
    await ask('chuyện riêng');
    await shows('Em nghe: chuyện riêng');
    const tab = await second();
    await tab.getByText('Em nghe: chuyện riêng').waitFor();
    await ask('xoá dữ liệu');
    await log().getByRole('button', { name: 'Xoá hết' }).click();
    await page().getByRole('status').getByText('Mã yêu cầu: YC-1').waitFor();
    await tab.getByText('chuyện riêng').last().waitFor({ state: 'detached' });
    for (const one of [page(), tab]) {
      expect(await ownIn(one)).to.deep.equal([]);
      await Promise.all([one.waitForResponse(/chat\/history/), one.reload()]);
      await one.getByRole('log').getByText('em chào anh/chị').waitFor();
      expect(await ownIn(one)).to.deep.equal([]);
      expect(await one.locator('.bot').count()).to.equal(1);
      expect(await one.evaluate<string>('JSON.stringify(sessionStorage)')).not.to.include('riêng');
    }
    await ask('chào lại');
    await shows('Em nghe: chào lại');
    expect(await ownMessages()).to.deep.equal(['chào lại']);
  });

  it('empties every tab when a new conversation is begun in one', async () => {
    await visit();
    const tab = await second();
    await ask('chuyện riêng');
    await tab.getByText('Em nghe: chuyện riêng').waitFor();
    await page().getByRole('button', { name: 'Cuộc trò chuyện mới' }).click();
    await page().getByRole('dialog').getByRole('button', { name: 'Mở mới' }).click();
    await tab.getByText('chuyện riêng').last().waitFor({ state: 'detached' });
    expect(await ownIn(tab)).to.deep.equal([]);
  });

  it('shows the end of a long conversation, and older messages on scrolling up, each where it belongs', async () => {
    await visit();
    server().storage.past = Array.from({ length: 250 }, (_, index) => {
      const at = new Date(Date.now() - (250 - index) * 60_000);
      return { text: `câu ${index + 1}`, at, answeredAt: at, replies: [text(`trả lời ${index + 1}`)] };
    });
    await page().evaluate('sessionStorage.clear()');
    await page().reload();
    await shows('trả lời 250');
    expect(await page().locator('.message').count()).to.be.at.most(80);
    expect((await scrolled(page())).toEnd).to.be.lessThan(2);
    const first = log().getByText('câu 1', { exact: true });
    while ((await first.count()) === 0) {
      const before = await page().locator('.message').count();
      await page().evaluate('document.getElementById("scroll").scrollTop = 0');
      await page().locator('.message').nth(before).waitFor({ state: 'attached' });
      expect((await scrolled(page())).top, 'what was read stays in view').to.be.greaterThan(100);
    }
    const own = await ownMessages();
    expect(own).to.deep.equal(Array.from({ length: 250 }, (_, index) => `câu ${index + 1}`));
    await ask('câu mới');
    await shows('Em nghe: câu mới');
    expect(await page().locator('.message').count()).to.be.at.most(200);
  });
});
