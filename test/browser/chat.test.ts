import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults, scrolled, smallTargets } from './support/accessibility.js';
import { installedBrowser, openBrowser } from './support/browser.js';
import { startChatServer, type ChatServer } from './support/chat-server.js';
import { scriptedAnswers } from './support/scripted-answers.js';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const executable = installedBrowser();
const suite = executable === undefined ? describe.skip : describe;

suite('The web chat in a real browser (needs Chromium)', function () {
  this.timeout(60_000);
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

  const visit = async (options: BrowserContextOptions = PHONE) => {
    const context = await browser.newContext({ locale: 'vi-VN', ...options });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await page.goto(server.address);
    await page.getByText('em chào anh/chị').waitFor();
  };
  const field = () => page.getByRole('textbox', { name: 'Câu hỏi của anh/chị' });
  const ask = async (text: string) => {
    await field().fill(text);
    await field().press('Enter');
  };
  const log = () => page.getByRole('log');
  const shows = (text: string) => log().getByText(text).last().waitFor();
  const ownMessages = () => page.locator('.own .text').allTextContents();
  const botMessages = () => page.locator('.bot .text').allTextContents();

  for (const [device, options] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
    for (const colorScheme of ['light', 'dark'] as const)
      it(`on a ${device}, ${colorScheme}: greets, answers, and nothing stands in the way of anyone`, async () => {
        await visit({ ...options, colorScheme });
        expect(await page.getByRole('heading', { level: 1 }).innerText()).to.match(/Đồng Hành\s+Dùng thử/);
        expect(await page.getByRole('banner').innerText()).to.include(
          'Bot tự động của Thuế thành phố Đà Nẵng',
        );
        expect(await accessibilityFaults(page)).to.deep.equal([]);
        await ask('dang ky mst ca nhan lam sao');
        await shows('Anh/chị muốn xem phần nào?');
        await page.getByRole('button', { name: 'Xem từng bước' }).click();
        await shows('Bước 1/3');
        expect(await accessibilityFaults(page)).to.deep.equal([]);
        expect(await smallTargets(page)).to.deep.equal([]);
        const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(sideways).to.equal(0);
        expect(complaints).to.deep.equal([]);
      });

  it('says what is missing to connect a Page, until that is dismissed', async () => {
    await visit();
    const notice = page.getByRole('region', { name: 'Trang dùng thử' });
    expect(await notice.innerText()).to.include('chưa nối với Messenger');
    await notice.getByText('Còn thiếu gì?').click();
    expect(await notice.innerText()).to.include('FACEBOOK_PAGE_TOKEN');
    await notice.getByRole('button', { name: 'Ẩn thông báo' }).click();
    expect(await notice.isVisible()).to.equal(false);
    await page.reload();
    await shows('em chào anh/chị');
    expect(await notice.isVisible()).to.equal(false);
    expect(await page.getByText('Dùng thử', { exact: true }).isVisible()).to.equal(true);
  });

  it('can be used with the keyboard alone', async () => {
    await visit(DESKTOP);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).to.equal('Tới ô nhập câu hỏi');
    await page.keyboard.press('Enter');
    await page.keyboard.type('dòng một');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('dòng hai');
    await page.keyboard.press('Enter');
    await shows('Em nghe:');
    expect(await ownMessages()).to.deep.equal(['dòng một\ndòng hai']);
    await page.keyboard.press('Shift+Tab');
    const focused = page.locator(':focus');
    expect(await focused.innerText()).to.equal('Gặp cán bộ');
    const outline = await focused.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).to.equal('solid');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await shows('Anh/chị chọn một nhóm việc nhé.');
    expect(await page.evaluate('document.activeElement.id')).to.equal('message-text');
  });

  it('takes quick replies away once one is used or something else is said', async () => {
    await visit();
    const offered = page.getByRole('group', { name: 'Gợi ý trả lời' }).getByRole('button');
    expect(await offered.count()).to.equal(4);
    server.hold();
    await offered.filter({ hasText: 'Hoàn thuế' }).click();
    expect(await offered.count()).to.equal(0);
    await page.locator('#typing').waitFor();
    await server.letGo();
    await shows('Em nghe: Hoàn thuế');
    expect(await page.locator('#typing').isVisible()).to.equal(false);
  });

  it('shows the same conversation again after a reload, and answers missed meanwhile', async () => {
    await visit();
    await ask('câu một');
    await shows('Em nghe: câu một');
    server.hold();
    await ask('câu hai');
    await page.locator('#typing').waitFor();
    const before = await botMessages();
    await page.reload();
    await page.locator('#typing').waitFor();
    expect(await botMessages()).to.deep.equal(before);
    await server.letGo();
    await shows('Em nghe: câu hai');
    expect(await ownMessages()).to.deep.equal(['câu một', 'câu hai']);
    expect(await botMessages()).to.deep.equal([...before, 'Em nghe: câu hai']);
  });

  it('covers personal data on the screen too, as soon as the message is in', async () => {
    await visit();
    await ask('mst của tôi là 8012345678 ạ');
    await page.getByText('Đã che thông tin cá nhân trong tin này.').waitFor();
    expect(await ownMessages()).to.deep.equal(['mst của tôi là [đã che: mã số thuế] ạ']);
    const kept = await page.evaluate<string>('JSON.stringify(sessionStorage)');
    expect(kept).to.include('đã che').and.not.to.include('8012345678');
  });

  it('shows what looks like markup as text, and makes links of safe addresses only', async () => {
    await visit();
    await ask('nguy hiểm');
    await shows('khong-an-toan');
    expect(await page.locator('.bot .text').last().innerText()).to.include('javascript:alert(1)');
    expect(await log().locator('img:not(.face)').count()).to.equal(0);
    expect(await log().locator('a').count()).to.equal(0);
    await ask('dang ky mst');
    await shows('Anh/chị muốn xem phần nào?');
    const addresses = await page.evaluate(
      "[...document.querySelectorAll('#log a')].map(({ href, rel, target }) => [href, rel, target])",
    );
    const beside = ['https://thuedientu.gdt.gov.vn/', 'noopener noreferrer', '_blank'];
    expect(addresses).to.deep.equal([beside, beside]);
  });

  it('shows a long answer from its question on, and leaves a reader who scrolled up in peace', async () => {
    await visit();
    await ask('trả lời dài');
    await shows('Hết phần dài.');
    const question = page.locator('.own').last();
    expect((await question.boundingBox())?.y).to.be.greaterThan(0);
    const more = page.getByRole('button', { name: 'Xem tiếp' });
    await more.click();
    expect((await scrolled(page)).toEnd).to.be.lessThan(2);
    expect(await more.isVisible()).to.equal(false);

    server.hold();
    await ask('tin đến sau');
    await page.evaluate('document.getElementById("scroll").scrollTop = 0');
    await page.getByRole('button', { name: 'Xem tiếp' }).waitFor();
    await server.letGo();
    await page.getByRole('button', { name: 'Có tin mới' }).waitFor();
    expect((await scrolled(page)).top).to.equal(0);
  });

  it('keeps a message while there is no connection, says so, and sends it once when there is one', async () => {
    await visit();
    await page.context().setOffline(true);
    await ask('câu hỏi lúc mất mạng');
    await page.getByText('Chưa gửi được, đang thử lại…').waitFor();
    await page.context().setOffline(false);
    await shows('Em nghe: câu hỏi lúc mất mạng');
    const asked = server.storage.events.filter(({ kind }) => kind === 'text');
    expect(asked).to.have.length(1);
  });

  it('says that the connection is lost, and finds the server again when it is back', async () => {
    await visit();
    await server.stop();
    const state = page.getByRole('status');
    await state.getByText('Mất kết nối').waitFor();
    await server.startAgain();
    await state.getByText('Mất kết nối').waitFor({ state: 'hidden' });
    await ask('còn đó không');
    await shows('Em nghe: còn đó không');
  });

  it('opens a new conversation on a shared computer, and leaves nothing of the old one on it', async () => {
    await visit();
    await ask('chuyện riêng của tôi');
    await shows('Em nghe: chuyện riêng');
    await page.getByRole('button', { name: 'Cuộc trò chuyện mới' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Mở mới' }).click();
    await log().getByText('chuyện riêng').last().waitFor({ state: 'detached' });
    await shows('em chào anh/chị');
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.to.include('chuyện riêng');
    await page.reload();
    await shows('em chào anh/chị');
    expect(await ownMessages()).to.deep.equal([]);
    const conversations = server.storage.events.map(({ conversationId }) => conversationId);
    expect(new Set(conversations).size).to.equal(2);
  });

  it('keeps still for those who asked for less motion', async () => {
    await visit({ ...PHONE, reducedMotion: 'reduce' });
    server.hold();
    await ask('xin chào');
    await page.locator('#typing').waitFor();
    const animation = await page.evaluate(
      "getComputedStyle(document.querySelector('.dots span')).animationName",
    );
    expect(animation).to.equal('none');
  });
});
