import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';
import { booked, SLOTS, timesOf, withList } from '../../support/saturday-citizen.js';

describe('choosing one of the Saturday times in words', () => {
  const CHOICES: readonly (readonly [string, string])[] = [
    ['1', '11-28 08:00'],
    ['cái thứ hai', '11-28 09:00'],
    ['suất đầu tiên', '11-28 08:00'],
    ['lay khung thu 3 nha em', '11-28 14:00'],
    ['chọn số 2 giúp chị', '11-28 09:00'],
    ['đầu tiên đi', '11-28 08:00'],
    ['cái cuối', '12-05 09:00'],
    ['8h sáng', '11-28 08:00'],
    ['8 rưỡi', '11-28 08:00'],
    ['tám giờ nha', '11-28 08:00'],
    ['14h', '11-28 14:00'],
    ['buổi chiều', '11-28 14:00'],
    ['cho tui buoi chieu', '11-28 14:00'],
    ['2 giờ chiều được không', '11-28 14:00'],
    ['lấy 2g chiều', '11-28 14:00'],
    ['tuần sau', '12-05 09:00'],
    ['đặt giùm 9h ngày 5/12', '12-05 09:00'],
    ['laays suaats ddaauf tieen', '11-28 08:00'],
    ['e lay 8h nhe', '11-28 08:00'],
    ['lấy suất muộn nhất', '12-05 09:00'],
    ['2 nha bé', '11-28 09:00'],
    ['ba', '11-28 14:00'],
    ['chốt cái 9 giờ bữa 28/11', '11-28 09:00'],
  ];
  for (const [words, time] of CHOICES)
    it(`“${words}” takes ${time}`, async () => {
      const chi = await withList();
      await chi.say(words);
      expect(timesOf(chi)).to.deep.equal([time]);
      expect(chi.last?.booking).to.equal('made');
    });

  it('lists the times that agree where several do, numbered anew', async () => {
    const anh = await withList();
    expect(await anh.say('9h')).to.match(/1\. thứ Bảy 28\/11[^]*2\. thứ Bảy 05\/12/);
    await anh.say('cái thứ hai');
    expect(timesOf(anh)).to.deep.equal(['12-05 09:00']);
  });

  it('says that a time is not open, and shows those that are', async () => {
    const anh = await withList();
    expect(await anh.say('11h được không')).to.match(/không có khung giờ nào[^]*1\. thứ Bảy 28\/11/);
    expect(await anh.say('thứ ba được không em')).to.match(/không có khung giờ nào/);
    expect(timesOf(anh)).to.deep.equal([]);
  });

  it('takes nothing that was only asked about', async () => {
    const anh = await withList();
    expect(await anh.say('14h còn chỗ không')).to.match(/1\. thứ Bảy 28\/11\/2026, 14:00/);
    expect(timesOf(anh)).to.deep.equal([]);
  });

  for (const words of ['thôi bận rồi', 'khỏi đi, tuần sau tính', 'khong di duoc dau', 'thôi khỏi em ơi'])
    it(`“${words}” takes none`, async () => {
      const chi = await withList();
      await chi.say(words);
      expect(timesOf(chi)).to.deep.equal([]);
    });

  for (const words of ['lệ phí môn bài bỏ chưa', 'hoan thue tncn lam sao', 'mua xe máy trả góp'])
    it(`“${words}” is a question`, async () => {
      const chi = await withList();
      await chi.say(words);
      expect(timesOf(chi)).to.deep.equal([]);
      expect(chi.last?.outcome).not.to.match(/^answered_(?:booking|calendar)/);
    });
});

