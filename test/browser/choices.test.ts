import { expect } from 'chai';
import { faultsOf, browserSuite, DESKTOP, PHONE } from './support/use-browser.js';
import { useChat } from './support/use-chat.js';

browserSuite('What a citizen can press in the web chat (needs Chromium)', function () {
  this.timeout(60_000);
  const { ask, log, ownMessages, page, server, shows, visit } = useChat();
  const button = (name: string) => log().getByRole('button', { name, exact: true });

  it('marks the choice about data and switches its sibling off, also after a reload', async () => {
    await visit();
    await ask('đồng ý không');
    await button('Đồng ý').click();
    await shows('Em nghe: Đồng ý');
    for (const again of [false, true]) {
      if (again) await page().reload();
      await button('Đồng ý').waitFor();
      expect(await button('Đồng ý').getAttribute('aria-pressed')).to.equal('true');
      expect(await button('Không đồng ý').isDisabled()).to.equal(true);
    }
    expect(await faultsOf(page())).to.deep.equal([]);
  });

  it('takes a double tap once', async () => {
    await visit();
    await ask('dang ky mst');
    await button('Xem từng bước').dblclick();
    await shows('Bước 1/3');
    await ask('xin chào');
    await shows('Em nghe: xin chào');
    expect(await ownMessages()).to.deep.equal(['dang ky mst', 'Xem từng bước', 'xin chào']);
    expect(server().storage.events.filter(({ kind }) => kind === 'button')).to.have.length(1);
  });

  it('shows the entries of a group as rows, once, and they can be chosen from again', async () => {
    await visit();
    await page().getByRole('button', { name: 'Đang được hỏi nhiều' }).click();
    const rows = log().locator('.rows').getByRole('listitem');
    await rows.first().waitFor();
    expect(await rows.allTextContents()).to.deep.equal([
      'Đăng ký mã số thuế cho người chưa có',
      'Sửa thông tin mã số thuế',
      'Khôi phục mã số thuế',
    ]);
    const offered = page().getByRole('group', { name: 'Gợi ý trả lời' }).getByRole('button');
    expect(await offered.allTextContents()).to.deep.equal(['Xem menu']);
    await button('Đăng ký mã số thuế cho người chưa có').click();
    await shows('Anh/chị muốn xem phần nào?');
    expect(await ownMessages()).to.deep.equal([
      'Đang được hỏi nhiều',
      'Đăng ký mã số thuế cho người chưa có',
    ]);
    expect(await button('Sửa thông tin mã số thuế').isEnabled()).to.equal(true);
  });

  it('says titles and labels in bold, lists as lists, and has the legal basis one tap away', async () => {
    await visit();
    await ask('dang ky mst');
    await shows('Anh/chị muốn xem phần nào?');
    expect(await log().getByRole('heading', { name: 'Đăng ký mã số thuế cá nhân' }).isVisible()).to.equal(
      true,
    );
    expect(await log().locator('li b').allTextContents()).to.deep.equal([
      'Ai làm:',
      'Bao lâu có kết quả:',
      'Nộp ở đâu:',
    ]);
    const basis = log().getByText('văn bản mẫu 1/2026/TT-MAU');
    expect(await basis.isVisible()).to.equal(false);
    await log().getByText('Căn cứ · kiểm tra 23/11/2026').click();
    expect(await basis.isVisible()).to.equal(true);
    expect(await faultsOf(page())).to.deep.equal([]);
  });

  it('puts the focus back into the composer after a choice where there is a keyboard', async () => {
    await visit(DESKTOP);
    await ask('dang ky mst');
    await button('Xem từng bước').click();
    expect(await page().evaluate('document.activeElement.id')).to.equal('message-text');
  });

  it('has the composer among the first stops of the keyboard', async () => {
    await visit({ ...PHONE, isMobile: true });
    expect(await page().evaluate('document.activeElement.tagName')).to.equal('BODY');
    const stops: string[] = [];
    while (stops.length < 4 && !stops.includes('message-text')) {
      await page().keyboard.press('Tab');
      stops.push(await page().evaluate<string>('document.activeElement.id'));
    }
    expect(stops).to.include('message-text');
  });

  it('copies a whole guide, and prints it as a page of its own with its source', async () => {
    await visit(DESKTOP);
    await page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page().evaluate('window.print = () => document.body.dataset.printed = document.title');
    await ask('dang ky mst');
    await log().getByRole('button', { name: 'Sao chép hướng dẫn' }).click();
    await log().getByText('Đã chép').waitFor();
    const copied = await page().evaluate<string>('navigator.clipboard.readText()');
    expect(copied).to.match(/CÁC BƯỚC LÀM[^]*2\. Nộp hồ sơ\.[^]*Nguồn: Đồng Hành[^]*lấy ngày/);
    await log().getByRole('button', { name: 'In hướng dẫn' }).click();
    await page().locator('body[data-printed="Đăng ký mã số thuế cá nhân"]').waitFor();
    await page().emulateMedia({ media: 'print' });
    const sheet = page().locator('#sheet');
    expect(await sheet.innerText())
      .to.include('văn bản mẫu 1/2026/TT-MAU')
      .and.include('Nguồn: Đồng Hành');
    expect(await page().locator('body > :visible').count(), 'nothing but the guide is on the paper').to.equal(
      1,
    );
    expect(await page().locator('.skip:visible').count()).to.equal(0);
    expect(await page().evaluate("dispatchEvent(new Event('afterprint'))")).to.equal(true);
    await page().emulateMedia({ media: 'screen' });
    expect(await sheet.isVisible()).to.equal(false);
  });

  it('says when something was written, and counts in the title what came unseen', async () => {
    await visit(DESKTOP);
    const hide = (hidden: boolean) =>
      page()
        .evaluate(`Object.defineProperty(document, 'hidden', { value: ${String(hidden)}, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'))`);
    server().hold();
    await ask('xin chào');
    expect(await page().locator('.own time').innerText()).to.match(/^\d\d:\d\d$/);
    await hide(true);
    await server().letGo();
    await shows('Em nghe: xin chào');
    expect(await page().title()).to.match(/^\(1\) Đồng Hành/);
    await hide(false);
    expect(await page().title()).to.match(/^Đồng Hành/);
  });
});
