import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csrfToken } from '../../src/http/staff/own-forms.js';
import { documentOf, fieldsOf } from '../support/content-form.js';
import { contentFile, startStaffSite, type StaffSite } from '../support/staff-site.js';

const ENTRY = 'procedures/dang-ky-thue-ca-nhan.yml';

describe('a content folder whose git refuses a commit', function () {
  this.timeout(120_000);
  let site: StaffSite;
  const git = (...args: string[]) => execFileSync('git', ['-C', site.content, ...args]).toString();
  /** As while another git command runs, or after one that was killed. */
  const lock = () => join(site.content, '.git', 'index.lock');
  before(async () => {
    site = await startStaffSite();
    git('init', '-q');
    git('add', '.');
    git('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '-qm', 'as it was');
  });
  after(() => site.stop());

  /** Writes, proposes and approves as two officers do; resolves to what the approver is told then. */
  async function goesLive(whom: string) {
    const lan = site.as('lan');
    const { location: form } = await lan.post('/quan-tri/noi-dung/sua', { tep: ENTRY, muc: '' });
    const fields = fieldsOf((await lan.get(form)).text);
    await lan.post(form, { ...fields, 'v.ask_whom': whom, do: 'save' });
    const draft = form.replace(/\/sua\?.*$/, '');
    await lan.post(`${draft}/gui`);
    return documentOf(await approved(draft)).querySelector('.flash');
  }

  /** The page that the approver's browser shows after the button was pressed. */
  async function approved(draft: string): Promise<string> {
    const session = site.session('an');
    const own = `dong_hanh_phien=${session}`;
    const pressed = await fetch(new URL(`${draft}/duyet`, site.url), {
      ...{ method: 'POST', redirect: 'manual', headers: { Cookie: own } },
      body: new URLSearchParams({ _csrf: csrfToken(session) }),
    });
    expect(pressed.status).to.equal(303);
    const left = pressed.headers.getSetCookie().map((one) => one.replace(/;.*$/, ''));
    const shown = await fetch(new URL(draft, site.url), { headers: { Cookie: [own, ...left].join('; ') } });
    return shown.text();
  }

  it('tells the approver so, with the remedy, while the answer is live', async () => {
    await writeFile(lock(), '');
    const told = await goesLive('Thuế cơ sở nơi ở');
    expect(told?.getAttribute('role')).to.equal('alert');
    expect(told?.textContent)
      .to.contain('Người dân nhận câu mới')
      .and.contain('git không lưu được lần sửa này')
      .and.contain('git status');
    expect(await contentFile(site, ENTRY)).to.contain('ask_whom: Thuế cơ sở nơi ở');
    expect(git('log', '--format=%s').trim()).to.equal('as it was');
  });

  it('says nothing of it once git takes commits again', async () => {
    await rm(lock(), { force: true });
    const told = await goesLive('Thuế cơ sở nơi tạm trú');
    expect(told?.getAttribute('role')).to.equal('status');
    expect(told?.textContent).to.not.contain('git');
    expect(git('log', '-1', '--format=%s')).to.contain('duyệt: an');
  });
});
