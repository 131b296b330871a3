import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

describe('Of two answers of one matter the one is given whose side was asked', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  async function lastAnswer(...messages: string[]): Promise<string> {
    const person = new Citizen(knowledge, { now: new Date('2026-11-27T03:00:00Z') });
    for (const message of messages) await person.say(message);
    return person.screen();
  }

  describe('a wrong invoice', () => {
    const WRONG_NAME = 'shop em xuất hoá đơn ghi sai tên khách hàng thì làm sao';
    for (const asked of [
      'sai mã số thuế thì sao',
      'còn nếu sai mst thì sao',
      'còn sai số tiền',
      'ghi nhầm thuế suất 10% thành 8%',
      'nhap lon ma so thue cua khach',
    ])
      it(`is made out anew or adjusted where tax code or sum are wrong (“${asked}”)`, async () => {
        const answer = await lastAnswer(WRONG_NAME, asked);
        expect(answer)
          .to.include('phải lập hoá đơn điều chỉnh hoặc thay thế')
          .and.not.include('không phải lập lại');
      });
    for (const asked of ['sai tên thì sao', 'sai địa chỉ thôi thì có sao k', 'mã đúng mà tên sai'])
      it(`is only notified where name or address are wrong (“${asked}”)`, async () => {
        expect(await lastAnswer('hoa don xuat sai so tien', asked)).to.include('04/SS-HĐĐT');
      });
  });

  it('a new car is told the rate of cars, a motorbike that of motorbikes', async () => {
    const car = 'Ô tô mới ở Đà Nẵng nộp lệ phí trước bạ bao nhiêu phần trăm?';
    expect(await lastAnswer(car)).to.include('10%');
    expect(await lastAnswer('Lệ phí trước bạ xe máy bao nhiêu phần trăm?')).to.include('2%');
  });

  for (const [matter, asked, answer] of [
    ['tôi muốn tố cáo cán bộ thuế vòi tiền', 'bao lâu giải quyết', 'gia hạn 30 ngày'],
    ['em muốn khiếu nại quyết định phạt', 'thời hạn mấy ngày', '90 ngày'],
    ['thuế báo tới kiểm tra quán em', 'chưa công bố quyết định thì sao', 'không phạt'],
    ['em nộp tờ khai trễ 20 ngày phạt bao nhiêu', 'phạt rồi nộp trễ tiền phạt thì sao', '0,05%'],
    ['tôi là người mỹ làm ở đà nẵng 5 tháng đóng thuế sao', 'ở đủ 183 ngày thì sao', '12 tháng liên tục'],
    ['em có 2 mã số thuế giờ gộp sao', 'thu nhập mã cũ có bị mất ko', 'không mất'],
    ['hộ kinh doanh nhà em muốn lên công ty', 'thuế còn nợ thì ai trả', 'kế thừa'],
  ] as const)
    it(`“${matter}”, then “${asked}”`, async () => {
      expect(await lastAnswer(matter, asked)).to.include(answer);
    });
});

describe('A question answered out of a neighbouring matter', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  async function topicAfter(...messages: string[]): Promise<string | undefined> {
    const person = new Citizen(knowledge, { now: new Date('2026-11-27T03:00:00Z') });
    for (const message of messages) await person.say(message);
    return person.state?.topic;
  }

  const REPORTED = 'tự nhiên công ty cũ kê khai thu nhập của em mà em ko làm';
  for (const next of [
    '2 năm trước em đâu có làm ở đó',
    'giờ làm gì',
    'công ty đó giải thể rồi',
    'em báo ở đâu',
  ])
    it(`leaves income reported falsely the matter (“${next}”)`, async () => {
      expect(await topicAfter(REPORTED, 'sao biết được', next)).to.equal('phan-anh-khai-khong');
    });

  it('leaves the closing of a household the matter, where and how long', async () => {
    const closing = ['em muốn đóng cửa luôn hộ kinh doanh', 'còn nợ thuế 3 triệu thì sao'];
    expect(await topicAfter(...closing, 'làm ở đâu')).to.equal('cham-dut-mst-ho-kinh-doanh');
    expect(await topicAfter(...closing, 'mấy ngày xong')).to.equal('cham-dut-mst-ho-kinh-doanh');
  });

  it('keeps a sum told next with what was worked out', async () => {
    const both = ['bán nhà 2 tỷ đóng thuế bao nhiêu', 'tiệm tạp hoá cả năm bán 1 tỷ 5 đóng thuế bao nhiêu'];
    expect(await topicAfter(...both, 'à nhầm, 3 tỷ')).to.equal('ho-kinh-doanh-tong-quan');
  });
});

describe('Tax withheld at 10 % and to be had back', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  for (const when of ['khi mô nộp', 'hạn nộp khi nào'])
    it(`is told when to file, not only when the right ends (“${when}”)`, async () => {
      const person = new Citizen(knowledge, { now: new Date('2026-11-27T03:00:00Z') });
      await person.say('tui làm thợ hồ bị trừ 10% năm kiếm khoảng 90 triệu');
      await person.say('có lấy lại được không');
      expect(await person.say(when)).to.match(/cuối\s+tháng 4|30\/04\/2027/);
    });
});
