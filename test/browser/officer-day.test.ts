import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createStaffAccounts } from '../../src/accounts/staff-accounts.js';
import type { Stores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { misunderstood } from '../support/misunderstood.js';
import { contentFile, startStaffSite, type StaffSite } from '../support/staff-site.js';
import { fillIn, follow, tabTo } from './support/by-keyboard.js';
import { browserSuite, DESKTOP, faultsOf, SCREENS, useBrowser } from './support/use-browser.js';

const PASSWORD = 'con meo den ngu tren mai nha';
const ENTRY = 'procedures/quyet-toan-tncn-tu-lam.yml';
const DEADLINES = 'procedures/shared/deadlines.yml';
const LATE = 'quyết toán tncn nộp muộn có bị phạt không';
const DUE = 'hạn quyết toán thuế thu nhập cá nhân';
const OLD_ANSWER = 'nộp muộn mà được hoàn thuế thì không bị phạt';
const NEW_ANSWER = 'có bị phạt hay không còn tuỳ số thuế phải nộp thêm';

/** Two questions wait, and two officers can sign in: one who reviews and writes, one who only approves. */
async function aDayBegins(stores: Stores): Promise<void> {
  const { administration } = createStaffAccounts(stores.staff, systemClock);
  await administration.setPassword('server', 'an', PASSWORD, { toChange: false });
  const mai = { name: 'mai', role: 'approver', fullName: 'Cán bộ mai', password: PASSWORD };
  await administration.add('server', { ...mai, passwordToChange: false });
  await misunderstood(stores, 'a', 'xin lam giay to dong tien cho nha nuoc');
  await misunderstood(stores, 'b', 'mần răng để có cái số đóng thuế');
}

browserSuite('An officer’s day, by keyboard alone (needs Chromium)', function () {
  this.timeout(600_000);
  const { complaints, newPage } = useBrowser();
  let site: StaffSite;
  before(async () => {
    site = await startStaffSite(aDayBegins);
  });
  after(() => site.stop());

  const looked = async (page: Page) => expect(await faultsOf(page), page.url()).to.deep.equal([]);
  /** Follows a link or presses a button, and looks at the page that comes. */
  const go = async (page: Page, ...names: RegExp[]) => {
    for (const name of names) {
      await follow(page, name);
      await looked(page);
    }
  };

  const signsIn = async (name: string): Promise<Page> => {
    const page = await newPage(DESKTOP);
    await page.goto(new URL('/quan-tri/', site.url).href);
    await looked(page);
    // The first field has the focus already.
    await page.keyboard.type(name);
    await fillIn(page, /^Mật khẩu$/, PASSWORD);
    await go(page, /^Đăng nhập$/);
    return page;
  };

  const filesTheFirst = async (officer: Page) => {
    await tabTo(officer, /^Tôi đã đọc/);
    await officer.keyboard.press('Space');
    await fillIn(officer, /^Hoặc tìm việc khác$/, 'dang-ky-thue-ca-nhan');
    await go(officer, /^Xếp vào việc này$/);
    await officer.getByText('Máy đã học').waitFor({ timeout: 120_000 });
    await looked(officer);
    await go(officer, /^← Danh sách chờ duyệt$/);
  };

  /** Finds a part of the content, opens its form, writes, and sends the draft to be approved. */
  const corrects = async (officer: Page, title: RegExp, fields: readonly (readonly [RegExp, string])[]) => {
    await go(officer, /^Nội dung$/);
    await fillIn(officer, /^Tìm trong nội dung/, 'tự quyết toán');
    await go(officer, /^Tìm$/, title, /^Sửa$/);
    for (const [name, text] of fields) await fillIn(officer, name, text);
    await go(officer, /^Lưu và kiểm tra$/);
    await officer.getByText('Kiểm tra: không có lỗi').waitFor();
    await go(officer, /^Lưu, xem thay đổi và gửi duyệt$/, /^Gửi duyệt$/);
    await officer.getByText('Đã gửi duyệt').waitFor();
  };

  const approves = async (officer: Page, title: RegExp) => {
    await go(officer, /^Việc hôm nay$/, /bản thảo chờ anh\/chị duyệt$/, title, /^Duyệt, cho người dân thấy$/);
    await officer.getByText('Đã duyệt và ghi vào tệp').waitFor();
  };

  const opensChat = async (): Promise<Page> => {
    const citizen = await newPage(DESKTOP);
    await citizen.goto(site.url);
    await citizen.getByText('em chào anh/chị').first().waitFor();
    return citizen;
  };
  /** Asks in a chat of its own, again until what was approved is said: it is live within seconds. */
  const citizenGets = async (question: string, answer: RegExp) => {
    for (;;) {
      const citizen = await opensChat();
      await citizen.keyboard.type(question);
      await citizen.keyboard.press('Enter');
      const told = citizen.locator('.message.bot').filter({ hasText: 'kiểm tra' }).last();
      await told.waitFor();
      await looked(citizen);
      const text = await told.innerText();
      await citizen.context().close();
      if (answer.test(text)) return;
    }
  };

  it('files two questions, corrects an answer and a deadline, another approves, and one file is rolled back', async () => {
    const an = await signsIn('an');
    await go(an, /^2 tin cần duyệt$/);
    await filesTheFirst(an);
    await filesTheFirst(an);
    expect(await an.getByText('Không còn câu nào chờ duyệt').isVisible()).to.equal(true);
    const intent = await contentFile(site, 'intents/dang-ky-thue-ca-nhan.yml');
    expect(intent).to.contain('xin lam giay to dong tien').and.to.contain('mần răng để có cái số');

    await citizenGets(LATE, new RegExp(OLD_ANSWER));
    const before = await contentFile(site, ENTRY);
    await corrects(an, /^Tự quyết toán thuế thu nhập cá nhân$/, [[/^Trả lời: Câu/, `Dạ, ${NEW_ANSWER}.`]]);
    await corrects(an, /^Cá nhân tự quyết toán$/, [
      [/^Cách tính hạn: Ngày/, '15'],
      [/^Cách tính hạn: Tháng/, '5'],
    ]);
    expect(await contentFile(site, ENTRY), 'a draft changes nothing').to.equal(before);

    const mai = await signsIn('mai');
    expect(await mai.getByText('2 bản thảo chờ anh/chị duyệt').isVisible()).to.equal(true);
    await approves(mai, /^Sửa: Tự quyết toán/);
    await approves(mai, /^Sửa: Cá nhân tự quyết toán/);
    await citizenGets(LATE, new RegExp(NEW_ANSWER));
    await citizenGets(DUE, /15\/0?5\/\d{4}/);
    expect(await contentFile(site, DEADLINES)).to.contain('day: 15, month: 5');

    await go(an, /^Nội dung$/);
    await fillIn(an, /^Tìm trong nội dung/, 'tự quyết toán');
    await go(an, /^Tìm$/, /^Tự quyết toán/, /^Lịch sử sửa$/, /xem các dòng khác$/);
    await go(an, /^Lấy lại bản trước lần sửa này$/, /^Gửi duyệt$/);
    await approves(mai, /^Lấy lại bản cũ/);
    await citizenGets(LATE, new RegExp(OLD_ANSWER));
    expect(await contentFile(site, ENTRY)).to.equal(before);
    expect(await contentFile(site, DEADLINES), 'one file alone').to.contain('day: 15, month: 5');
    expect(complaints).to.deep.equal([]);
  });
});

browserSuite('The pages on which content is read, written and approved (needs Chromium)', function () {
  this.timeout(300_000);
  const { complaints, newPage } = useBrowser();
  let site: StaffSite;
  before(async () => {
    site = await startStaffSite();
    const text = await contentFile(site, ENTRY);
    await writeFile(join(site.content, ENTRY), text.replace('thu nhập hai nơi', 'thu nhập ở hai nơi'));
  });
  after(() => site.stop());

  for (const [screen, options] of SCREENS)
    it(`${screen}: stand in nobody’s way`, async () => {
      const page = await newPage(options, { value: site.session('an'), url: site.url });
      const file = new URLSearchParams({ tep: ENTRY }).toString();
      const part = new URLSearchParams({ tep: DEADLINES, muc: 'deadlines.2' }).toString();
      const history = await site.as('an').until(`/quan-tri/noi-dung/lich-su?${file}`, 'xem các dòng khác');
      const [, change = ''] = /href="\/quan-tri\/(noi-dung\/lich-su\/khac[^"]*)"/.exec(history) ?? [];
      const { location } = await site.as('an').post('/quan-tri/noi-dung/sua', { tep: ENTRY });
      const form = location.replace('/quan-tri/', '');
      const pages = {
        work: 'viec',
        search: 'noi-dung/tra-cuu?q=quyet+toan',
        file: `noi-dung/tep?${file}`,
        part: `noi-dung/tep?${part}`,
        form,
        draft: form.replace(/\/sua\?.*$/, ''),
        drafts: 'noi-dung/ban-thao',
        history: `noi-dung/lich-su?${file}`,
        change: change.replaceAll('&amp;', '&'),
        new: 'noi-dung/moi',
        retire: 'noi-dung/ngung?ma=quyet-toan-tncn-tu-lam',
      };
      const shots = process.env['SCREENSHOTS'];
      for (const [name, path] of Object.entries(pages)) {
        const answer = await page.goto(new URL(`/quan-tri/${path}`, site.url).href);
        expect(answer?.status(), path).to.equal(200);
        expect(await faultsOf(page), path).to.deep.equal([]);
        if (name === 'part')
          expect(await page.getByText('Hằng năm', { exact: true }).isVisible()).to.equal(true);
        if (shots !== undefined)
          await page.screenshot({
            path: `${shots}/${name}-${screen.replace(/\W+/gu, '-')}.png`,
            fullPage: true,
          });
      }
      expect(complaints).to.deep.equal([]);
    });
});
