import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentFile, startStaffSite, type StaffSite } from '../support/staff-site.js';
import { until } from '../support/until.js';

const OFFICES = 'procedures/shared/offices.yml';

describe('the office’s own name, changed in its content while the bot runs', function () {
  this.timeout(120_000);
  let site: StaffSite;
  before(async () => {
    site = await startStaffSite();
  });
  after(() => site.stop());

  const read = async (path: string) => (await fetch(new URL(path, site.url))).text();

  it('is what citizens and staff read from then on', async () => {
    const before = await contentFile(site, OFFICES);
    await writeFile(join(site.content, OFFICES), `authority: Thuế tỉnh Mới Đặt Tên\n${before}`);
    const names = 'Thuế tỉnh Mới Đặt Tên';
    expect(await site.as('an').until('/quan-tri/viec', names)).to.contain(names);
    for (const path of ['/', '/quyen-rieng-tu']) await until(async () => (await read(path)).includes(names));
    expect((await site.as('an').get('/quan-tri/thong-ke/bao-cao')).text).to.contain(names);
  });
});
