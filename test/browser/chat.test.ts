import { expect } from 'chai';
import { accessibilityFaults, scrolled } from './support/accessibility.js';
import { browserSuite, DESKTOP, faultsOf, PHONE } from './support/use-browser.js';
import { useChat } from './support/use-chat.js';

browserSuite('The web chat in a real browser (needs Chromium)', function () {
  this.timeout(60_000);
  const { ask, complaints, log, ownMessages, page, server, shows, visit } = useChat();

  for (const [device, options] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
    for (const colorScheme of ['light', 'dark'] as const)
      it(`on a ${device}, ${colorScheme}: greets, answers, and nothing stands in the way of anyone`, async () => {
        await visit({ ...options, colorScheme });
        expect(await page().getByRole('heading', { level: 1 }).innerText()).to.match(/Đồng Hành\s+Dùng thử/);
        expect(await page().getByRole('banner').innerText()).to.include(
          'Bot tự động của Thuế thành phố Đà Nẵng',
        );
        expect(await accessibilityFaults(page())).to.deep.equal([]);
        await ask('dang ky mst ca nhan lam sao');
        await shows('Anh/chị muốn xem phần nào?');
        await page().getByRole('button', { name: 'Xem từng bước' }).click();
        await shows('Bước 1/3');
        expect(await faultsOf(page())).to.deep.equal([]);
        expect(complaints).to.deep.equal([]);
      });

  it('tells a citizen nothing about settings', async () => {
    await visit();
    expect(await page().content()).not.to.match(/FACEBOOK|README|thiết lập/);
    expect(await page().getByText('Dùng thử', { exact: true }).isVisible()).to.equal(true);
  });

  it('can be used with the keyboard alone', async () => {
    await visit(DESKTOP);
    expect(await page().evaluate('document.activeElement.id')).to.equal('message-text');
    await page().keyboard.type('dòng một');
    await page().keyboard.press('Shift+Enter');
    await page().keyboard.type('dòng hai');
    await page().keyboard.press('Enter');
    await shows('Em nghe:');
    expect(await ownMessages()).to.deep.equal(['dòng một\ndòng hai']);
    await page().keyboard.press('Tab');
    await page().keyboard.press('Tab');
    const focused = page().locator(':focus');
    expect(await focused.innerText()).to.equal('Tới các lựa chọn mới nhất');
    await page().keyboard.press('Enter');
    expect(await focused.innerText()).to.equal('Xem menu');
    const outline = await focused.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).to.equal('solid');
    await page().keyboard.press('Enter');
    await shows('Anh/chị chọn một nhóm việc nhé.');
    expect(await page().evaluate('document.activeElement.id')).to.equal('message-text');
  });

  it('takes quick replies away once one is used or something else is said', async () => {
    await visit();
    const offered = page().getByRole('group', { name: 'Gợi ý trả lời' }).getByRole('button');
    expect(await offered.count()).to.equal(5);
    await offered.filter({ hasText: 'Xem thêm' }).click();
    expect(await offered.count()).to.equal(7);
    server().hold();
    await offered.filter({ hasText: 'Hoàn thuế' }).click();
    expect(await offered.count()).to.equal(0);
    await page().locator('#typing').waitFor();
    await server().letGo();
    await shows('Em nghe: Hoàn thuế');
    expect(await page().locator('#typing').isVisible()).to.equal(false);
  });

  it('covers personal data on the screen too, as soon as the message is in', async () => {
    await visit();
    await ask('mst của tôi là 8012345678 ạ');
    await page().getByText('Đã che thông tin cá nhân trong tin này.').waitFor();
    expect(await ownMessages()).to.deep.equal(['mst của tôi là [đã che: mã số thuế] ạ']);
    const kept = await page().evaluate<string>('JSON.stringify(sessionStorage)');
    expect(kept).to.include('đã che').and.not.to.include('8012345678');
  });

  it('shows what looks like markup as text, and makes links of safe addresses only', async () => {
    await visit();
    await ask('nguy hiểm');
    await shows('khong-an-toan');
    expect(await page().locator('.bot .text').last().innerText()).to.include('javascript:alert(1)');
    expect(await log().locator('img:not(.face)').count()).to.equal(0);
    expect(await log().locator('a').count()).to.equal(0);
    await ask('dang ky mst');
    await shows('Anh/chị muốn xem phần nào?');
    const addresses = await page().evaluate(
      "[...document.querySelectorAll('#log a[href]')].map(({ href, rel, target }) => [href, rel, target])",
    );
    const beside = ['https://thuedientu.gdt.gov.vn/', 'noopener noreferrer', '_blank'];
    expect(addresses).to.deep.equal([beside, beside]);
  });

  it('shows a long answer from its question on, and leaves a reader who scrolled up in peace', async () => {
    await visit();
    await ask('trả lời dài');
    await shows('Hết phần dài.');
    const question = page().locator('.own').last();
    expect((await question.boundingBox())?.y).to.be.greaterThan(0);
    const more = page().getByRole('button', { name: 'Xem tiếp' });
    await more.click();
    expect((await scrolled(page())).toEnd).to.be.lessThan(2);
    expect(await more.isVisible()).to.equal(false);

    server().hold();
    await ask('tin đến sau');
    await page().evaluate('document.getElementById("scroll").scrollTop = 0');
    await page().getByRole('button', { name: 'Xem tiếp' }).waitFor();
    await server().letGo();
    await page().getByRole('button', { name: 'Có tin mới' }).waitFor();
    expect((await scrolled(page())).top).to.equal(0);
  });

  it('tells a screen reader which answers are offered below', async () => {
    await visit();
    const newest = page().locator('.message').last();
    expect(await newest.textContent()).to.include(
      'Gợi ý trả lời: Đang được hỏi nhiều, Đăng ký mã số thuế, Người phụ thuộc',
    );
    await ask('xin chào');
    await shows('Em nghe: xin chào');
    expect(await log().getByText('Gợi ý trả lời:').allTextContents()).to.deep.equal([
      'Gợi ý trả lời: Xem menu, Gặp cán bộ.',
    ]);
  });

  it('opens a new conversation on a shared computer, and leaves nothing of the old one on it', async () => {
    await visit();
    await ask('chuyện riêng của tôi');
    await shows('Em nghe: chuyện riêng');
    await page().getByRole('button', { name: 'Cuộc trò chuyện mới' }).click();
    await page().getByRole('dialog').getByRole('button', { name: 'Mở mới' }).click();
    await log().getByText('chuyện riêng').last().waitFor({ state: 'detached' });
    await shows('em chào anh/chị');
    expect(await page().evaluate<string>('JSON.stringify(sessionStorage)')).not.to.include('chuyện riêng');
    await page().reload();
    await shows('em chào anh/chị');
    expect(await ownMessages()).to.deep.equal([]);
    await ask('chào mới');
    await shows('Em nghe: chào mới');
    const conversations = server().storage.events.map(({ conversationId }) => conversationId);
    expect(new Set(conversations).size).to.equal(2);
  });

  it('keeps still for those who asked for less motion', async () => {
    await visit({ ...PHONE, reducedMotion: 'reduce' });
    server().hold();
    await ask('xin chào');
    await page().locator('#typing').waitFor();
    const animation = await page().evaluate(
      "getComputedStyle(document.querySelector('.dots span')).animationName",
    );
    expect(animation).to.equal('none');
  });
});
