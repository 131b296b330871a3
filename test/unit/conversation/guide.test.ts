import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

const citizen = () => new Citizen(sampleKnowledge());

describe('the step guide', () => {
  it('opens with who, how long, how much and where, its legal basis and the day it was checked', async () => {
    const screen = await citizen().say('dang ky mst ca nhan lam sao');
    expect(screen)
      .to.match(/03 ngày làm việc/)
      .and.match(/Không mất phí/)
      .and.match(/Thuế cơ sở nơi ở/);
    expect(screen).to.match(/Thông tư 1\/2026\/TT-MAU – kiểm tra ngày 23\/11\/2026/);
  });

  it('opens in two messages: the conclusion, then the facts with the ways on under them', async () => {
    const anh = citizen();
    await anh.say('đồng ý');
    await anh.say('dang ky mst ca nhan lam sao');
    const opened = anh.replies.filter(({ text }) => !/máy trả lời tự động/.test(text));
    expect(opened.map(({ text }) => text.split('\n')[0])).to.have.length(2);
    expect(opened[0]?.text).to.match(/^ĐĂNG KÝ MÃ SỐ THUẾ/);
    expect(opened[1]?.text).to.match(/• Nộp ở đâu:[^]*• Bao lâu có kết quả:[^]*Căn cứ:/);
    expect(anh.titles()).to.include.members(['Giấy tờ cần có', 'Các bước làm']);
  });

  it('says at once that something is unsure, and at the end what it is', async () => {
    const chi = citizen();
    expect(await chi.say('hoàn thuế thu nhập cá nhân')).to.match(/Có 1 điểm em chưa chắc/);
    expect(await chi.say('căn cứ')).to.match(/Thời gian chuyển tiền cần xác nhận/);
    expect(await citizen().say('dang ky mst ca nhan lam sao')).not.to.match(/chưa chắc/);
  });

  it('goes on to the papers, then step by step, then the legal basis', async () => {
    const anh = citizen();
    await anh.say('dang ky mst ca nhan lam sao');
    expect(await anh.press('Giấy tờ cần có')).to.match(/1\. Tờ khai \(mẫu 05-MAU\)/);
    expect(await anh.press('Các bước làm')).to.match(/BƯỚC 1\/3/);
    expect(await anh.press('Bước tiếp')).to.match(/BƯỚC 2\/3/);
    expect(await anh.press('Bước trước')).to.match(/BƯỚC 1\/3/);
    expect(await anh.press('Xem tất cả các bước')).to.match(/1\. Tra xem[^]*3\. Nộp hồ sơ/);
    expect(await anh.press('Căn cứ')).to.match(/Điều 1 \(hiệu lực từ 01\/07\/2026\)/);
    expect(anh.last?.outcome).to.equal('answered_guide_finished');
  });

  it('follows “tiếp” and “quay lại” as it follows the buttons', async () => {
    const chi = citizen();
    await chi.say('dang ky mst ca nhan lam sao');
    for (const expected of [/GIẤY TỜ/, /BƯỚC 1\/3/, /BƯỚC 2\/3/])
      expect(await chi.say('tiếp')).to.match(expected);
    expect(await chi.say('quay lại em')).to.match(/BƯỚC 1\/3/);
  });

  it('shows a step’s official link as a link button', async () => {
    const anh = citizen();
    await anh.say('dang ky mst ca nhan lam sao');
    await anh.press('Các bước làm');
    await anh.press('Bước tiếp');
    const shown = anh.replies.flatMap((reply) => (reply.kind === 'buttons' ? reply.buttons : []));
    expect(shown).to.deep.include({ type: 'link', title: 'Cổng mẫu', url: 'https://example.gov.vn/' });
  });

  it('answers “nộp ở đâu”, “mất bao lâu”, “cần giấy tờ gì”, “bao nhiêu tiền” from the procedure it stands in', async () => {
    const chi = citizen();
    await chi.say('em chưa có mst muốn đăng ký');
    expect(await chi.say('nộp ở mô rứa')).to.match(/Nơi trả lương/);
    expect(await chi.say('mất bao lâu')).to.match(/03 ngày/);
    expect(await chi.say('can giay to j a')).to.match(/05-MAU/);
    expect(await chi.say('bao nhiêu tiền vậy em')).to.match(/Không mất phí/);
    expect(chi.last?.procedure).to.equal('dang-ky-ma-so');
  });

  it('answers a part straight away when the first message asks for it', async () => {
    const chi = citizen();
    const screen = await chi.say('làm mã số thuế ở đâu');
    expect(screen)
      .to.match(/NỘP Ở ĐÂU/)
      .and.match(/Nơi trả lương/);
    expect(chi.titles()).to.include('Các bước làm');
  });

  it('answers one of the procedure’s own questions', async () => {
    const anh = citizen();
    await anh.say('dang ky mst ca nhan');
    expect(await anh.say('doi can cuoc co phai lam lai ma so khong')).to.match(/mã số giữ nguyên/);
  });

  it('says what it does not know about a part, and whom to ask, instead of leaving it empty', async () => {
    const anh = citizen();
    await anh.say('hoan thue tncn lam sao');
    expect(await anh.say('cần giấy tờ gì')).to.match(/chưa có thông tin chắc chắn[^]*Cơ quan mẫu/);
  });

  it('says that no papers are needed where the entry is sure of it', async () => {
    const knowledge = sampleKnowledge();
    const entry = knowledge.content.procedures.get('hoan-thue');
    if (entry === undefined) throw new Error('no such entry in the sample');
    const sure = { ...entry, noPapers: 'Dạ, anh/chị không phải nộp giấy tờ gì.' };
    const procedures = new Map(knowledge.content.procedures).set(entry.id, sure);
    const anh = new Citizen({ ...knowledge, content: { ...knowledge.content, procedures } });
    await anh.say('hoan thue tncn lam sao');
    expect(await anh.say('cần giấy tờ gì'))
      .to.match(/GIẤY TỜ[^]*không phải nộp giấy tờ gì/)
      .and.not.match(/chưa có thông tin chắc chắn/);
  });

  it('says so when the entry is past its review date, and what is unsure', async () => {
    const chi = citizen();
    expect(await chi.say('hoan thue tncn lam sao')).to.match(/quá hạn rà soát \(01\/10\/2026\)/);
    expect(await chi.press('Căn cứ')).to.match(/⚠ Thời gian chuyển tiền cần xác nhận/);
  });

  it('switches to another procedure and comes back to where it was', async () => {
    const anh = citizen();
    await anh.say('dang ky mst ca nhan');
    await anh.press('Các bước làm');
    await anh.press('Bước tiếp');
    expect(await anh.say('thế còn hoàn thuế thì sao')).to.match(/HOÀN THUẾ/);
    expect(await anh.press('Về: Đăng ký MST')).to.match(/BƯỚC 2\/3/);
  });

  it('leaves no dead end: every screen of a guide leads on or back', async () => {
    const chi = citizen();
    await chi.say('dang ky mst ca nhan');
    for (const title of ['Giấy tờ cần có', 'Các bước làm', 'Bước tiếp', 'Bước tiếp', 'Căn cứ']) {
      await chi.press(title);
      expect(chi.titles().length).to.be.greaterThan(1);
    }
  });

  it('gives another agency’s matter as a referral, without papers or steps', async () => {
    const chi = citizen();
    await chi.say('doi giay phep lai xe o dau');
    expect(chi.last?.outcome).to.equal('answered_referral');
    expect(chi.titles()).not.to.include('Giấy tờ cần có');
  });
});
