import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';

import { shippedKnowledge, shippedTalks } from './decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T02:00:00Z');

/** What is asked while a fraud goes on, and what the citizen reads instead of the warning. */
type Asked = readonly [say: string, shows: RegExp, hides?: RegExp];

const WARNING = /ĐỪNG đọc mã|Giống lừa đảo lắm/u;
const CALLED = 'có ông gọi nói là thuế quận, đòi em đọc mã otp';
const INSTALLED = 'em lỡ cài cái app thuế theo link nó gửi';
const PAID = 'má em chuyển cho bọn nó 20 triệu rồi';
const LINK = 'có tin nhắn gửi đường link nói được hoàn thuế 4 triệu';

function within(told: string, rows: readonly Asked[]): void {
  for (const [say, shows, hides = WARNING] of rows)
    it(`“${told}”, then “${say}”`, async () => {
      const citizen = new Citizen(await shippedKnowledge(), { now: NOW });
      await citizen.say(told);
      citizen.wait(20_000);
      const screen = await citizen.say(say);
      expect(screen).to.match(shows);
      expect(screen).not.to.match(hides);
    });
}

before(async function () {
  this.timeout(600_000);
  await shippedKnowledge();
});

describe('within a fraud a question is answered for what it asks', () => {
  within(CALLED, [
    ['vậy bấm số mô gọi hỏi mới đúng', /số in sau thẻ[\s\S]*113[\s\S]*1022/u],
    ['so dien thoai that cua thue la so nao', /1022/u],
    ['số 0918 hồi nãy có phải của thuế không em', /không tra được số đó/u],
    ['so do dau 028 goi vo, chac that', /không tra được số đó/u],
    ['rủi mình có thiếu thuế thiệt thì sao', /tra cứu nghĩa vụ thuế/u],
    ['hắn biết hết tên cha mẹ em luôn', /không có nghĩa là cán bộ|chưa chắc là cán bộ/iu, /NHÀ, ĐẤT/u],
    ['cúp máy rồi, còn làm chi nữa', /Việc nào chưa làm/u],
  ]);
  within(INSTALLED, [
    ['xoá app đó rồi nè, giờ yên tâm chưa', /khôi phục cài đặt gốc[\s\S]*trình báo/u],
    ['go duoc app roi thi lam gi tiep', /Việc nào chưa làm/u],
    ['có phải đổi mật khẩu ngân hàng luôn không', /máy KHÁC/u, /eTax Mobile/u],
    ['app thật thì tải chỗ nào', /App Store/u],
    ['khoá thẻ xong rồi em, bước sau là gì', /Việc nào chưa làm/u],
  ]);
  within(PAID, [
    ['có lấy lại được đồng nào không em', /không dám hứa chắc/u],
    ['tien do bao gio moi doi lai duoc', /không dám hứa chắc/u],
    ['họ biểu đóng thêm 5 triệu mới trả, có nên đóng không', /đừng nộp thêm/u],
    ['gio nop tiep cho no co duoc khong', /đừng nộp thêm/u],
    ['ra công an thì cầm theo cái gì', /biên lai/u, /02\/QTT/u],
    ['trình báo ở đâu vậy em', /công an xã, phường/iu],
  ]);
  within(LINK, [
    ['vậy trang thật của thuế là trang mô', /gdt\.gov\.vn/u],
    ['cai nao moi la trang that', /gdt\.gov\.vn/u],
    ['không bấm thì có bị phạt chi không', /đừng tin số tiền/u],
  ]);
});

describe('after a fraud another matter is answered', () => {
  within(CALLED, [
    ['thôi kệ nó, lương 25 triệu thì đóng thuế nhiêu', /343/u],
    ['à mà bán đất 2 tỷ nộp thuế mấy đồng', /40 triệu/u],
  ]);
});

describe('without a fraud the same words are no matter of one', () => {
  for (const say of [
    'gọi số nào để hỏi',
    'đem theo gì',
    'bao lâu thì lấy lại được tiền',
    'nộp thêm nữa không',
  ])
    it(`“${say}”`, async () => {
      const screen = await new Citizen(await shippedKnowledge(), { now: NOW }).say(say);
      expect(screen).not.to.match(/113|phong toả|trình báo/u);
    });
});

const table = shippedTalks();

describe('a strange address in what was sent, or is doubted, is a fraud whatever the words around it', () => {
  table([
    {
      say: 'shop ơi em mới có sms: CUC THUE hoan cho ban 1.950.000d, truy cap https://hoanthue-online.example/nhan de nhan. thật ko',
      shows: /đừng bấm/u,
    },
    { say: 'có mail gửi kèm https://nop-phat.example/ho-so bảo nộp 1tr5, thật không', shows: /đừng bấm/u },
    {
      say: 'shop em bán ở https://shopee.example/tiem-nha-em phải đóng thuế không',
      hides: /lừa đảo/u,
      shows: /./u,
    },
  ]);
});
