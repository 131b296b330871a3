import { expect } from 'chai';
import type { Content } from '../../../../src/content/types.js';
import { decideForPersons } from '../../../../src/conversation/decisions/decide.js';
import { changed, opened, why } from '../../../../src/conversation/decisions/explain.js';
import { DAY, shippedContent } from '../../content/decisions/real-decisions.js';
import { Talk } from './talk.js';
import { bare, count, date, duration, message, money } from './told.js';

describe('Facts told in the middle of a conversation', () => {
  let content: Content;
  before(async () => void (content = await shippedContent()));

  it('a price, then the right one: the value taken back is not taken', () => {
    const talk = new Talk(content, 'thue-ban-nha-dat').say(
      message('chị bán cái nhà 1 tỷ 2 thì đóng thuế nhiêu', [money('1 tỷ 2', 1.2e9)]),
    );
    expect(talk.answer).to.include('24 triệu');
    const text = 'à nhầm, 1 tỷ 3 chứ ko phải 1 tỷ 2';
    talk.say(message(text, [money('1 tỷ 3', 1.3e9), money('1 tỷ 2', 1.2e9)]));
    expect(talk.answer).to.include('26 triệu');
    expect(talk.taken.facts[0]?.how).to.equal('corrected');
    const opener = changed(talk.before, talk.known, content);
    expect(opened({ content }, talk.answer, opener)).to.match(/^Dạ, vậy với giá 1,3 tỷ thì bên bán nộp/);
  });

  it('the only home, and a month on the certificate: neither yes nor no before the days are counted', () => {
    const talk = new Talk(content, 'thue-ban-nha-dat').say(
      message('nhà ni là nhà duy nhất của chị đó, được miễn ko'),
    );
    expect(talk.answer).to.include('"fact":"ngay_dung_ten"');
    talk.say(message('sổ ra tháng 7 năm nay', [date('tháng 7 năm nay', '2026-07-01', '2026-07-31')]));
    expect(talk.answer).to.include('119 đến 149 ngày').and.include('từ 31/12/2026 đến 30/01/2027');
  });

  it('an only home told in the negative: no other one', () => {
    for (const text of [
      'ngoài ra chị không có nhà nào khác',
      'hông có nhà nào khác hết',
      'k co nha nao khac',
    ])
      expect(
        new Talk(content, 'thue-ban-nha-dat').say(message(text)).known['nha_duy_nhat'],
        text,
      ).to.deep.equal({
        kind: 'choice',
        value: 'co',
      });
    expect(
      new Talk(content, 'thue-ban-nha-dat').say(
        message('đâu phải nhà duy nhất, không phải nhà duy nhất của tui'),
      ).known,
    ).to.deep.equal({ nha_duy_nhat: { kind: 'choice', value: 'khong' } });
  });

  it('the buyer’s relation by the word that says most: a daughter-in-law is no daughter', () => {
    const relation = (text: string) =>
      new Talk(content, 'thue-ban-nha-dat').say(message(text)).known['quan_he_mua_ban'];
    expect(relation('ba mẹ bán cho con dâu thì sao')).to.deep.include({ value: 'dau_re' });
    expect(relation('ba me ban cho con re')).to.deep.include({ value: 'dau_re' });
    expect(relation('em gái bán lại cho anh trai ruột')).to.deep.include({ value: 'anh_chi_em_ruot' });
    expect(relation('bán cho thằng em họ')).to.deep.include({ value: 'ho_hang' });
    expect(relation('bán cho con gái út')).to.deep.include({ value: 'cha_me_con' });
    expect(relation('mẹ em bán lại cho em miếng đất')).to.deep.include({ value: 'cha_me_con' });
    expect(relation('mua nhà của chị gái thì sao')).to.deep.include({ value: 'anh_chi_em_ruot' });
    expect(relation('anh trai em hỏi bán nhà 2 tỷ đóng mấy'), 'a brother who asks buys nothing').to.equal(
      undefined,
    );
    expect(relation('hỏi giùm cho ba mẹ: bán đất cho người ta')).to.deep.include({ value: 'nguoi_ngoai' });
    expect(relation('còn cho con gái thì sao')).to.deep.include({ value: 'cha_me_con' });
    expect(relation('nộp ở đâu, đi lâu không'), '“đâu” is no “dâu”').to.equal(undefined);
  });

  it('a day’s takings become a year’s and are acknowledged; days told later count them anew', () => {
    const talk = new Talk(content, 'ho-kinh-doanh-thue').say(
      message('quán bún chị mỗi ngày bán chừng 3 triệu rưỡi', [money('3 triệu rưỡi', 3.5e6, 'day')]),
    );
    expect(talk.acknowledged).to.equal('3,5 triệu một ngày trong 365 ngày là khoảng 1,2775 tỷ một năm');
    talk.say(message('rứa 1 năm bán cỡ 330 ngày', [duration('330 ngày', 330, 'day')]));
    expect(talk.answer).to.include('1,155 tỷ').and.include('34,65 triệu').and.include('2,325 triệu');
  });

  it('the old presumptive tax is no turnover', () => {
    const talk = new Talk(content, 'ho-kinh-doanh-thue').say(
      message('quán bún hồi giờ đóng khoán tháng 500 ngàn', [money('500 ngàn', 5e5, 'month')]),
    );
    expect(talk.known).to.have.all.keys('nganh');
  });

  it('a further sum is added, a corrected one is not', () => {
    const talk = new Talk(content, 'cho-thue-nha').say(
      message('có 3 căn nhà, mỗi căn 6 triệu một tháng', [
        count('3 căn', 3, 'can nha'),
        money('6 triệu', 6e6, 'month'),
      ]),
    );
    expect(talk.answer).to.include('216 triệu');
    talk.say(
      message('tui còn cái nhà mặt tiền cho ngân hàng thuê 80 triệu 1 tháng nữa', [
        money('80 triệu', 8e7, 'month'),
      ]),
    );
    expect(talk.answer).to.include('1,176 tỷ').and.include('67,6 triệu');
    talk.say(
      message('ngân hàng mới thuê từ tháng 10 năm ni', [date('tháng 10 năm ni', '2026-10-01', '2026-10-31')]),
    );
    expect(talk.answer).to.include('456 triệu');
    talk.say(message('à nhầm, tổng cộng 20 triệu một tháng thôi', [money('20 triệu', 2e7, 'month')]));
    expect(talk.answer).to.include('240 triệu');
  });

  it('"lận" stresses a further sum and takes nothing back', () => {
    const talk = new Talk(content, 'ho-kinh-doanh-thue')
      .say(message('e ban shopee ca nam co 300tr thoi', [money('300tr', 3e8, 'year')]))
      .say(message('a con ban them fb nua, 900tr lan', [money('900tr', 9e8)]));
    expect(talk.answer).to.include('1,2 tỷ');
    talk.say(message('tổng cộng hết thảy có 950tr thôi', [money('950tr', 9.5e8)]));
    expect(talk.answer).to.include('950 triệu');
  });

  it('a quarter’s turnover with words between', () => {
    const talk = new Talk(content, 'ho-kinh-doanh-thue').say(
      message('doanh thu quý chừng 400 triệu, bán vật liệu xây dựng', [money('400 triệu', 4e8)]),
    );
    expect(talk.answer).to.include('1,6 tỷ');
  });

  it('rooms times rent, also where the unit follows later', () => {
    const talk = new Talk(content, 'cho-thue-nha').say(
      message('9 phòng trọ mỗi phòng 1tr3', [count('9 phòng trọ', 9, 'phong tro'), money('1tr3', 1.3e6)]),
    );
    expect(talk.answer).to.include('140,4 triệu');
  });

  it('rooms times rent without a stop between the rooms and each of them', () => {
    const talk = new Talk(content, 'cho-thue-nha').say(
      message('cho thuê nhà 3 phòng mỗi phòng 2tr', [
        count('3 phòng mỗi', 3, 'phong moi'),
        money('2tr', 2e6),
      ]),
    );
    expect(talk.answer).to.include('72 triệu');
  });

  it('a bare number answers what was asked, and "35 ngày chứ ko phải 20" replaces it', () => {
    const talk = new Talk(content, 'tien-cham-nop').say(
      message('tiền thuế 6tr nộp trễ', [money('6tr', 6e6)]),
    );
    talk.say(message('20', [bare('20', 20)], 'so_ngay_tre'));
    expect(talk.reached.sums['tien_cham_nop']).to.be.closeTo(36_000, 0.01);
    talk.say(message('35 ngày lận chứ ko phải 20', [duration('35 ngày', 35, 'day'), bare('20', 20)]));
    expect(talk.reached.sums['tien_cham_nop']).to.be.closeTo(63_000, 0.01);
    talk.say(message('thế trễ 90 ngày', [duration('90 ngày', 90, 'day')]));
    expect(talk.answer).to.include('162.000 đồng');
  });

  it('a deadline that has passed is told as days late', () => {
    const talk = new Talk(content, 'tien-cham-nop').say(
      message('nợ thuế 600 triệu quá hạn từ 30/6', [
        money('600 triệu', 6e8),
        date('30/6', '2026-06-30', '2026-06-30'),
      ]),
    );
    expect(talk.answer).to.include('149 ngày');
  });

  it('a limit in days is said with its unit', () => {
    const talk = new Talk(content, 'tam-hoan-xuat-canh').say(
      message('hộ kinh doanh nợ 120 triệu trễ 60 ngày', [
        money('120 triệu', 1.2e8),
        duration('60 ngày', 60, 'day'),
      ]),
    );
    expect(talk.answer).to.include('mới quá hạn 60 ngày, chưa đủ 120 ngày');
  });

  it('an opener is not said where the answer begins with the value itself', () => {
    const talk = new Talk(content, 'ho-kinh-doanh-thue')
      .say(message('doanh thu 800 triệu', [money('800 triệu', 8e8)]))
      .say(message('à 900 triệu mới đúng', [money('900 triệu', 9e8)]));
    expect(opened({ content }, talk.answer, changed(talk.before, talk.known, content))).to.match(
      /^Dạ, vậy cả năm 900 triệu, không quá 1 tỷ/,
    );
  });

  it('a salary, then children: dependants change, the salary stays', () => {
    const talk = new Talk(content, 'thue-luong').say(
      message('luong e 28tr 1 thang', [money('28tr', 28e6, 'month')]),
    );
    expect(talk.answer).to.include('478.000 đồng');
    expect(talk.say(message('1 con nha', [count('1 con', 1, 'con nha')])).answer).to.include('168.000 đồng');
    expect(talk.say(message('thế 2 con thì sao', [count('2 con', 2, 'con thi')])).answer).to.include(
      '0 đồng',
    );
    expect(talk.say(message('hổng có con', [])).answer).to.include('478.000 đồng');
    talk.say(message('ck e 45 củ', [money('45 củ', 45e6)]));
    expect(talk.taken.facts, 'the husband’s salary is none of the asker’s').to.deep.equal([]);
  });

  it('two persons in one message are answered each for themselves', () => {
    const talk = new Talk(content, 'thue-luong').say(
      message('e lương 20tr chưa con cái gì, ck e 35tr nuôi 1 đứa, mỗi người đóng nhiêu', [
        money('20tr', 20e6),
        money('35tr', 35e6),
        count('1 đứa', 1, 'dua'),
      ]),
    );
    const answers = decideForPersons(talk.decision, talk.taken.persons, {}, { content, today: DAY });
    expect(answers.map(({ who }) => who)).to.deep.equal(['self', 'husband']);
    expect(
      answers.map(({ decided }) => (decided.kind === 'result' ? decided.sums['thue'] : undefined)),
    ).to.deep.equal([120_000, 481_250]);
  });

  it('the other’s salary is kept apart from one’s own', () => {
    const talk = new Talk(content, 'nguoi-phu-thuoc-ai-khai')
      .say(message('luong e 28tr', [money('28tr', 28e6)]))
      .say(
        message('còn ck e lương 45tr, cho ổng tính 2 đứa', [money('45tr', 45e6), count('2 đứa', 2, 'dua')]),
      );
    expect(talk.answer).to.include('người lương 45 triệu').and.include('1,24 triệu');
  });

  it('a sum that cannot be meant is asked again, not taken', () => {
    const talk = new Talk(content, 'thue-ban-nha-dat').say(
      message('bán nhà 5 ngàn', [money('5 ngàn', 5000)]),
    );
    expect(talk.known).to.deep.equal({});
    expect(talk.taken.implausible).to.have.length(1);
  });

  it('"vì sao" names the facts, the rule, its basis and the day it was checked', () => {
    const talk = new Talk(content, 'thue-ban-nha-dat').say(message('bán 1 tỷ 2', [money('1 tỷ 2', 1.2e9)]));
    const reasons = why(talk.reached, talk.known, content);
    expect(reasons.facts.join('; ')).to.include('giá bán: 1,2 tỷ');
    expect(reasons.rule).to.include('2%');
    expect(reasons.basis.join('; ')).to.include('109/2025/QH15');
    expect(reasons.checkedOn).to.match(/^2026-/);
  });
});
