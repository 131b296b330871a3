import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

const citizen = () => new Citizen(sampleKnowledge());
const SLOT = { date: '2026-11-28', start: '08:00', end: '09:00', place: 'Thuế cơ sở mẫu', capacity: 1 };

describe('which tax office is mine', () => {
  it('is answered for a former commune without diacritics', async () => {
    expect(await citizen().say('toi o duy hai thuoc thue nao')).to.match(/xã Duy Nghĩa[^]*Thuế cơ sở 7/);
  });

  it('asks for the commune, says on what it depends, and takes the bare name', async () => {
    const chi = citizen();
    expect(await chi.say('cơ quan thuế nào quản lý em')).to.match(/nơi có đất/);
    expect(await chi.say('Bình Minh')).to.match(/Thuế cơ sở 8/);
  });

  it('takes a name that is a common word only after “xã”', async () => {
    const anh = citizen();
    await anh.say('cơ quan thuế nào quản lý em');
    expect(await anh.say('xã Ba cũ')).to.match(/Thuế cơ sở 5/);
  });

  it('is answered for a message that is only a place', async () => {
    expect(await citizen().say('xã Ba')).to.match(/Thuế cơ sở 5/);
    expect(await citizen().say('em ở duy hải ạ')).to.match(/Thuế cơ sở 7/);
  });

  it('does not take the word after nothing for a place', async () => {
    expect(await citizen().say('ba')).not.to.match(/Thuế cơ sở/);
  });

  it('gives no address or telephone number that is not known', async () => {
    expect(await citizen().say('nhà ở duy hải thì thuế nào'))
      .to.match(/chưa có thông tin chắc chắn/)
      .and.not.match(/Điện thoại:/);
  });
});

describe('when the office is open', () => {
  it('knows a Sunday and a fixed holiday without any calendar', async () => {
    expect(await citizen().say('chủ nhật có mở cửa không')).to.match(/Chủ nhật \d\d\/\d\d\/2026[^]*nghỉ/);
    expect(await citizen().say('ngày 2/9 có làm việc không')).to.match(/02\/09\/2027[^]*nghỉ \(Quốc khánh/);
  });

  it('says of a day named that it is no day off that is known, and still gives no hours of its own', async () => {
    expect(await citizen().say('ngày mai có làm việc không'))
      .to.match(/không thấy là ngày nghỉ/)
      .and.match(/chưa được công bố/);
  });

  it('takes no date that no calendar has', async () => {
    expect(await citizen().say('ngày 31/2 có làm việc không')).not.to.match(/2027/);
  });
});

describe('deadlines and Saturdays', () => {
  it('answer with the real date, moved off the weekend', async () => {
    expect(await citizen().say('khi nào nộp tờ khai quý 4')).to.match(/01\/02\/2027[^]*dời từ 31\/01\/2027/);
  });

  it('say that nothing is announced, and who knows', async () => {
    expect(await citizen().say('thứ 7 này có làm không')).to.match(
      /28\/11\/2026[^]*chưa thấy công bố[^]*Cơ quan mẫu/,
    );
  });

  it('book one place of an open session, give a code, and cancel it', async () => {
    const chi = new Citizen(sampleKnowledge(), {
      slots: [SLOT],
      settings: { publicUrl: 'https://bot.example.gov.vn' },
    });
    await chi.say('thứ 7 này có làm không');
    expect(await chi.say('1')).to.match(/Mã đăng ký: LH-1/);
    expect(JSON.stringify(chi.replies)).to.include('https://bot.example.gov.vn/lich/LH-1.ics');
    expect(await chi.say('thứ 7 có làm không')).to.match(/Anh\/chị đã đăng ký/);
    expect(await chi.press('Huỷ đăng ký')).to.match(/đã huỷ/);
  });

  it('say that a session filled up meanwhile', async () => {
    const chi = new Citizen(sampleKnowledge(), { slots: [{ ...SLOT, capacity: 0 }] });
    expect(
      await chi.send({ kind: 'button', payload: `dh1|${JSON.stringify({ kind: 'slot', ...SLOT })}` }),
    ).to.match(/hết chỗ/);
  });
});

describe('the code of a request', () => {
  for (const code of ['YC-7K3M9', 'YC-DDAAJ', 'yc-ddooS'])
    it(`“${code}” is read as it stands, also where its letters look like Telex`, async () => {
      expect(await citizen().say(`em xem giúp mã ${code} tới đâu`)).to.include(code.toUpperCase());
    });
});
