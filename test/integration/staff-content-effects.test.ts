import { expect } from 'chai';
import { fieldsOf } from '../support/content-form.js';
import { startStaffSite, type StaffClient, type StaffSite } from '../support/staff-site.js';

const INTENT = 'intents/cd-dat-thay-doi-thong-tin.yml';
const EXAMPLE = 'sổ đất của ba em ghi sai năm sinh';

describe('what an officer is told of the examples being written', function () {
  this.timeout(180_000);
  let site: StaffSite;
  let lan: StaffClient;
  before(async () => {
    site = await startStaffSite();
    lan = site.as('lan');
  });
  after(() => site.stop());

  const begin = async (tep: string): Promise<string> =>
    (await lan.post('/quan-tri/noi-dung/sua', { tep, muc: '' })).location;

  /** Writes a line more under an example that stands there, and sends the form. */
  const withExample = async (form: string, line: string, pressed: string): Promise<string> => {
    const fields = fieldsOf((await lan.get(form)).text);
    const [name = '', value = ''] = Object.entries(fields).find(([, text]) => text.includes(EXAMPLE)) ?? [];
    const indent = name === 'text' ? '  - ' : '';
    const more = value.replace(EXAMPLE, `${EXAMPLE}\n${indent}${line}`);
    const saved = await lan.post(form, { ...fields, [name]: more, do: pressed });
    expect(saved.status, saved.text).to.equal(303);
    return saved.location;
  };

  it('a sentence nearly that of another entry is shown with it and where it stands, whichever file comes first', async () => {
    const form = await begin(INTENT);
    const { text } = await lan.get(
      await withExample(form, 'con tui mới ra trường muốn làm mã số thuế nha', 'save'),
    );
    expect(text)
      .to.contain('gần giống câu ở mục khác')
      .and.to.contain('con tui mới ra trường muốn làm mã số thuế')
      .and.to.contain('câu mẫu của “Đăng ký')
      .and.to.contain('tep=intents%2Fdang-ky-thue-ca-nhan.yml');
    await withExample(form, 'nop tre co bi phat khong a', 'save');
    const draft = await lan.get(form.replace(/\/sua\?.*$/, ''));
    expect(draft.text)
      .to.contain('2 câu gần giống câu ở mục khác')
      .and.to.contain('câu hỏi thường gặp “nộp muộn có bị phạt không”');
  });

  it('shows what the draft does to how messages are understood before anybody approves it, chance named as chance', async () => {
    const form = await begin(INTENT);
    const line = 'bìa đỏ còn ghi chứng minh cũ của má em';
    const address = await withExample(form, line, 'done');
    const shown = await lan.until(address, /mức nhiễu/);
    expect(shown)
      .to.contain('Ảnh hưởng tới việc máy hiểu câu')
      .and.to.contain(`“${line}”`)
      .and.to.contain('câu mới')
      .and.to.contain('Bây giờ')
      .and.to.contain('Có bản thảo')
      .and.to.contain('Hiểu đúng việc');
    expect((await site.as('an').get(address)).text).to.contain('mức nhiễu');
  });

  it('says so when a draft changes nothing that the matcher learns from', async () => {
    const form = await begin('procedures/dang-ky-thue-ca-nhan.yml');
    const fields = fieldsOf((await lan.get(form)).text);
    const { location } = await lan.post(form, { ...fields, 'v.ask_whom': 'Thuế cơ sở nơi ở', do: 'done' });
    await lan.until(location, 'không đổi câu nào máy học');
  });

  it('measures at an officer’s word what was not measured yet', async () => {
    const form = await begin(INTENT);
    const address = form.replace(/\/sua\?.*$/, '');
    await withExample(form, 'sửa tên đệm trên sổ hồng giùm em', 'save');
    expect((await lan.get(address)).text).to.contain('Đo thử ảnh hưởng');
    expect((await lan.post(`${address}/do`)).status).to.equal(303);
    await lan.until(address, /mức nhiễu/);
    expect((await site.as('binh').post(`${address}/do`)).status).to.equal(403);
  });
});
