import { expect } from 'chai';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startStaffSite, type StaffClient, type StaffSite } from '../support/staff-site.js';
import { documentOf } from '../support/content-form.js';

type Field = [name: string, value: string];

const PAGE = '/quan-tri/thu-cau';

/** What the page in front of an officer carries, and what can be pressed on it. */
function seen(html: string) {
  const document = documentOf(html);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) =>
      (textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  const buttons = [...document.querySelectorAll('button[name="press"]')];
  return {
    carried: [...document.querySelectorAll('#trial input[name="turn"]')].map((one): Field => [
      'turn',
      one.getAttribute('value') ?? '',
    ]),
    said: texts('.bubble.said'),
    replied: texts('.bubble.replied'),
    why: texts('.trial-why'),
    press: (title: string): Field => {
      const button = buttons.find(({ textContent }) => textContent === title);
      if (button === undefined) throw new Error(`no button "${title}"`);
      return ['press', button.getAttribute('value') ?? ''];
    },
  };
}

describe('trying a whole conversation with the bot', function () {
  this.timeout(120_000);
  let site: StaffSite;
  let an: StaffClient;
  before(async () => {
    site = await startStaffSite();
    an = site.as('an');
  });
  after(() => site.stop());

  const send = async (form: Field[]) => {
    const { status, text } = await an.post(PAGE, form);
    expect(status, text).to.equal(200);
    return { text, ...seen(text) };
  };

  it('answers message after message as citizens are answered, and says what was read, remembered and weighed', async () => {
    const first = await send([['text', 'cho hỏi đăng ký mã số thuế cá nhân lần đầu']]);
    expect(first.replied.join(' ')).to.contain('mã số thuế');
    expect(first.why[0])
      .to.contain('được chọn')
      .and.to.contain('chắc nhất')
      .and.to.match(/Việc đang nói ?Đăng ký/);
    const second = await send([...first.carried, ['text', 'cần giấy tờ gì']]);
    expect(second.said.map((one) => one.replace(/^.*?: /, ''))).to.deep.equal([
      'cho hỏi đăng ký mã số thuế cá nhân lần đầu',
      'cần giấy tờ gì',
    ]);
    expect(second.why[1])
      .to.match(/Hỏi về ?giấy tờ/)
      .and.to.contain('Đăng ký mã số thuế');
  });

  it('takes each pasted line as a message, or all together as one', async () => {
    const lines = 'xin chào\ncảm ơn em';
    expect((await send([['text', lines]])).said).to.have.length(2);
    const together = await send([
      ['text', lines],
      ['together', 'yes'],
    ]);
    expect(together.said).to.have.length(1);
  });

  it('lets the bot’s buttons be pressed, the last message be taken back, and begins anew', async () => {
    const first = await send([['text', 'đăng ký mã số thuế cá nhân']]);
    const pressed = await send([...first.carried, first.press('Đồng ý')]);
    expect(pressed.why[1])
      .to.contain('Bấm nút')
      .and.to.match(/Lưu tin nhắn ?đồng ý/);
    const back = await send([...pressed.carried, ['undo', 'yes']]);
    expect(back.said).to.deep.equal(first.said);
    expect(seen((await an.get(PAGE)).text).carried).to.deep.equal([]);
  });

  it('masks what is typed at once, and what a page brings back once more', async () => {
    const first = await send([['text', 'mst của em 0101234567 bị khóa, sdt 0905123456']]);
    expect(first.text).to.not.contain('0905123456').and.to.not.contain('0101234567');
    expect(first.why[0]).to.match(/Đã che ?.*số điện thoại/);
    const again = await send([...first.carried, ['text', 'alo']]);
    expect(again.why[0]).to.match(/Đã che ?.*số điện thoại/);
    const forged: Field = ['turn', JSON.stringify({ text: 'gọi em số 0905123456' })];
    const pressed: Field = [
      'turn',
      JSON.stringify({ title: 'gọi 0905123456', payload: 'dh1|{"kind":"menu"}' }),
    ];
    expect((await send([forged, pressed])).text).to.not.contain('0905123456');
  });

  it('keeps nothing: no request, no record, no figure', async () => {
    const asked = await send([['text', 'cho tôi gặp cán bộ']]);
    expect(asked.text).to.contain('YC-THU10');
    expect((await an.get('/quan-tri/yeu-cau')).text).to.not.contain('YC-THU');
    expect((await an.get('/quan-tri/duyet')).text).to.not.contain('gặp cán bộ</');
    expect((await an.get('/quan-tri/duyet/cham')).text).to.contain('Không còn câu nào để chấm');
    await send([['text', 'một câu không ai khác gõ bao giờ']]);
    for (const file of await readdir(site.dataDir, { recursive: true, withFileTypes: true }))
      if (file.isFile())
        expect(await readFile(join(file.parentPath, file.name), 'utf8'), file.name)
          .to.not.contain('không ai khác gõ bao giờ')
          .and.to.not.contain('YC-THU');
  });

  it('lets any typed message of the conversation be taught, and still shows it when it cannot be filed', async () => {
    const two = await send([['text', 'xin số đóng tiền cho nhà nước\ncảm ơn em']]);
    expect(documentOf(two.text).querySelector('.file-form textarea')?.textContent).to.equal('cảm ơn em');
    const first = await send([...two.carried, ['teach', '0']]);
    const form = documentOf(first.text).querySelector('.file-form');
    expect(form?.querySelector('textarea')?.textContent).to.equal('xin số đóng tiền cho nhà nước');
    const refused = await an.post(`${PAGE}/xep`, [
      ...first.carried,
      ['teach', '0'],
      ['text', 'xin số đóng tiền cho nhà nước'],
      ['judged', 'xin số đóng tiền cho nhà nước'],
      ['intent', 'dang-ky-thue-ca-nhan'],
    ]);
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('Chưa xác nhận');
    expect(seen(refused.text).said).to.deep.equal(two.said);
  });

  it('ends a conversation that grows too long with a remedy, and reads no button that is not the bot’s', async () => {
    const long = await send([['text', Array.from({ length: 31 }, () => 'ok').join('\n')]]);
    expect(long.said).to.have.length(30);
    expect(long.text).to.contain('đã đủ 30 tin');
    expect((await send([['press', 'không phải nút']])).said).to.deep.equal([]);
  });
});
