import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

const newcomer = (settings = {}) => new Citizen(sampleKnowledge(), { known: false, settings });
const citizen = () => new Citizen(sampleKnowledge());
const DAY = 24 * 60 * 60 * 1000;

describe('the first words', () => {
  it('say that it is a bot, whose, and what it can do', async () => {
    const screen = await newcomer().send({ kind: 'button', payload: 'dh1|{"kind":"get_started"}' });
    expect(screen)
      .to.match(/máy trả lời/)
      .and.match(/Thuế thành phố Đà Nẵng/)
      .and.match(/thủ tục thuế/);
  });

  it('never hold the first answer back: the notice comes after it, once', async () => {
    const chi = newcomer();
    const screen = await chi.say('dang ky mst ca nhan lam sao');
    expect(screen.indexOf('ĐĂNG KÝ MÃ SỐ THUẾ')).to.equal(0);
    expect(screen).to.include('Thuế thành phố Đà Nẵng qua Messenger (nền tảng nước ngoài), trả lời');
    expect(chi.titles()).to.include.members(['Đồng ý', 'Không đồng ý']);
    expect(await chi.say('mất bao lâu')).not.to.match(/Nếu anh\/chị đồng ý/);
  });

  it('keep no text until a yes, and the choice can be changed', async () => {
    const chi = newcomer();
    await chi.say('dang ky mst ca nhan');
    expect(chi.state?.consent.choice).to.equal('asked');
    await chi.press('Đồng ý');
    expect(chi.state?.consent).to.deep.include({ choice: 'yes', at: chi.now });
    await chi.say('không đồng ý');
    expect(chi.state?.consent.choice).to.equal('no');
    expect(chi.last?.consentGiven).to.equal('no');
    expect(chi.requests.filed.map(({ kind, done }) => ({ kind, done }))).to.deep.equal([
      { kind: 'consent_withdrawal', done: true },
    ]);
  });

  it('ask anew once staff have given the notice a new version', async () => {
    const knowledge = { ...sampleKnowledge() };
    const chi = new Citizen(knowledge, { known: false });
    await chi.say('dang ky mst ca nhan');
    await chi.press('Đồng ý');
    const sentences = new Map(knowledge.content.sentences).set('label_notice_version', ['3 (01/03/2027)']);
    knowledge.content = { ...knowledge.content, sentences };
    expect(await chi.say('hoan thue tncn')).to.match(/Anh\/chị đồng ý thì em giữ tin nhắn/);
    await chi.press('Đồng ý');
    expect(chi.state?.consent).to.deep.include({ choice: 'yes', noticeVersion: '3 (01/03/2027)' });
    expect(await chi.say('lệ phí môn bài')).not.to.match(/Anh\/chị đồng ý thì em giữ tin nhắn/);
  });

  it('are no withdrawal when nothing was agreed to before', async () => {
    const chi = newcomer();
    await chi.say('dang ky mst ca nhan');
    await chi.press('Không đồng ý');
    expect(chi.last?.consentGiven).to.equal('no');
    expect(chi.requests.filed).to.deep.equal([]);
  });

  it('say again that it is automatic after 24 hours of silence, not before', async () => {
    const anh = citizen();
    anh.wait(DAY - 1);
    expect(await anh.say('lệ phí môn bài')).not.to.match(/trợ lý tự động/);
    anh.wait(DAY + 1);
    expect(await anh.say('hoan thue tncn')).to.match(/^\(Em là trợ lý tự động/);
  });
});

describe('at any moment', () => {
  it('“dừng” stops the answers until “bắt đầu”', async () => {
    const anh = citizen();
    await anh.say('dừng');
    expect(await anh.say('hoan thue tncn')).to.match(/tạm dừng/);
    expect(anh.last?.outcome).to.equal('declined_stopped');
    await anh.say('bắt đầu');
    expect(await anh.say('hoan thue tncn')).to.match(/HOÀN THUẾ/);
  });

  for (const typed of [
    'duwngf',
    'duwngf laij',
    'du7ng2',
    'dừ\u200bng',
    'ｄừｎｇ',
    '𝐝𝐮𝐧𝐠',
    'dừng'.normalize('NFD'),
    'DỪNG!',
  ])
    it(`“${typed}” is read as “dừng”`, async () => {
      const anh = citizen();
      await anh.say(typed);
      expect(anh.state?.stopped).to.equal(true);
    });

  for (const typed of ['trowj giups', 'tro75 giup1', 'trợ\u200b giúp'])
    it(`“${typed}” is read as “trợ giúp”`, async () => {
      expect(await citizen().say(typed)).to.match(/xoá dữ liệu của tôi/);
    });

  for (const typed of ['khoong ddoongf ys', 'kho6ng d9o6ng2 y1', 'không đồng\u2060 ý', 'không dong y'])
    it(`“${typed}” withdraws the consent`, async () => {
      const chi = citizen();
      await chi.say(typed);
      expect(chi.state?.consent.choice).to.equal('no');
    });

  for (const typed of [
    'xoas duwx lieeuj',
    'xoa1 du74 lie65u',
    'xoá dữ liệu'.normalize('NFD'),
    'x\u00adoá dữ liệu',
  ])
    it(`“${typed}” asks before it deletes, and a yes in the same keys deletes`, async () => {
      const chi = citizen();
      await chi.say(typed);
      await chi.say('xoas heets');
      expect(chi.last?.deleteData).to.equal(true);
    });

  it('“đúng” and “dùng” are not “dừng”', async () => {
    for (const word of ['đúng', 'dùng']) {
      const anh = citizen();
      await anh.say(word);
      expect(anh.state?.stopped).to.equal(false);
    }
  });

  it('“menu” and “trợ giúp” answer in the middle of a guide', async () => {
    const chi = citizen();
    await chi.say('dang ky mst ca nhan');
    await chi.say('cho em xem menu với ạ');
    expect(chi.titles()).to.include('Nhóm mẫu');
    expect(await chi.say('trợ giúp')).to.match(/xoá dữ liệu của tôi/);
  });

  it('“bắt đầu lại” forgets what was being asked, not the choice about data', async () => {
    const chi = citizen();
    await chi.say('dang ky mst ca nhan');
    await chi.say('bắt đầu lại');
    expect(chi.state?.guide).to.equal(undefined);
    expect(chi.state?.consent.choice).to.equal('yes');
  });

  it('“xoá dữ liệu của tôi” says what goes and what stays, asks once more, then deletes', async () => {
    for (const written of ['xoá dữ liệu của tôi', 'xóa dữ liệu của tôi', 'xoa du lieu cua toi']) {
      const anh = citizen();
      expect(await anh.say(written)).to.match(/Sẽ xoá[^]*Còn lại/);
      const code = /YC-\w+/.exec(await anh.press('Xoá hết'))?.[0];
      expect(anh.last?.deleteData).to.equal(true);
      expect(anh.requests.filed).to.have.length(1);
      expect(anh.requests.filed[0])
        .to.include({ kind: 'data_deletion', code })
        .and.not.have.property('context');
    }
  });

  it('does not delete when the next message is a question', async () => {
    const anh = citizen();
    await anh.say('xoá dữ liệu của tôi');
    expect(await anh.say('lệ phí môn bài bỏ chưa')).to.match(/bãi bỏ/);
    expect(anh.last?.deleteData).to.equal(undefined);
  });

  it('deleting works while the bot is switched off', async () => {
    const chi = citizen();
    await chi.say('dừng');
    expect(await chi.say('xoá dữ liệu của tôi')).to.match(/Sẽ xoá/);
  });

  it('“gặp cán bộ” in the middle of a procedure is counted with that procedure', async () => {
    const chi = citizen();
    await chi.say('dang ky mst ca nhan');
    await chi.say('gặp cán bộ');
    expect(chi.last).to.include({ outcome: 'handed_over_person', procedure: 'dang-ky-ma-so' });
  });

  it('“gặp cán bộ” files a request, gives its code and promises no call-back', async () => {
    const chi = citizen();
    const screen = await chi.say('gặp cán bộ');
    expect(screen)
      .to.match(/YC-/)
      .and.match(/không hẹn trước được/);
    expect(chi.requests.filed).to.have.length(1);
    const code = chi.last?.request?.code ?? '';
    expect(await chi.say(`mã ${code} tới đâu rồi`)).to.match(/đang chờ cán bộ/);
  });

  it('files no words with the request of someone who did not agree to keep them', async () => {
    const anh = newcomer();
    await anh.say('gặp cán bộ');
    expect(anh.requests.filed[0]).not.to.have.property('context');
  });
});

describe('what cannot be read', () => {
  it('a link alone gets the answer for links, not one about numbers', async () => {
    for (const link of ['https://thue-gia.example/x', 'www.thue-gia.example', 'bit.ly/abc'])
      expect(await citizen().say(link))
        .to.match(/không mở được liên kết/)
        .and.not.match(/số đó/);
  });

  it('a text of which only the beginning was read is answered with a request to be short', async () => {
    expect(await citizen().say('hoàn thuế '.repeat(500))).to.match(/tin này dài quá/);
  });

  const cases = [
    ['a picture', 'image', /không xem được ảnh[^]*căn cước/],
    ['a voice message', 'audio', /chưa nghe được/],
    ['a like', 'like', /cảm ơn/],
    ['a sticker', 'sticker', /cứ gõ/],
    ['a location', 'location', /tên xã, phường/],
  ] as const;
  for (const [what, kind, expected] of cases) {
    it(`gets a fitting answer: ${what}`, async () => {
      expect(await citizen().send({ kind: 'attachment', attachments: [kind] })).to.match(expected);
    });
  }

  it('gets a fitting answer: a very long text', async () => {
    expect(await citizen().say('thuế '.repeat(600))).to.match(/dài quá/);
  });

  it('advises against sending personal numbers, and never repeats them', async () => {
    const screen = await citizen().say('mst em 4000123456 cccd 049201001234 hoan thue tncn lam sao');
    expect(screen)
      .to.match(/đã che (?:số định danh|một con số|mã số thuế|số điện thoại)[^]*đừng gửi số căn cước/)
      .and.not.match(/4000123456|049201001234/);
  });

  it('asks for “1,5 tỷ” when it masked a number that may have been a sum', async () => {
    expect(await citizen().say('250000000 thì sao')).to.match(/1,5 tỷ/);
  });

  it('says nothing to reactions, edits, unsends and notices', async () => {
    for (const kind of ['reaction', 'edit', 'unsend', 'notice'] as const) {
      const chi = citizen();
      await chi.send({ kind });
      expect(chi.replies).to.deep.equal([]);
      expect(chi.last?.outcome).to.equal('ignored_notice');
    }
  });
});
