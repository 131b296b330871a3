import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { startStaffSite, type StaffSite } from '../support/staff-site.js';
import { browserSuite, DESKTOP, faultsOf, PHONE, SCREENS, useBrowser } from './support/use-browser.js';

const INTENT = 'intents/cd-dat-thay-doi-thong-tin.yml';
const EXAMPLE = 'sổ đất của ba em ghi sai năm sinh';
const NEAR = 'con tui mới ra trường muốn làm mã số thuế nha';
const NEW = 'bìa đỏ còn ghi chứng minh cũ của má em';

browserSuite('What an officer is told while writing an example (needs Chromium)', function () {
  this.timeout(1_200_000);
  const { complaints, newPage } = useBrowser();
  let site: StaffSite;
  before(async () => {
    site = await startStaffSite();
  });
  after(() => site.stop());

  const opened = async (options: Parameters<typeof newPage>[0], name: string): Promise<Page> => {
    const page = await newPage(options, { value: site.session(name), url: site.url });
    // Each saving reads and checks all content anew.
    page.setDefaultTimeout(300_000);
    return page;
  };
  const beginsToWrite = async (page: Page): Promise<void> => {
    const file = new URLSearchParams({ tep: INTENT }).toString();
    await page.goto(new URL(`/quan-tri/noi-dung/tep?${file}`, site.url).href);
    await page.getByRole('button', { name: 'Sửa' }).first().click();
    await examples(page).waitFor();
  };
  const examples = (page: Page) => page.locator('textarea').filter({ hasText: EXAMPLE });
  const writes = async (page: Page, line: string, button: string): Promise<void> => {
    const field = examples(page);
    await field.fill(`${await field.inputValue()}\n${line}`);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.waitForLoadState('load');
  };
  const looked = async (page: Page, shot: string): Promise<void> => {
    expect(await faultsOf(page), page.url()).to.deep.equal([]);
    const names = await page.locator('label, legend').allInnerTexts();
    expect(
      names.filter((name) => /[a-z]_[a-z]/.test(name)),
      'fields that bear no name for officers',
    ).to.deep.equal([]);
    expect(await brokenFigures(page), 'a number and its unit stay together').to.deep.equal([]);
    const shots = process.env['SCREENSHOTS'];
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/${shot.replace(/\W+/gu, '-')}.png`, fullPage: true });
  };

  it('sees a sentence that stands nearly so elsewhere, and what a new one does to the matcher, before anybody approves it', async () => {
    const page = await opened(PHONE, 'lan');
    await beginsToWrite(page);
    await writes(page, NEAR, 'Lưu và kiểm tra');
    const near = page.getByRole('region', { name: /câu gần giống câu ở mục khác/ });
    expect(await near.innerText())
      .to.include(NEAR)
      .and.include('con tui mới ra trường muốn làm mã số thuế”')
      .and.match(/câu mẫu của “Đăng ký/u);
    const form = page.url();
    await writes(page, NEW, 'Lưu, xem thay đổi và gửi duyệt');
    const draft = page.url();
    const effect = page.getByRole('region', { name: 'Ảnh hưởng tới việc máy hiểu câu' });
    // The page asks again by itself until the measuring is done.
    await effect.getByText(/mức nhiễu/).waitFor();
    expect(await effect.innerText())
      .to.include(`“${NEW}”`)
      .and.include('câu mới');
    for (const [screen, options] of SCREENS) {
      const officer = await opened(options, 'lan');
      for (const [name, address] of Object.entries({ form, draft })) {
        await officer.goto(address);
        await looked(officer, `examples ${name} ${screen}`);
      }
    }
    expect(complaints).to.deep.equal([]);
  });

  it('reads of the near-copy where it stands, and goes there', async () => {
    const page = await opened(DESKTOP, 'lan');
    await beginsToWrite(page);
    await writes(page, NEAR, 'Lưu và kiểm tra');
    await page
      .getByRole('link', { name: /câu mẫu của “Đăng ký/ })
      .first()
      .click();
    await page.waitForLoadState('load');
    expect(await page.locator('main').innerText()).to.include('con tui mới ra trường muốn làm mã số thuế');
  });
});

/** Figures in tables that take more than one line. */
function brokenFigures(page: Page): Promise<string[]> {
  return page.evaluate<
    string[]
  >(`[...document.querySelectorAll('.table:not(.stacks) td.figure')].flatMap((cell) => {
    const text = document.createRange();
    text.selectNodeContents(cell);
    const tops = new Set([...text.getClientRects()].map(({ top }) => Math.round(top)));
    return tops.size > 1 ? [cell.textContent.trim()] : [];
  })`);
}
