import { expect } from 'chai';
import { encodePayload } from '../../src/conversation/payloads.js';
import type { ContentSnapshot } from '../../src/conversation/ports.js';
import { Citizen } from '../support/citizen.js';
import { meetCitizens } from '../support/shipped-citizens.js';

const NOW = new Date('2026-11-27T02:00:00Z');
/** More is no answer on a phone (characters). */
const MAX_CHARACTERS = 800;

describe('a conversation goes on: point by point, on the real content', function () {
  let knowledge: ContentSnapshot;
  let citizen: Citizen;
  meetCitizens(this, NOW, (...met) => ([citizen, knowledge] = met));

  it('what is told without changing the result is answered with why, not with the same words', async () => {
    await citizen.say('công ty em nợ thuế 65 triệu có bị cấm bay không');
    const before = citizen.screen();
    const after = await citizen.say('nợ từ tháng 3 tới giờ');
    expect(after)
      .to.match(/vẫn vậy/u)
      .and.to.include('65 triệu');
    expect(after).not.to.include(before.split('\n')[0]);
  });

  it('a further question about the answer just given gets its sentence, not the whole again', async () => {
    await citizen.say('bị lừa mất tiền thì báo công an nào');
    expect(await citizen.say('mang theo gì')).to.match(/căn cước/iu);
    expect(await citizen.say('vậy có lấy lại được tiền không'))
      .to.include('tuỳ ngân hàng')
      .and.not.to.include('căn cước');
  });

  it('“phải báo ai” within a suspension of business is not about a fraud', async () => {
    await citizen.say('quán ế quá muốn tạm ngừng kinh doanh');
    expect(await citizen.say('phải báo ai')).not.to.match(/công an/iu);
    expect(citizen.state?.topic).to.equal('tam-ngung-kinh-doanh');
  });

  it('an entry that says nothing of a part does not lead to another entry’s part', async () => {
    await citizen.say('tra cứu mã số thuế');
    await citizen.say('lâu không');
    expect(citizen.state?.topic).to.equal('tra-cuu-nghia-vu-thue');
  });

  it('within a fraud nobody is told that it is not the office’s business', async () => {
    await citizen.say('có người gọi xưng bên thuế đòi mã otp');
    for (const said of ['ngân hàng đóng cửa rồi', 'my bank is closed now', 'what should i do now']) {
      await citizen.say(said);
      expect(citizen.last?.outcome, said).not.to.match(/^declined/u);
    }
  });

  for (const said of [
    'cái công ty đó giải thể rồi',
    'cài app etax xong không đăng nhập được',
    'mỗi tháng 20 triệu',
    'trả môi giới 40 triệu',
    'bị phạt thêm 3 triệu',
    'còn nợ ngân hàng 200 triệu',
    'không có ngân hàng nào bảo lãnh',
    'gọi cho thuế cơ sở không ai bắt máy',
    'ngân hàng trừ tiền rồi mà thuế vẫn báo nợ',
  ])
    it(`“${said}” alone is no fraud`, async () => {
      await citizen.say(said);
      expect(citizen.state?.danger).to.equal(undefined);
    });

  for (const said of [
    'someone called saying I owe 12 million and must transfer today',
    'em bấm link rồi cài app etax rồi',
    'em lỡ đóng cho họ 5 triệu rồi',
    'chuyển khoản 40 triệu rồi mới biết bị lừa',
    'a man on the phone says he is from the tax office and wants money',
    'someone texted me that i owe tax and will be stopped at the airport, with a link to pay',
    'they sent a message about a tax debt and told me to click',
  ])
    it(`“${said}” is a fraud under way`, async () => {
      await citizen.say(said);
      expect(citizen.state?.danger).to.equal(true);
    });

  it('a sum told within a matter is noted, not sent away', async () => {
    await citizen.say('em chạy grab thì thuế sao');
    await citizen.say('1 ngày tầm 500k');
    expect(citizen.last?.outcome).not.to.match(/^declined/u);
  });

  it('two declines running are never the same sentence', async () => {
    const first = await citizen.say('xyz abc qwe');
    expect(await citizen.say('xyz abc qwe')).not.to.equal(first);
  });

  it('“hết chưa” after an answer does not count steps nobody has begun', async () => {
    await citizen.say('nộp tờ khai trễ 40 ngày phạt bao nhiêu');
    expect(await citizen.say('hết chưa')).not.to.match(/còn \d+ bước/u);
  });

  it('a typed title of a button chooses it', async () => {
    await citizen.say('hoàn thuế thu nhập cá nhân cần những gì');
    await citizen.say('menu');
    const typed = await citizen.say('Nhà đất, xe');
    expect(typed).to.match(/Anh\/chị chọn một việc/u);
  });

  it('“cái thứ hai” after a list of papers is the second of them', async () => {
    await citizen.say('đăng ký mã số thuế cá nhân');
    await citizen.say('giấy tờ cần có');
    const second = knowledge.content.procedures.get('dang-ky-thue-ca-nhan')?.papers[1]?.name;
    expect(await citizen.say('cái thứ hai là sao')).to.include(second);
  });

  it('the papers of every entry fit one message', async () => {
    for (const { id, papers } of knowledge.content.procedures.values()) {
      if (papers.length === 0) continue;
      const payload = encodePayload({ kind: 'part', procedure: id, part: 'papers' });
      const screen = await citizen.send({ kind: 'button', text: 'Giấy tờ cần có', payload });
      expect(screen.length, id).to.be.at.most(MAX_CHARACTERS);
    }
  });

  it('the first “gặp cán bộ” asks one question about data, the notice follows with the next answer', async () => {
    const stranger = new Citizen(knowledge, { now: NOW, known: false });
    await stranger.say('gặp cán bộ');
    expect(stranger.titles().filter((title) => title === 'Đồng ý')).to.have.length(1);
    await stranger.press('Đồng ý');
    expect(stranger.titles()).to.include('Không đồng ý');
  });

  it('a masked number is spoken of as what it is, or as a number', async () => {
    expect(await citizen.say('hoàn thuế cho em, cccd 049058001234')).to.include('đã che số định danh');
    expect(await citizen.say('hoàn thuế cho em 049058001234')).to.include('đã che một con số');
  });
});
