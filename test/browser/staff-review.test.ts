import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { RequestKind } from '../../src/conversation/types.js';
import type { Stores } from '../../src/records/stores.js';
import { startStaffSite, type StaffSite } from '../support/staff-site.js';
import { accessibilityFaults } from './support/accessibility.js';
import { browserSuite, DESKTOP, faultsOf, PHONE, SCREENS, useBrowser } from './support/use-browser.js';

const ASKED = 'xin cái số để đóng tiền cho nhà nước';
const PAGES = [
  'viec',
  'duyet',
  'duyet/da-xu-ly',
  'duyet/cham',
  'thu-cau',
  'bang-quyet-dinh',
  'noi-dung',
  'yeu-cau',
  'thu-bay',
];

async function requestsWait(stores: Stores): Promise<void> {
  const { requests, records } = stores;
  const at = new Date();
  const common = {
    conversationId: 'mot',
    channel: 'web',
    pageId: 'web',
    receivedAt: at,
    answeredAt: at,
  } as const;
  await records.write({
    ...common,
    eventKey: 'm',
    text: 'sổ hồng nhà tôi bị mờ chữ',
    replyTexts: ['Dạ, em chưa hiểu chắc câu này.'],
    outcome: 'declined_unknown',
    confidence: 0.3,
    alternatives: [{ intent: 'cd-dat-thay-doi-thong-tin', confidence: 0.3 }],
    entryPoint: 'typed',
    contentVersion: 'v1',
  });
  for (const kind of ['person', 'data_deletion'] satisfies RequestKind[])
    await requests.file({
      eventKey: kind,
      conversationId: 'mot',
      kind,
      at: new Date(at.getTime() - 9 * 86_400_000),
    });
  const slot = { date: '2099-11-28', place: 'Thuế cơ sở 9', start: '08:00' };
  const announced = { ...slot, slots: [{ start: '08:00', end: '09:00', capacity: 2 }], source: 'thử' };
  await stores.bookings(() => [announced]).book({ eventKey: 'h', conversationId: 'mot', ...slot, at });
}

browserSuite('The pages on which staff work, in a real browser (needs Chromium)', function () {
  this.timeout(120_000);
  const { complaints, newPage } = useBrowser();
  let site: StaffSite;

  beforeEach(async () => {
    site = await startStaffSite(requestsWait);
  });
  afterEach(() => site.stop());

  const open = (who: string, options: BrowserContextOptions): Promise<Page> =>
    newPage(options, { value: site.session(who), url: site.url });
  const go = (page: Page, path: string) => page.goto(new URL(`/quan-tri/${path}`, site.url).href);

  for (const [screen, options] of SCREENS)
    it(`${screen}: nothing stands in the way of anyone`, async () => {
      const page = await open('an', options);
      const look = async (path: string) => {
        await go(page, path);
        expect(await faultsOf(page), path).to.deep.equal([]);
      };
      for (const path of PAGES) await look(path);
      await look('duyet/cau/m');
      await look('hoi-thoai/mot');
      await go(page, 'thu-cau');
      await page.getByLabel('Tin nhắn của người dân').fill('đăng ký mã số thuế cá nhân\ncần giấy tờ gì');
      await page.getByRole('button', { name: 'Gửi thử' }).click();
      await page.locator('.trial').getByRole('button', { name: 'Không đồng ý' }).first().click();
      await page.locator('.trial > li').nth(2).waitFor();
      const whys = page.locator('.trial-why > summary');
      for (const why of (await whys.all()).slice(0, -1)) await why.click();
      for (const words of await page.getByText('Chỉ xét câu chữ').all()) await words.click();
      expect(await faultsOf(page), 'a conversation that is tried').to.deep.equal([]);
      await go(page, 'yeu-cau?loai=data_deletion');
      const code = await page.locator('td a').first().innerText();
      await look(`yeu-cau/${code}`);
      await go(page, 'noi-dung');
      await look(
        `noi-dung/ban/${((await page.locator('td a[href*="/noi-dung/ban/"]').first().getAttribute('href')) ?? '').slice(-64)}`,
      );
      expect(complaints).to.deep.equal([]);
    });

  it('teaches the bot, by keyboard alone, what a citizen asked and it did not understand', async () => {
    const citizen = await newPage(PHONE);
    await citizen.goto(site.url);
    await citizen.getByText('em chào anh/chị').first().waitFor();
    const say = async (text: string) => {
      const field = citizen.getByRole('textbox', { name: 'Câu hỏi của anh/chị' });
      await field.fill(text);
      await field.press('Enter');
    };
    const ask = () => say(ASKED);
    // The notice comes with the first answer.
    await say('xin chào');
    await citizen.getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await ask();
    const log = citizen.getByRole('log');
    // On so little content the nearest entry is shown, with a way to say that it is another matter.
    await citizen.getByRole('button', { name: 'Không phải' }).click();

    const staff = await open('an', DESKTOP);
    await go(staff, 'duyet');
    const card = staff.getByRole('article').filter({ hasText: ASKED });
    while (!(await card.isVisible())) await staff.reload();
    await card.getByRole('checkbox').focus();
    await staff.keyboard.press('Space');
    await card.getByLabel('Hoặc tìm việc khác').focus();
    await staff.keyboard.type('dang-ky-thue-ca-nhan');
    await staff.keyboard.press('Tab');
    await staff.keyboard.press('Enter');
    await staff.getByText('Máy đã học').waitFor({ timeout: 60_000 });
    await staff.getByText('Hiểu đúng việc').waitFor({ timeout: 60_000 });
    expect(await accessibilityFaults(staff)).to.deep.equal([]);

    const named = log.getByText('Đăng ký mã số thuế cá nhân');
    const before = await named.count();
    await ask();
    await named.nth(before).waitFor();
    const manager = await open('giam', DESKTOP);
    await go(manager, 'thong-ke');
    // Counted as the day goes: what was not understood, and what was answered after it was taught.
    const shown = () => manager.getByRole('main').innerText();
    while (!/Đã trả lời\s+[2-9].*Không trả lời được\s+[1-9]/s.test(await shown())) {
      await manager.waitForTimeout(500);
      await manager.reload();
    }
    expect(complaints).to.deep.equal([]);
  });
});
