import { expect } from 'chai';
import { FILE, INTENT, seed } from '../support/misunderstood.js';
import { contentFile, startStaffSite, type StaffSite } from '../support/staff-site.js';

describe('reviewing what was not understood', function () {
  this.timeout(300_000);
  let site: StaffSite;
  beforeEach(async () => {
    site = await startStaffSite(seed);
  });
  afterEach(() => site.stop());

  const file = (who: string, id: string, form: Record<string, string>) =>
    site.as(who).post(`/quan-tri/duyet/cau/${id}`, { nobody: 'yes', judged: form['text'] ?? '', ...form });
  const filed = () => file('an', 'a', { intent: INTENT, text: 'xin cái số để đóng thuế lương' });

  it('groups alike messages, says who asked, what the bot thought and which words spoke for it', async () => {
    const { text, status } = await site.as('an').get('/quan-tri/duyet');
    expect(status).to.equal(200);
    expect(text).to.contain('2 lần, 2 người').and.to.contain('Lúc đó máy đoán');
    expect(text).to.match(/Nghĩ vậy vì: <mark class="for">/);
    expect(text).to.contain('[đã che: số điện thoại]');
    expect(text.match(/<article/g)).to.have.length(4);
    const frequent = await site.as('an').get('/quan-tri/duyet?xep=nhieu');
    expect(frequent.text.indexOf('dong thue luong')).to.be.below(frequent.text.indexOf('alo alo'));
    const outside = await site.as('an').get('/quan-tri/duyet?vi-sao=out_of_scope');
    expect(outside.text.match(/<article/g)).to.have.length(1);
  });

  it('files a wording as one new line, brings it into use, measures it, and takes it back', async () => {
    const before = await contentFile(site, FILE);
    const answer = await filed();
    expect(answer.status).to.equal(303);
    expect(await contentFile(site, FILE)).to.equal(`${before}  - xin cái số để đóng thuế lương\n`);
    const page = answer.location;
    const learnt = await site.as('an').until(page, 'Máy đã học');
    expect(learnt).to.contain('Kiểm tra nội dung: đạt');
    const measured = await site.as('an').until(page, 'Hiểu đúng việc');
    expect(measured).to.match(/<td>(như cũ|chênh do ngẫu nhiên|tăng rõ|giảm rõ)<\/td>/);
    expect(measured).to.match(/Số câu mẫu<\/th><td class="figure">\d+<\/td>/);
    const list = await site.as('an').get('/quan-tri/duyet');
    expect(list.text).to.not.contain('2 lần, 2 người');
    expect((await site.as('an').get('/quan-tri/noi-dung')).text).to.match(/Ai, vì sao">an</);

    expect((await site.as('binh').post(`${page}/hoan-tac`)).status).to.equal(303);
    expect(await contentFile(site, FILE)).to.equal(before);
    expect((await site.as('an').get('/quan-tri/duyet')).text).to.contain('2 lần, 2 người');
    expect((await site.as('an').post(`${page}/hoan-tac`)).status).to.equal(409);
    const trail = (await site.as('chu').get('/quan-tri/nhat-ky')).text;
    expect(trail).to.contain('Xếp câu mẫu vào một việc').and.to.contain('Hoàn tác một quyết định duyệt');
  });

  it('measures by itself what was still being measured when the server stopped, and says so', async () => {
    await site.stop();
    site = await startStaffSite(({ reviews }) =>
      reviews.add({
        id: 'dang-do',
        decision: 'filed',
        by: 'an',
        at: new Date(Date.now() - 60_000),
        messages: ['a'],
        citizens: 1,
        wordings: [],
        intent: INTENT,
        text: 'xin cap ma so thue lan dau',
      }),
    );
    const page = '/quan-tri/duyet/da-xu-ly/dang-do';
    expect(await site.as('an').until(page, /tự đo lại từ đầu|Hiểu đúng việc/)).to.not.contain(
      'Chưa có số đo',
    );
    await site.as('an').until(page, 'Hiểu đúng việc');
  });

  it('lets one of two people decide who come at once, and tells the other', async () => {
    const [first, second] = await Promise.all([
      file('an', 'a', { intent: INTENT, text: 'xin cái số để đóng thuế lương' }),
      file('binh', 'a', { intent: 'quyet-toan-tncn-tu-lam', text: 'xin số đóng thuế lương' }),
    ]);
    expect([first.status, second.status].sort()).to.deep.equal([303, 409]);
    const texts = await Promise.all(
      [FILE, 'intents/quyet-toan-tncn-tu-lam.yml'].map((path) => contentFile(site, path)),
    );
    expect(texts.join('').match(/đóng thuế lương/g)).to.have.length(1);
  });

  it('does not lose what two people file into the same file at once', async () => {
    const [first, second] = await Promise.all([
      file('an', 'a', { intent: INTENT, text: 'xin cái số để đóng thuế lương' }),
      file('binh', 'e', { intent: INTENT, text: 'alo cho xin cái mã thuế' }),
    ]);
    expect([first.status, second.status]).to.deep.equal([303, 303]);
    expect(await contentFile(site, FILE))
      .to.contain('đóng thuế lương')
      .and.to.contain('alo cho xin cái mã thuế');
  });

  it('refuses masks, personal numbers, what nobody confirmed, and what is known; the words are not lost', async () => {
    const before = await contentFile(site, FILE);
    const refusals: [Record<string, string>, string][] = [
      [{ text: 'gọi cho [đã che: số điện thoại] giùm' }, 'còn dấu che'],
      [{ text: 'gọi cho [số điện thoại] giùm' }, 'còn dấu che'],
      [{ text: 'gọi số 0905 123 456 giùm tôi' }, 'số điện thoại'],
      [{ text: 'gọi giùm tôi với', nobody: '' }, 'Chưa xác nhận'],
      [{ text: 'xin cap ma so thue lan dau' }, 'đã là câu mẫu'],
      [{ text: 'gọi giùm tôi với', intent: 'khong-co' }, 'Không có việc này'],
      [{ text: '…' }, 'đang trống'],
    ];
    for (const [form, words] of refusals) {
      const answer = await file('an', 'c', { intent: INTENT, ...form });
      expect(answer.status, words).to.equal(422);
      expect(answer.text)
        .to.contain(words)
        .and.to.contain(form['text'] ?? '');
    }
    expect(await contentFile(site, FILE)).to.equal(before);
    expect((await site.as('an').get('/quan-tri/duyet')).text.match(/<article/g)).to.have.length(4);
  });

  it('finds an intent by its name, and says when none was chosen', async () => {
    const none = await file('an', 'e', { decision: 'filed', other: 'không có', text: 'cho hỏi cái mã' });
    expect(none.text).to.contain('Chưa chọn việc nào');
    const listed = /value="([^"]+ \(dang-ky-thue-ca-nhan\))"/.exec(
      (await site.as('an').get('/quan-tri/duyet')).text,
    );
    const found = await file('an', 'e', {
      decision: 'filed',
      other: listed?.[1] ?? '',
      text: 'cho hỏi cái mã',
    });
    expect(found.status).to.equal(303);
    expect(await contentFile(site, FILE)).to.contain('cho hỏi cái mã');
  });

  it('files what is not ours as out of scope, and dismissed wordings stay away', async () => {
    const outside = await file('an', 'd', { decision: 'out_of_scope', text: 'hôm nay vàng bao nhiêu' });
    expect(outside.status).to.equal(303);
    expect(await contentFile(site, 'intents/shared/out-of-scope.yml')).to.contain('hôm nay vàng bao nhiêu');
    await site.as('an').post('/quan-tri/duyet/cau/e', { decision: 'dismissed' });
    expect((await site.as('an').get('/quan-tri/duyet')).text).to.not.contain('alo alo');
  });

  it('shows the conversation to who may, and writes down who read it', async () => {
    const { text } = await site.as('an').get('/quan-tri/hoi-thoai/citizen-a');
    expect(text).to.contain('xin cái số để đóng thuế lương').and.to.contain('em chưa hiểu chắc câu này');
    expect((await site.as('an').get('/quan-tri/hoi-thoai/nobody')).status).to.equal(404);
    expect((await site.as('giam').get('/quan-tri/hoi-thoai/citizen-a')).status).to.equal(403);
    expect((await site.as('chu').get('/quan-tri/nhat-ky')).text).to.contain('Đọc một cuộc trò chuyện');
  });

  it('tells for any text what the bot would do and why, without keeping it', async () => {
    const { text } = await site
      .as('an')
      .post('/quan-tri/thu-cau', { text: 'dk mst o dau, goi em so dt 0905123456' });
    expect(text).to.contain('[đã che: số điện thoại]').and.to.not.contain('0905123456');
    expect(text).to.contain('dang-ky-thue-ca-nhan').and.to.contain('mst<small> → ma so thue</small>');
  });

  it('goes back to an earlier version of the content, after a confirmation', async () => {
    const before = await contentFile(site, FILE);
    await site.as('an').until((await filed()).location, 'Máy đã học');
    const versions = [
      ...(await site.as('an').get('/quan-tri/noi-dung')).text.matchAll(/noi-dung\/ban\/([0-9a-f]{64})/g),
    ];
    const first = `/quan-tri/noi-dung/ban/${versions.at(-1)?.[1] ?? ''}`;
    expect((await site.as('an').get(first)).text).to.contain(`sửa: <code>${FILE}</code>`);
    expect((await site.as('an').post(`${first}/quay-lai`)).status).to.equal(422);
    expect((await site.as('an').post(`${first}/quay-lai`, { sure: 'yes' })).status).to.equal(303);
    expect(await contentFile(site, FILE)).to.equal(before);
    await site.as('an').until('/quan-tri/noi-dung', /Đang dùng bản <code>/);
  });
});
