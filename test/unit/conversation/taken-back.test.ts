import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';

describe('A correction without the right value', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  async function told(...messages: string[]): Promise<Citizen> {
    const person = new Citizen(knowledge, { now: new Date('2026-11-27T03:00:00Z') });
    for (const message of messages) await person.say(message);
    return person;
  }

  it('right after a calculation is asked for the value, and the next sum counts anew', async () => {
    const house = await told('bán nhà 2 tỷ 2 đóng thuế bao nhiêu', 'chết, nhầm số tiền rồi');
    expect(house.state?.waiting).to.deep.include({ for: 'fact', fact: 'gia_nha' });
    expect(await house.say('2 tỷ 5')).to.include('50 triệu');
    const pay = await told('lương 31 triệu nuôi 1 con đóng thuế nhiêu', 'à không, sai lương rồi');
    expect(pay.state?.waiting).to.deep.include({ for: 'fact', fact: 'luong_thang' });
    const late = await told('nợ thuế 40 triệu trễ 25 ngày thì tiền chậm nộp mấy', 'sai số ngày rồi em');
    expect(late.state?.waiting).to.deep.include({ for: 'fact', fact: 'so_ngay_tre' });
  });

  it('of what the question was about is answered for what is meant instead', async () => {
    const invoice = 'bữa trước ghi sai tên công ty mua trên hóa đơn thì hủy hay sao';
    for (const instead of ['à không, sai tiền trên hóa đơn cơ', 'nhầm, sai số tiền'])
      expect((await told(invoice, instead)).screen(), instead).to.match(/điều chỉnh hoặc thay thế/u);
  });
});
