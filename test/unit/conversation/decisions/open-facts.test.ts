import { expect } from 'chai';
import { Citizen } from '../../../support/citizen.js';
import { shippedKnowledge } from './shipped-knowledge.js';

describe('A citizen who does not know, changes the matter, or tells a bare sum', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  const citizen = (): Citizen => new Citizen(knowledge, { now: new Date('2026-11-27T03:00:00Z') });
  async function told(...messages: string[]): Promise<Citizen> {
    const person = citizen();
    for (const message of messages) await person.say(message);
    return person;
  }

  describe('who does not know what is asked', () => {
    for (const unknown of ['ko nho', 'không biết', 'em chưa rõ nữa', 'k biet', 'quên rồi'])
      it(`is told what each answer comes to and who knows (“${unknown}”), and can go on`, async () => {
        const person = await told('quán e bán mỗi ngày 4 triệu có đóng thuế k', unknown);
        expect(person.screen())
          .to.match(/tiền thuế cả năm tuỳ ngành bán/)
          .and.include('Bán hàng hoá: khoảng 16,9 triệu')
          .and.include('khoảng 50,7 triệu')
          .and.match(/hỏi Thuế cơ sở/);
        expect(person.state?.facts).to.not.have.property('nganh');
        expect(await person.say('tạp hoá')).to.include('nộp khoảng 16,9 triệu');
      });

    it('of a price hears it for a few prices', async () => {
      const person = await told('bán nhà đóng thuế bao nhiêu', 'chưa biết');
      expect(person.screen()).to.include('1 tỷ: khoảng 20 triệu').and.include('hợp đồng');
    });

    it('of a date hears the rule for either side of it, and where the day stands', async () => {
      const person = await told('nhà ni là nhà duy nhất bán có đc miễn ko', 'khong nho ngay');
      expect(person.screen()).to.include('từ 183 ngày, bán toàn bộ thì được miễn').and.include('ghi trên sổ');
    });

    it('asks back why it is asked, and is told', async () => {
      const person = await told('quán e bán mỗi ngày 4 triệu có đóng thuế k', 'vì sao');
      expect(person.screen()).to.match(/em hỏi vì tiền thuế cả năm tuỳ ngành bán/);
      expect(person.state?.waiting).to.deep.include({ for: 'fact', fact: 'nganh' });
    });
  });

  describe('with a price and a turnover told', () => {
    const BOTH = ['bán nhà 2 tỷ đóng thuế bao nhiêu', 'tiệm tạp hoá cả năm bán 1 tỷ 5 đóng thuế bao nhiêu'];

    it('is asked of which of them a bare “3 tỷ thì sao” is, and neither changes before', async () => {
      const person = await told(...BOTH, '3 ty thi sao');
      expect(person.screen()).to.match(/3 tỷ là .*doanh thu.* hay giá bán|3 tỷ là giá bán hay doanh thu/);
      const { gia_nha, doanh_thu } = person.state?.facts ?? {};
      expect(gia_nha?.value).to.include({ amount: 2e9 });
      expect(doanh_thu?.value).to.include({ amount: 1.5e9 });
    });

    it('answers in words or by a button', async () => {
      const inWords = await told(...BOTH, '3 ty thi sao', 'giá nhà đó');
      expect(inWords.screen()).to.include('60 triệu');
      const pressed = await told(...BOTH, '3 ty thi sao');
      expect(await pressed.press('Thuế hộ kinh doanh')).to.include('40 triệu');
      expect(pressed.state?.facts?.['gia_nha']?.value).to.include({ amount: 2e9 });
    });

    it('is not asked where a word says it, or the last sum is taken back', async () => {
      expect((await told(...BOTH, 'doanh thu 3 tỷ thì sao')).screen()).to.include('40 triệu');
      expect((await told(...BOTH, 'à nhầm, 3 tỷ')).screen()).to.include('40 triệu');
    });

    it('is not asked where only one of them is of that size', async () => {
      const person = await told('bán nhà 2 tỷ đóng thuế bao nhiêu', 'lương 28 triệu đóng thuế bao nhiêu');
      expect(await person.say('30tr thì sao')).to.include('635.000 đồng');
      expect(await person.say('3 tỷ thì sao')).to.include('60 triệu');
      expect(person.state?.facts?.['luong_thang']?.value).to.include({ amount: 30e6 });
    });
  });

  it('hears what the buyer of that house owes though another matter came between', async () => {
    const person = await told(
      'chị bán nhà 2 tỷ 5 cho người ngoài đóng thuế nhiêu',
      'quán chị doanh thu 1 tỷ 8 một năm thì đóng mấy',
      'vậy nhà đó bên mua đóng bao nhiêu',
    );
    expect(person.screen())
      .to.include('12,5 triệu')
      .and.match(/bên mua nộp lệ phí trước bạ/);
    expect(await person.say('ăn uống'), 'the question left open is still answered').to.include('66 triệu');
  });

  it('asks “vì sao” after a changed number of children and hears the rule of that tax', async () => {
    const person = await told('luong 35tr dong thue bn', 'thế 2 con thì sao', 'vi sao');
    expect(person.screen()).to.include('6,2 triệu cho mỗi người phụ thuộc').and.include('3,425 triệu');
  });

  it('counts a sum told of several months together over the year', async () => {
    const person = await told('hộ kinh doanh ba tháng 900tr đóng thuế sao');
    expect(person.screen()).to.include('300 triệu một tháng là khoảng 3,6 tỷ một năm');
  });

  it('reads a present of land as a present, not as a sale', async () => {
    const person = await told('cau cho chau dat 520tr dong thue nhieu');
    expect(person.screen()).to.include('50 triệu').and.include('10%');
  });

  it('is late by two years, not since last year', async () => {
    const person = await told('nợ thuế 10 triệu trễ 2 năm rồi thì tiền chậm nộp bao nhiêu');
    expect(person.screen()).to.include('730 ngày');
  });
});
