import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T02:00:00Z');

interface Row {
  say: string;
  /** The matters that are named, by their buttons, in this order. */
  names: string[];
  /** Of the first of them. */
  shows: RegExp;
}

const LISTS: Row[] = [
  {
    say: 'anh muốn hỏi mấy chuyện: 1. bán đất đóng bao nhiêu phần trăm 2. mã số thuế bị khoá mở lại sao 3. đăng ký người phụ thuộc cho mẹ',
    names: ['Thuế bán nhà đất', 'Mở lại mã số thuế', 'Người phụ thuộc'],
    shows: /2%/,
  },
  {
    say: 'chị có hai việc hỏi: một là mã số thuế của chị báo không hoạt động thì làm sao, hai là chị còn quán tạp hoá tháng bán 40 triệu có phải khai gì không',
    names: ['Mở lại mã số thuế', 'Thuế hộ kinh doanh'],
    shows: /25\/ĐKT/,
  },
  {
    say: 'chào anh chị, em tên Hoa, trước đây em làm ở công ty may được 3 năm, mỗi tháng bị trừ thuế, giờ em nghỉ về quê mở tiệm tạp hoá, ngày bán chừng 2 triệu, không biết có phải đăng ký thuế không, với lại tiền thuế công ty trừ hồi trước có lấy lại được không, nhờ anh chị hướng dẫn giúp em cảm ơn',
    names: ['Hoàn thuế thu nhập'],
    shows: /730 triệu/,
  },
];

/** One matter, however long it is told: nothing is named or offered beside it. */
const SINGLE: [string, RegExp][] = [
  [
    'em có miếng đất ở Hoà Vang mua hồi 2015 giờ kẹt tiền muốn bán lại cho người ta khoảng 1 tỷ 8, đất chưa có nhà, giấy tờ em đứng tên một mình, không biết em phải nộp bao nhiêu tiền thuế',
    /36 triệu/,
  ],
  [
    'dạ em ở Hội An, nhà em cho khách tây thuê phòng kiểu homestay được mấy tháng nay, mỗi tháng cũng được chừng 25 triệu, em chưa đăng ký gì hết, hôm qua có anh bên phường xuống nói phải khai thuế, em lo quá không biết phải làm sao',
    /300 triệu/,
  ],
  [
    'Em chào anh chị\nEm có tiệm tóc ở Núi Thành mở năm 2021, tới 2023 em nghỉ luôn mà không báo gì hết\nNay đi làm công ty thì kế toán nói mst của em ghi không hoạt động tại địa chỉ đã đăng ký nên không khai được\nEm phải làm gì trước, có bị phạt không ạ',
    /25\/ĐKT/,
  ],
  ['quên mật khẩu etax', /mật khẩu riêng của eTax/],
];

const newCitizen = async () => new Citizen(await shippedKnowledge(), { now: NOW });

describe('Several matters in one message', () => {
  before(async function () {
    this.timeout(600_000);
    await shippedKnowledge();
  });

  for (const { say, names, shows } of LISTS)
    it(`are named, and the first is answered, in at most two messages: “${say.slice(0, 60)}…”`, async () => {
      const citizen = await newCitizen();
      const screen = await citizen.say(say);
      expect(screen)
        .to.match(/anh\/chị hỏi [23] việc: /)
        .and.to.match(shows);
      for (const name of names) expect(screen).to.include(`“${name}”`);
      expect(citizen.last?.replies.length).to.be.at.most(2);
      expect((citizen.last?.replies ?? []).map(({ text }) => text).join('').length).to.be.below(1_000);
    });

  for (const [say, shows] of SINGLE)
    it(`are not seen where there is one: “${say.slice(0, 60)}…”`, async () => {
      const screen = await (await newCitizen()).say(say);
      expect(screen)
        .to.match(shows)
        .and.not.to.match(/anh\/chị hỏi [23] việc/);
    });

  it('are answered one after the other when the buttons are pressed', async () => {
    const citizen = await newCitizen();
    await citizen.say(LISTS[0]?.say ?? '');
    expect(await citizen.press('Mở lại mã số thuế')).to.match(/KHÔI PHỤC MÃ SỐ THUẾ/);
  });

  it('leave what was told of the second known for when it is asked for', async () => {
    const citizen = await newCitizen();
    await citizen.say(LISTS[1]?.say ?? '');
    expect(await citizen.press('Thuế hộ kinh doanh')).to.match(/480 triệu/);
  });
});