describe('an appointment that there is', () => {
  const CANCELLED = [
    'huỷ suất đó giùm',
    'bỏ hẹn đó giúp em',
    'huy hen nha em',
    'thôi huỷ lịch đi',
    'bận đột xuất, bỏ hẹn đó giúp em',
    'cho em huỷ lịch 8h',
    'huyr lichj hen giups em',
    'thôi khỏi hẹn nữa',
    'huỷ cái hẹn sáng thứ bảy',
    'huỷ đi em',
  ];
  for (const words of CANCELLED)
    it(`“${words}” cancels it`, async () => {
      const chi = await booked('1');
      expect(await chi.say(words)).to.match(/đã huỷ/);
      expect(timesOf(chi)).to.deep.equal([]);
    });

  for (const words of [
    'bận rồi không đi được',
    'kẹt đám cưới rồi, không tới được',
    'bua do em ko toi dc',
    'hôm đó mắc việc',
    'tới hông được rồi em ơi',
    'đau bụng quá chắc không tới nổi',
    'thôi hổng đi nữa đâu',
  ])
    it(`“${words}” is asked whether it is cancelled or moved`, async () => {
      const chi = await booked('1');
      await chi.say(words);
      expect(chi.titles()).to.include.members(['Huỷ đăng ký', 'Đổi giờ']);
      expect(timesOf(chi)).to.deep.equal(['11-28 08:00']);
    });

  const MOVED: readonly (readonly [string, string])[] = [
    ['dời qua chiều', '11-28 14:00'],
    ['đổi sang 2 giờ chiều được không', '11-28 14:00'],
    ['đổi sang thứ bảy tuần sau', '12-05 09:00'],
    ['doi lich qua tuan sau giup chi', '12-05 09:00'],
    ['chuyển lịch 8h qua 14h', '11-28 14:00'],
  ];
  for (const [words, time] of MOVED)
    it(`“${words}” moves it to ${time}`, async () => {
      const chi = await booked('1');
      expect(await chi.say(words)).to.match(/đã đổi lịch/);
      expect(timesOf(chi)).to.deep.equal([time]);
    });

  it('is moved to a time chosen from the list where none was told, or several agree', async () => {
    const chi = await booked('1');
    expect(await chi.say('dời lịch hẹn giúp em')).to.match(/sang khung giờ nào/);
    expect(await chi.say('đổi lịch thì đổi sao')).to.match(/sang khung giờ nào/);
    await chi.say('số 1');
    expect(timesOf(chi)).to.deep.equal(['11-28 09:00']);
    await chi.say('đổi giờ hẹn');
    await chi.say('buổi chiều');
    expect(timesOf(chi)).to.deep.equal(['11-28 14:00']);
  });

  for (const words of [
    'em hẹn lúc mấy giờ vậy',
    'mã là gì',
    'cho xin mã để tới đọc',
    'quen ma roi, ma hen la gi',
    'mấy giờ phải tới vậy em',
    'lịch của tui bữa nào',
    'ủa em đặt giờ nào rồi ta',
    'tới nơi đọc mã nào',
    'hẹn ở đâu rứa',
  ])
    it(`“${words}” is told its time and code`, async () => {
      const chi = await booked('1');
      expect(await chi.say(words)).to.match(/08:00–09:00[^]*LH-1/);
    });

  it('says what it knows of that day and who knows the rest', async () => {
    const chi = await booked('1');
    expect(await chi.say('tới đó gửi xe ở đâu')).to.match(/Về buổi đó em chỉ biết giờ, nơi và mã/);
    expect(await chi.say('mang theo gì bữa đó')).to.match(/LH-1/);
    for (const words of ['đi trễ xíu được không', 'vợ tui đi thay được không', 'nhắc em trước một bữa nha'])
      expect(await chi.say(words), words).to.match(/Về buổi đó em chỉ biết/);
  });

  for (const words of [
    'huỷ tờ khai',
    'xoá đăng ký thuế',
    'đổi số điện thoại',
    'chuyển tiền cho người bán',
    'ban dat bao nhieu thue',
    'bỏ kinh doanh thì sao',
    'mã số thuế là gì',
  ])
    it(`“${words}” has nothing to do with it`, async () => {
      const chi = await booked('1');
      await chi.say(words);
      expect(timesOf(chi)).to.deep.equal(['11-28 08:00']);
      expect(chi.last?.outcome).not.to.equal('answered_booking');
    });

  it('“cho em đặt lịch thứ bảy” is no cancellation', async () => {
    const chi = new Citizen(sampleKnowledge(), { slots: SLOTS });
    expect(await chi.say('cho em đặt lịch thứ bảy')).to.match(/1\. thứ Bảy 28\/11/);
    const anh = await booked('1');
    expect(await anh.say('cho em đặt lịch thứ bảy')).to.match(/Anh\/chị đã đăng ký/);
    expect(timesOf(anh)).to.deep.equal(['11-28 08:00']);
  });

  it('that there is none is said', async () => {
    const chi = new Citizen(sampleKnowledge(), { slots: SLOTS });
    expect(await chi.say('huỷ giùm cái hẹn của em')).to.match(/chưa có lịch hẹn nào/);
  });
});
