import { expect } from 'chai';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openStaffServer, PASSWORD, type StaffServer } from '../integration/staff/staff-server.js';
import { browserSuite, DESKTOP, faultsOf, PHONE, SCREENS, useBrowser } from './support/use-browser.js';

/** Named: a picture of each page is left in that folder. */
const PICTURES = process.env['STAFF_PICTURES'];

browserSuite('The staff pages in a real browser (needs Chromium)', function () {
  this.timeout(60_000);
  const { complaints, newPage } = useBrowser();
  let server: StaffServer;
  let page: Page;

  beforeEach(async () => {
    server = await openStaffServer();
    await server.add('tran.an', 'admin', { fullName: 'Trần Thị An' });
    await server.add('le.binh', 'reviewer', { fullName: 'Lê Bình' });
    await server.add('pham.chi', 'viewer', { fullName: 'Phạm Chi' });
  });
  afterEach(() => server.close());

  const open = async (options: BrowserContextOptions) => {
    page = await newPage(options);
    await page.goto(`${server.address}/quan-tri/tai-khoan`);
  };
  const signIn = async (password = PASSWORD) => {
    await page.getByLabel('Tên đăng nhập').fill('tran.an');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  };
  const lookAt = async (name: string) => {
    if (PICTURES !== undefined) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
    }
    return faultsOf(page);
  };

  for (const [screen, options] of SCREENS)
    it(`${screen}: sign-in and the administrators' pages stand in nobody's way`, async () => {
      await open(options);
      const found: Record<string, string[]> = {};
      const look = async (name: string) =>
        (found[name] = await lookAt(`${screen.replaceAll(/[^a-z]+/g, '-')}-${name}`));
      await look('sign-in');
      await signIn('sai mat khau');
      await page.getByRole('alert').waitFor();
      await look('wrong-password');
      await signIn();
      await page.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();
      await look('accounts');
      await page.getByLabel('Tên đăng nhập').fill('vo.dung');
      await page.getByLabel('Họ và tên').fill('Võ Thị Dung');
      await page.getByLabel('Soạn nội dung:').check();
      await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
      await page.getByText(/^(\w{5}-){3}\w{5}$/).waitFor();
      await look('account');
      await page.goto(`${server.address}/quan-tri/ma-api`);
      await page.getByLabel('Dùng cho việc gì').fill('Báo cáo tháng của phòng');
      await page.getByRole('button', { name: 'Tạo mã' }).click();
      await page.getByText(/^dh_\w{10}_[\w-]{43}$/).waitFor();
      await look('tokens');
      for (const [name, path] of Object.entries({ audit: '/nhat-ky', own: '/toi', nothing: '/khong-co' })) {
        await page.goto(`${server.address}/quan-tri${path}`);
        await look(name);
      }
      expect(Object.values(found).flat(), JSON.stringify(found, null, 2)).to.deep.equal([]);
      // The browser itself reports answers of 401 and 404 as errors; scripts report none.
      expect(complaints.filter((line) => !line.startsWith('Failed to load resource'))).to.deep.equal([]);
    });

  it('can be used with the keyboard alone, on a phone too', async () => {
    await open(PHONE);
    expect(await page.evaluate('document.activeElement.id')).to.equal('name');
    await page.keyboard.type('tran.an');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();
    // The menu opens once its script has run, which on a busy machine is after the heading is seen.
    await page.waitForLoadState('load');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).to.equal('Tới nội dung chính');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Nhật ký' }).waitFor();
    expect(await page.locator('#menu-button').getAttribute('aria-expanded')).to.equal('true');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('link', { name: 'Nhật ký' }).isVisible()).to.equal(false);
    expect(await page.evaluate('document.activeElement.id')).to.equal('menu-button');
  });

  it('shows the password on request, ends another’s session, and signs out for good', async () => {
    await open(DESKTOP);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('abc');
    await page.getByRole('button', { name: 'Hiện mật khẩu' }).click();
    expect(await page.getByLabel('Mật khẩu', { exact: true }).getAttribute('type')).to.equal('text');
    await server.accounts.sessions.start('le.binh');
    await signIn();
    await page.getByRole('link', { name: 'Lê Bình' }).click();
    await page.getByRole('button', { name: 'Kết thúc các phiên' }).click();
    await page.getByText('Đã kết thúc 1 phiên của tài khoản le.binh.').waitFor();
    await page.getByRole('link', { name: 'Các tài khoản' }).click();
    await page.getByRole('link', { name: 'Phạm Chi' }).click();
    await page.getByRole('button', { name: 'Vô hiệu hoá' }).click();
    await page.getByText('Đã vô hiệu hoá tài khoản pham.chi').waitFor();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByText('Anh/chị đã đăng xuất.').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  });
});
