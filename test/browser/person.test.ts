import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { startStaffSite, type StaffSite } from '../support/staff-site.js';
import { browserSuite, DESKTOP, faultsOf, PHONE, SCREENS, useBrowser } from './support/use-browser.js';

browserSuite('A citizen and an officer, each in a window of their own (needs Chromium)', function () {
  this.timeout(180_000);
  const { newPage } = useBrowser();
  let site: StaffSite;

  beforeEach(async () => {
    site = await startStaffSite();
  });
  afterEach(() => site.stop());

  const says = async (page: Page, words: string) => {
    await page.locator('textarea').first().fill(words);
    await page.locator('textarea').first().press('Enter');
  };
  const reads = (page: Page, words: string) => page.getByText(words).first().waitFor();

  async function citizenAsks(): Promise<Page> {
    const citizen = await newPage(PHONE);
    await citizen.goto(site.url);
    await says(citizen, 'gặp cán bộ');
    await reads(citizen, 'Để cán bộ đọc và trả lời ngay tại đây');
    await citizen
      .locator('.bubble', { hasText: 'Để cán bộ đọc' })
      .getByText('Đồng ý', { exact: true })
      .click();
    await reads(citizen, 'anh/chị viết điều cần hỏi ngay đây');
    return citizen;
  }

  it('talk, with nobody reloading, and the bot goes on when the officer is done', async () => {
    const officer = await newPage(DESKTOP, { value: site.session('an'), url: site.url });
    await officer.goto(new URL('/quan-tri/yeu-cau', site.url).href);
    const citizen = await citizenAsks();
    await officer.getByText('Muốn gặp cán bộ').first().waitFor();
    // Looked at from outside: the page's policy lets nobody evaluate strings in it.
    while (!(await officer.title()).startsWith('(1)')) await officer.waitForTimeout(50);
    await officer.locator('a', { hasText: /^YC-/ }).first().click();
    await says(citizen, 'hồ sơ nhà em nộp tháng trước sao chưa thấy gì');
    await reads(officer, 'hồ sơ nhà em nộp tháng trước');

    await officer.getByRole('button', { name: 'Nhận việc này' }).click();
    await reads(citizen, 'Cán bộ thuế đã nhận và sẽ trả lời');
    await officer.getByLabel('Trả lời').fill('Chào anh/chị, hồ sơ đang được xem. Anh/chị nộp ở đâu?');
    await officer.getByRole('button', { name: 'Gửi' }).click();
    await reads(officer, 'đã gửi');
    await reads(citizen, 'hồ sơ đang được xem');
    expect(await citizen.locator('.message', { hasText: 'hồ sơ đang được xem' }).textContent()).to.contain(
      'Cán bộ thuế',
    );

    await says(citizen, 'em nộp ở một cửa phường, số em 0905123456');
    await reads(officer, 'em nộp ở một cửa phường');
    expect(await officer.locator('#talk').textContent()).to.not.contain('0905123456');
    expect(await citizen.locator('.bubble').last().textContent()).to.contain('em nộp ở một cửa');

    await officer.getByLabel('Đã xử lý thế nào').selectOption('done');
    await officer.getByLabel('Ghi chú').fill('Đã giải thích, gọi 0905123456');
    await officer.getByRole('button', { name: 'Đóng yêu cầu' }).click();
    await reads(citizen, 'Cán bộ thuế đã trả lời xong');
    await says(citizen, 'menu');
    await reads(citizen, 'Anh/chị cần việc nào dưới đây');
    await officer.goto(new URL('/quan-tri/thong-ke/can-bo', site.url).href);
    expect(await officer.locator('tr', { hasText: 'Đã có cán bộ trả lời' }).textContent()).to.contain(
      '1 (100',
    );
    expect(await officer.locator('tr', { hasText: 'với kết quả “Đã làm xong”' }).textContent()).to.contain(
      '1 (100',
    );
    expect(await officer.getByRole('heading', { name: 'Theo cán bộ' }).count(), 'for heads alone').to.equal(
      0,
    );
    await citizen.reload();
    await reads(citizen, 'hồ sơ đang được xem');
  });

  for (const [screen, options] of SCREENS)
    it(`${screen}: nothing stands in the officer's way`, async () => {
      await citizenAsks();
      const officer = await newPage(options, { value: site.session('an'), url: site.url });
      await officer.goto(new URL('/quan-tri/yeu-cau', site.url).href);
      await officer.locator('a', { hasText: /^YC-/ }).first().click();
      await officer.getByRole('button', { name: 'Nhận việc này' }).click();
      await officer.getByLabel('Trả lời').fill('Số của anh/chị là 0905123456 phải không?');
      await reads(officer, 'Sẽ gửi và lưu như sau');
      expect(await faultsOf(officer)).to.deep.equal([]);
      const shots = process.env['SCREENSHOTS'];
      if (shots !== undefined)
        await officer.screenshot({
          path: `${shots}/person-${screen.replace(/\W+/gu, '-')}.png`,
          fullPage: true,
        });
    });
});
