import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stores } from '../../src/records/stores.js';
import { documentOf, fieldsOf, lineDifferences } from '../support/content-form.js';
import { contentFile, startStaffSite, type StaffClient, type StaffSite } from '../support/staff-site.js';

const ENTRY = 'procedures/dang-ky-thue-ca-nhan.yml';
const CALENDAR = 'procedures/shared/calendar.yml';
const SATURDAY = { date: '2099-11-28', place: 'Thuế cơ sở 9', start: '08:00' };

/** Opens a draft of a part; resolves to the address of its form. */
async function begin(officer: StaffClient, tep: string, muc = ''): Promise<string> {
  const { status, location, text } = await officer.post('/quan-tri/noi-dung/sua', { tep, muc });
  expect(status, text).to.equal(303);
  return location;
}

async function change(officer: StaffClient, form: string, changes: Record<string, string>): Promise<string> {
  const { text } = await officer.get(form);
  const saved = await officer.post(form, { ...fieldsOf(text), ...changes, do: 'save' });
  expect(saved.status, saved.text).to.equal(303);
  return (await officer.get(saved.location)).text;
}

const draftOf = (form: string) => form.replace(/\/sua\?.*$/, '');

async function propose(officer: StaffClient, form: string): Promise<void> {
  const { status, text } = await officer.post(`${draftOf(form)}/gui`);
  expect(status, text).to.equal(303);
}

async function book(stores: Stores): Promise<void> {
  const slots = [{ start: '08:00', end: '09:00', capacity: 2 }];
  const announced = { ...SATURDAY, slots, source: 'thử' };
  const order = { eventKey: 'h', conversationId: 'mot', ...SATURDAY, at: new Date() };
  await stores.bookings(() => [announced]).book(order);
}

