import { expect } from 'chai';
import { fieldsOf } from '../support/content-form.js';
import { contentFile, startStaffSite, type StaffSite } from '../support/staff-site.js';

const ENTRY = 'procedures/dang-ky-thue-ca-nhan.yml';

describe('an office with one officer (CONTENT_APPROVAL=own)', function () {
  this.timeout(300_000);
  let site: StaffSite;
  before(async () => {
    site = await startStaffSite(undefined, { CONTENT_APPROVAL: 'own' });
  });
  after(() => site.stop());

  const proposed = async (name: string, value: string): Promise<string> => {
    const officer = site.as(name);
    const { location: form } = await officer.post('/quan-tri/noi-dung/sua', { tep: ENTRY, muc: '' });
    const fields = fieldsOf((await officer.get(form)).text);
    await officer.post(form, { ...fields, 'v.ask_whom': value, do: 'save' });
    const draft = form.replace(/\/sua\?.*$/, '');
    expect((await officer.post(`${draft}/gui`)).status).to.equal(303);
    return draft;
  };

  it('lets the one who wrote a draft approve it', async () => {
    const draft = await proposed('an', 'Nơi chỉ có một cán bộ');
    expect((await site.as('an').get(draft)).text).to.contain('Duyệt, cho người dân thấy');
    expect((await site.as('an').post(`${draft}/duyet`)).status).to.equal(303);
    expect(await contentFile(site, ENTRY)).to.contain('Nơi chỉ có một cán bộ');
  });
});
