import { expect } from 'chai';
import { startStaffSite, type StaffSite } from '../support/staff-site.js';
import { browserSuite, faultsOf, PHONE, SCREENS, useBrowser } from './support/use-browser.js';

browserSuite('The switch for the whole bot (needs Chromium)', function () {
  this.timeout(180_000);
  const { newPage, complaints } = useBrowser();
  let site: StaffSite;

  before(async () => {
    site = await startStaffSite();
  });
  after(() => site.stop());

  for (const [screen, options] of SCREENS)
    it(`${screen}: an administrator switches the bot off and on, and a citizen hears of it`, async () => {
      const page = await newPage(options, { value: site.session('chu'), url: site.url });
      const look = async (what: string) => {
        expect(await faultsOf(page), what).to.deep.equal([]);
        const shots = process.env['SCREENSHOTS'];
        if (shots === undefined) return;
        const name = `switch-${what}-${screen.replace(/\W+/gu, '-')}.png`;
        await page.screenshot({ path: `${shots}/${name}`, fullPage: true });
      };
      await page.goto(new URL('/quan-tri/bat-tat', site.url).href);
      await look('on');
      await page.getByLabel('Trợ lý đang tắt').check();
      await page.getByLabel('Lời báo cho người dân').fill('Hệ thống thuế điện tử bảo trì.');
      await page.getByLabel('Lý do').fill('Thông báo bảo trì của Cục Thuế');
      await page.getByRole('button', { name: 'Đặt', exact: true }).click();
      await page.getByRole('button', { name: 'Bật lại ngay' }).waitFor();
      await look('off');

      const citizen = await newPage(PHONE);
      await citizen.goto(site.url);
      await citizen.locator('textarea').first().fill('menu');
      await citizen.locator('textarea').first().press('Enter');
      await citizen.getByText('đang tạm nghỉ').first().waitFor();
      await page.goto(new URL('/quan-tri/viec', site.url).href);
      await page.getByText('Trợ lý đang tắt').first().waitFor();
      await page.getByRole('link', { name: 'Đổi' }).click();
      await page.getByRole('button', { name: 'Bật lại ngay' }).click();
      await page.getByText('Trợ lý đang trả lời bình thường.').first().waitFor();
      expect(complaints).to.deep.equal([]);
    });
});
