import { expect } from 'chai';
import { FILE, INTENT, misunderstood, seed } from '../support/misunderstood.js';
import { contentFile, startStaffSite, type StaffSite } from '../support/staff-site.js';

describe('teaching from where a wording is met', function () {
  this.timeout(300_000);
  let site: StaffSite;
  afterEach(() => site.stop());
  beforeEach(async () => {
    site = await startStaffSite(seed);
  });

  const file = (who: string, id: string, form: Record<string, string>) =>
    site.as(who).post(`/quan-tri/duyet/cau/${id}`, { nobody: 'yes', judged: form['text'] ?? '', ...form });

  it('judges an edited wording anew before it files it', async () => {
    const before = await contentFile(site, FILE);
    const edited = { intent: INTENT, text: 'mất thẻ mã số thuế xin lại số ở đâu' };
    const shown = await file('an', 'e', { ...edited, judged: 'alo alo' });
    expect(shown.status).to.equal(200);
    expect(shown.text)
      .to.contain('Câu đã sửa nên máy đọc lại')
      .and.to.contain('name="nobody" value="yes" required checked');
    expect(/name="judged" value="([^"]*)"/.exec(shown.text)?.[1]).to.equal(edited.text);
    expect(await contentFile(site, FILE)).to.equal(before);
    expect((await file('an', 'e', edited)).status).to.equal(303);
    expect(await contentFile(site, FILE)).to.contain(edited.text);
  });

  it('files what was tried, under the same rules, and settles a message that waits with the same words', async () => {
    const tried = await site.as('an').post('/quan-tri/thu-cau', { text: 'ALO ALO' });
    expect(tried.text).to.contain('action="/quan-tri/thu-cau/xep"');
    expect((await site.as('lan').post('/quan-tri/thu-cau', { text: 'alo' })).text).to.not.contain(
      '/thu-cau/xep',
    );
    const teach = (form: Record<string, string>) =>
      site.as('an').post('/quan-tri/thu-cau/xep', { judged: form['text'] ?? '', intent: INTENT, ...form });
    const refused = await teach({ text: 'alo alo' });
    expect(refused.text).to.contain('Chưa xác nhận').and.to.contain('alo alo');
    expect((await teach({ text: 'alo alo', judged: 'alo', nobody: 'yes' })).text).to.contain('máy đọc lại');
    const filed = await teach({ text: 'alo alo', nobody: 'yes' });
    expect(filed.status).to.equal(303);
    expect(await contentFile(site, FILE)).to.contain('  - alo alo\n');
    expect((await site.as('an').get('/quan-tri/duyet')).text).to.not.contain('alo alo');
    await site.as('an').post(`${filed.location}/hoan-tac`);
    expect((await site.as('an').get('/quan-tri/duyet')).text).to.contain('alo alo');
  });

  it('offers the words of a transcript to be tried and taught', async () => {
    const { text } = await site.as('an').get('/quan-tri/hoi-thoai/citizen-e');
    expect(text).to.contain('Thử và dạy câu này').and.to.contain('name="text" value="alo alo"');
  });

  it('puts what was asked back before staff, with what the citizen then chose as one click', async () => {
    await site.stop();
    site = await startStaffSite(async (stores) => {
      const told = { outcome: 'asked_back_intents', conversationId: 'citizen-q' } as const;
      await misunderstood(stores, 'q', 'xin so lam viec nha nuoc', told);
      await misunderstood(stores, 'choice', 'Đăng ký mã số thuế', {
        ...{
          outcome: 'answered_procedure',
          procedure: INTENT,
          entryPoint: 'button',
          conversationId: 'citizen-q',
        },
      });
      await misunderstood(stores, 'r', '1 Rất không hài lòng', {
        ...{ outcome: 'answered_rating', rating: { degree: 1, procedure: INTENT }, entryPoint: 'button' },
        conversationId: 'citizen-r',
      });
    });
    const { text } = await site.as('an').get('/quan-tri/duyet');
    expect(text).to.contain('Máy phải hỏi lại').and.to.contain('người dân đã chọn');
    expect(text).to.contain('Đánh giá thấp:').and.to.not.contain('Rất không hài lòng');
    const answer = await file('an', 'q', { intent: INTENT, text: 'xin so lam viec nha nuoc' });
    expect(answer.status).to.equal(303);
    expect(await contentFile(site, FILE)).to.contain('xin so lam viec nha nuoc');
  });

  it('judges a random answer, keeps it to measure with, and lets nothing learn from it', async () => {
    await site.stop();
    site = await startStaffSite((stores) =>
      misunderstood(stores, 'k', 'xin lam the so thue ca nhan', {
        ...{ outcome: 'answered_procedure', procedure: INTENT, replyTexts: ['Dạ, đăng ký thuế như sau.'] },
      }),
    );
    const an = site.as('an');
    const shown = await an.get('/quan-tri/duyet/cham');
    expect(shown.text).to.contain('xin lam the so thue ca nhan').and.to.contain('Dạ, đăng ký thuế như sau.');
    const keep = { verdict: 'right', keep: 'yes', text: 'xin lam the so thue ca nhan' };
    expect((await an.post('/quan-tri/duyet/cham/k', keep)).text).to.contain('Chưa xác nhận');
    expect((await an.post('/quan-tri/duyet/cham/k', { ...keep, nobody: 'yes' })).status).to.equal(303);
    expect(await contentFile(site, FILE)).to.match(/\ntests:\n {2}- xin lam the so thue ca nhan\n$/);
    expect((await an.get('/quan-tri/duyet/cham')).text).to.contain('Không còn câu nào để chấm');
    expect((await an.get('/quan-tri/thong-ke')).text).to.contain('1 trên 1');
    const learn = { text: keep.text, judged: keep.text, nobody: 'yes', intent: INTENT };
    const refused = await an.post('/quan-tri/thu-cau/xep', learn);
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('là câu kiểm tra');
    const decided = (await an.get('/quan-tri/duyet/da-xu-ly')).text;
    const [, review = ''] = /da-xu-ly\/([\w-]+)"/.exec(decided) ?? [];
    await an.post(`/quan-tri/duyet/da-xu-ly/${review}/hoan-tac`);
    expect(await contentFile(site, FILE)).to.not.contain('tests:');
    expect((await an.get('/quan-tri/duyet/cham')).text).to.contain('xin lam the so thue ca nhan');
  });
});
