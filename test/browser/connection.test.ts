import { expect } from 'chai';
import { browserSuite } from './support/use-browser.js';
import { useChat } from './support/use-chat.js';

browserSuite('The web chat when something gets in between (needs Chromium)', function () {
  this.timeout(60_000);
  const { ask, botMessages, ownMessages, page, server, shows, visit } = useChat();

  it('shows the same conversation again after a reload, and answers missed meanwhile', async () => {
    await visit();
    await ask('câu một');
    await shows('Em nghe: câu một');
    server().hold();
    await ask('câu hai');
    await page().locator('#typing').waitFor();
    const before = await botMessages();
    await page().reload();
    await page().locator('#typing').waitFor();
    expect(await botMessages()).to.deep.equal(before);
    await server().letGo();
    await shows('Em nghe: câu hai');
    expect(await ownMessages()).to.deep.equal(['câu một', 'câu hai']);
    expect(await botMessages()).to.deep.equal([...before, 'Em nghe: câu hai']);
  });

  it('keeps a message while there is no connection, says so, and sends it once when there is one', async () => {
    await visit();
    await page().context().setOffline(true);
    await ask('câu hỏi lúc mất mạng');
    await page().locator('.own').getByText('Chờ có mạng để gửi…').waitFor();
    await page().getByRole('status').getByText('Không có mạng').waitFor();
    await page().context().setOffline(false);
    await shows('Em nghe: câu hỏi lúc mất mạng');
    const asked = server().storage.events.filter(({ kind }) => kind === 'text');
    expect(asked).to.have.length(1);
  });

  it('greets at once on a slow start, and says where the message stands that it is being sent', async () => {
    await visit();
    const held: (() => void)[] = [];
    const release = new Promise<void>((resolve) => held.push(resolve));
    await page().route(/\/chat\/(session|history|messages|replies\?)/, async (route) => {
      await release;
      await route.continue();
    });
    await page().reload();
    await shows('em chào anh/chị');
    await ask('hỏi sớm');
    await page().locator('.own .note').getByText('Đang gửi…').waitFor();
    held.forEach((letGo) => letGo());
    await shows('Em nghe: hỏi sớm');
    expect(await page().locator('.own .note').innerText()).to.match(/^\d\d:\d\d$/);
  });

  it('says why a message was refused, and sends it again when asked to', async () => {
    await visit();
    await page().route('**/chat/messages', (route) =>
      route.fulfill({
        status: 429,
        json: { error: { code: 'TOO_MANY_REQUESTS', message: 'Anh/chị gửi hơi nhanh.', remedy: 'Chờ nhé.' } },
      }),
    );
    await ask('hỏi dồn');
    await page().getByText('Anh/chị gửi hơi nhanh. Chờ nhé.').waitFor();
    await page().unroute('**/chat/messages');
    await page().reload();
    await page().getByRole('button', { name: 'Gửi lại' }).click();
    await shows('Em nghe: hỏi dồn');
    expect(await page().getByRole('button', { name: 'Gửi lại' }).count()).to.equal(0);
    expect(await ownMessages()).to.deep.equal(['hỏi dồn']);
  });

  it('sends what was still on its way when the page was left, once', async () => {
    await visit();
    await page().route('**/chat/messages', (route) => route.abort());
    await ask('câu hỏi dở dang');
    await page().getByText('Chưa gửi được, đang thử lại…').waitFor();
    await page().unroute('**/chat/messages');
    await page().reload();
    await shows('Em nghe: câu hỏi dở dang');
    expect(await ownMessages()).to.deep.equal(['câu hỏi dở dang']);
    expect(server().storage.events.filter(({ kind }) => kind === 'text')).to.have.length(1);
  });

  it('says that the connection is lost, and finds the server again when it is back', async () => {
    await visit();
    await server().stop();
    const state = page().getByRole('status');
    await state.getByText('Mất kết nối').waitFor();
    await server().startAgain();
    await state.getByText('Mất kết nối').waitFor({ state: 'hidden' });
    await ask('còn đó không');
    await shows('Em nghe: còn đó không');
  });
});