describe('reading and writing what the bot says, on the web', function () {
  this.timeout(120_000);
  let site: StaffSite;
  let [lan, dung, an]: StaffClient[] = [];
  const clients = () => {
    if (lan === undefined || dung === undefined || an === undefined) throw new Error('no site');
    return { lan, dung, an };
  };
  before(async () => {
    site = await startStaffSite(book);
    [lan, dung, an] = ['lan', 'dung', 'an'].map((name) => site.as(name));
  });
  after(() => site.stop());

  it('finds an entry by its words, and by what a citizen would type', async () => {
    const an = site.as('binh');
    const byWords = await an.get('/quan-tri/noi-dung/tra-cuu?q=ma%20so%20thue&loai=entry');
    expect(byWords.text).to.contain(encodeURIComponent(ENTRY));
    const asked = await an.get(
      '/quan-tri/noi-dung/tra-cuu?q=xin%20c%E1%BA%A5p%20m%C3%A3%20s%E1%BB%91%20thu%E1%BA%BF',
    );
    expect(asked.text).to.contain('Người dân gõ câu này').and.to.contain('câu mẫu');
    const read = await an.get(`/quan-tri/noi-dung/tep?tep=${ENTRY}`);
    expect(read.text)
      .to.contain('kiểm tra ngày')
      .and.to.contain('Căn cứ pháp lý')
      .and.to.contain('Lịch sử sửa');
    expect(read.text).to.not.contain('>Sửa</button>');
  });

  it('every file can be read, and nothing outside the content', async () => {
    const { an } = clients();
    const { text } = await an.get('/quan-tri/noi-dung/tra-cuu');
    const links = [...text.matchAll(/href="(\/quan-tri\/noi-dung\/tep[^"]*)"/g)].map(([, link = '']) => link);
    expect(links.length).to.be.above(40);
    for (const link of links.slice(0, 60))
      expect((await an.get(link.replaceAll('&amp;', '&'))).status, link).to.equal(200);
    for (const path of [
      '../package.json',
      'procedures/../../x.yml',
      '/etc/passwd',
      'procedures/khong-co.yml',
    ])
      expect((await an.get(`/quan-tri/noi-dung/tep?tep=${encodeURIComponent(path)}`)).status, path).to.equal(
        404,
      );
  });

  it('brings one file back as it was, as a draft, and commits in the officer’s name', async () => {
    const { lan, an } = clients();
    const git = (...args: string[]) => execFileSync('git', ['-C', site.content, ...args]).toString();
    git('init', '-q');
    git('add', '.');
    git('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '-qm', 'as it was');
    const before = await contentFile(site, ENTRY);
    const form = await begin(lan, ENTRY);
    await change(lan, form, { 'v.ask_whom': 'Nơi của Lan' });
    await propose(lan, form);
    await an.post(`${draftOf(form)}/duyet`);
    expect(git('log', '-1', '--format=%an %s')).to.match(/^lan Sửa: .*\(duyệt: an\)/);
    expect(git('status', '--porcelain')).to.equal('');
    const history = await an.until(`/quan-tri/noi-dung/lich-su?tep=${ENTRY}`, 'lan (duyệt: an)');
    const [, change_ = ''] = /href="(\/quan-tri\/noi-dung\/lich-su\/khac[^"]*)"/.exec(history) ?? [];
    const { text } = await lan.get(change_.replaceAll('&amp;', '&'));
    const [, ban = ''] = /name="ban" value="([^"]*)"/.exec(text) ?? [];
    const { location } = await lan.post('/quan-tri/noi-dung/lich-su/quay-lai', { tep: ENTRY, ban });
    await propose(lan, `${location}/sua?`);
    expect((await an.post(`${location}/duyet`)).status).to.equal(303);
    expect(await contentFile(site, ENTRY)).to.equal(before);
  });

  it('goes from a draft over a second officer to the file: one line changes, in both names', async () => {
    const { lan, an } = clients();
    const before = await contentFile(site, ENTRY);
    const form = await begin(lan, ENTRY);
    const saved = await change(lan, form, { 'v.ask_whom': 'Thuế cơ sở nơi thường trú' });
    expect(saved).to.contain('Kiểm tra: không có lỗi').and.to.contain('Trên điện thoại');
    expect(await contentFile(site, ENTRY)).to.equal(before);
    await propose(lan, form);
    const shown = await an.get(draftOf(form));
    expect(shown.text).to.contain('<ins>').and.to.contain('Thuế cơ sở nơi thường trú');
    expect((await an.post(`${draftOf(form)}/duyet`)).status).to.equal(303);
    const now = await contentFile(site, ENTRY);
    expect(lineDifferences(before, now)).to.have.length(2);
    expect(lineDifferences(before, now)[1]).to.equal('+ask_whom: Thuế cơ sở nơi thường trú');
    await an.until(`/quan-tri/noi-dung/lich-su?tep=${ENTRY}`, 'lan (duyệt: an)');
  });

  it('tells what is wrong beside the field, and sends nothing on that has a fault', async () => {
    const { lan } = clients();
    const form = await begin(lan, ENTRY);
    const told = await change(lan, form, { 'v.button': 'Một cái tên quá dài cho một nút bấm' });
    const document = documentOf(told);
    expect(document.querySelector('#f-v-button')?.getAttribute('aria-invalid')).to.equal('true');
    expect(document.querySelector('#f-v-button-told')?.textContent).to.contain('quá giới hạn 20 ký tự');
    expect((await lan.post(`${draftOf(form)}/gui`)).status).to.equal(422);
  });

  it('adds, moves and takes out a step without a script', async () => {
    const { lan } = clients();
    const form = await begin(lan, ENTRY);
    const first = fieldsOf((await lan.get(form)).text);
    const more = await lan.post(form, { ...first, do: 'add:v.steps' });
    const steps = Object.keys(fieldsOf(more.text)).filter((name) => /^v\.steps\.\d+\.text$/.test(name));
    const last = steps.at(-1) ?? '';
    const filled = { ...fieldsOf(more.text), [last]: 'Bước cuối cùng mới.' };
    const up = await lan.post(form, { ...filled, do: `up:${last.replace('.text', '')}` });
    const moved = fieldsOf(up.text);
    expect(moved[steps.at(-2) ?? '']).to.equal('Bước cuối cùng mới.');
    const out = await lan.post(form, { ...moved, do: `remove:${(steps.at(-2) ?? '').replace('.text', '')}` });
    expect(Object.values(fieldsOf(out.text))).to.not.include('Bước cuối cùng mới.');
  });

  it('lets nobody approve the own draft, change another’s, or write without the role', async () => {
    const { lan, dung, an } = clients();
    const form = await begin(an, ENTRY);
    await change(an, form, { 'v.ask_whom': 'Thuế cơ sở' });
    await propose(an, form);
    expect((await an.post(`${draftOf(form)}/duyet`)).status).to.equal(403);
    expect((await lan.post(`${draftOf(form)}/duyet`)).status).to.equal(403);
    const { text } = await an.get(form);
    expect((await dung.post(form, { ...fieldsOf(text), do: 'save' })).status).to.equal(403);
    expect((await site.as('binh').post('/quan-tri/noi-dung/sua', { tep: ENTRY })).status).to.equal(403);
  });

  it('keeps what two officers write in the same entry, and overwrites neither', async () => {
    const { lan, dung, an } = clients();
    const [one, two, three] = [await begin(lan, ENTRY), await begin(dung, ENTRY), await begin(dung, ENTRY)];
    expect((await dung.get(`/quan-tri/noi-dung/tep?tep=${ENTRY}`)).text).to.contain(
      'Bản thảo của <strong>lan',
    );
    await change(lan, one, { 'v.ask_whom': 'Nơi của Lan' });
    await change(dung, two, { 'v.button': 'Nút của Dũng' });
    await change(dung, three, { 'v.ask_whom': 'Nơi của Dũng' });
    for (const [officer, form] of [
      [lan, one],
      [dung, two],
      [dung, three],
    ] as const)
      await propose(officer, form);
    expect((await an.post(`${draftOf(one)}/duyet`)).status).to.equal(303);
    expect((await an.get(draftOf(two))).text).to.contain('khi duyệt, cả hai đều được giữ');
    expect((await an.post(`${draftOf(two)}/duyet`)).status).to.equal(303);
    const both = await contentFile(site, ENTRY);
    expect(both).to.contain('Nơi của Lan').and.to.contain('Nút của Dũng');
    expect((await an.get(draftOf(three))).text)
      .to.contain('chưa ghép được')
      .and.to.contain('Nơi của Lan');
    expect((await an.post(`${draftOf(three)}/duyet`)).status).to.equal(409);
    expect(await contentFile(site, ENTRY)).to.equal(both);
  });

  it('shows what was changed by hand meanwhile, line by line', async () => {
    const { lan, an } = clients();
    const form = await begin(lan, ENTRY);
    await change(lan, form, { 'v.ask_whom': 'Nơi khác của Lan' });
    await propose(lan, form);
    const text = await contentFile(site, ENTRY);
    await writeFile(join(site.content, ENTRY), text.replace(/^ask_whom: .*$/m, 'ask_whom: Nơi sửa bằng tay'));
    expect((await an.get(draftOf(form))).text).to.contain('+ ask_whom: Nơi sửa bằng tay');
    expect((await an.post(`${draftOf(form)}/duyet`)).status).to.equal(409);
    expect(await contentFile(site, ENTRY)).to.contain('Nơi sửa bằng tay');
  });

  it('corrects a sentence of the bot and a rate by themselves', async () => {
    const { lan } = clients();
    const sentence = await begin(lan, 'procedures/shared/sentences.yml', 'sentences.greeting');
    expect(Object.keys(fieldsOf((await lan.get(sentence)).text))).to.deep.equal(['v']);
    const rate = await begin(lan, 'procedures/shared/rates.yml', 'rates.0');
    expect(await change(lan, rate, { 'v.value': '12,5 phần trăm' })).to.contain(
      'đó là chữ, ở đây cần một con số',
    );
  });

  it('tells of bookings that would disappear before a calendar goes live', async () => {
    const { lan, an } = clients();
    const whole = await begin(lan, CALENDAR);
    await change(lan, whole, { 'v.ask_whom': 'Thuế thành phố' });
    await propose(lan, whole);
    expect((await an.get(draftOf(whole))).text).to.contain('1 người đã hẹn');
    expect((await an.post(`${draftOf(whole)}/duyet`)).status).to.equal(422);
    expect((await an.post(`${draftOf(whole)}/duyet`, { sure: 'yes' })).status).to.equal(303);
  });

  it('makes a new entry from the template, and says what is still to be filled in', async () => {
    const { lan } = clients();
    const order = { id: 'thu-muc-moi', name: 'Thủ tục mới', group: 'dang-ky' };
    const { location } = await lan.post('/quan-tri/noi-dung/moi', order);
    expect((await lan.get(`${location}&kiem=1`)).text).to.contain('còn nguyên chữ mẫu');
    const taken = await lan.post('/quan-tri/noi-dung/moi', { ...order, id: 'dang-ky-thue-ca-nhan' });
    expect(taken.status).to.equal(409);
    expect(taken.text).to.contain('đã có mục dùng');
  });

  it('retires an entry with its links and its questions, told before', async () => {
    const { lan, an } = clients();
    const told = await lan.get('/quan-tri/noi-dung/ngung?ma=cd-dat-thay-doi-thong-tin');
    expect(told.text).to.contain('câu mẫu không còn').and.to.contain('p=cd-dat-thay-doi-thong-tin');
    const { location } = await lan.post('/quan-tri/noi-dung/ngung', { ma: 'cd-dat-thay-doi-thong-tin' });
    expect((await lan.post(`${location}/gui`)).status).to.equal(303);
    expect((await an.post(`${location}/duyet`)).status).to.equal(303);
    const { text } = await an.get('/quan-tri/noi-dung/tep?tep=procedures/cd-dat-thay-doi-thong-tin.yml');
    expect(text).to.contain('Không có mục này');
    expect(await contentFile(site, 'procedures/shared/groups.yml')).to.not.contain(
      'cd-dat-thay-doi-thong-tin',
    );
  });
});
