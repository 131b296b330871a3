import { expect } from 'chai';
import { ratingSaid } from '../../../src/conversation/candidates/rating-words.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

async function atTheEnd(): Promise<Citizen> {
  const citizen = new Citizen(sampleKnowledge());
  await citizen.say('hoan thue tncn lam sao');
  await citizen.press('Căn cứ');
  return citizen;
}

describe('rating after a guide', () => {
  it('asks whether it helped, then for one of five degrees, then for a comment', async () => {
    const chi = await atTheEnd();
    await chi.press('Có');
    expect(chi.last?.rating).to.deep.equal({ helped: true, procedure: 'hoan-thue' });
    expect(chi.titles()).to.include.members(['5 Rất hài lòng', '1 Rất không hài lòng', 'Bỏ qua']);
    await chi.press('4 Hài lòng');
    expect(chi.last?.rating).to.deep.equal({ degree: 4, procedure: 'hoan-thue' });
    await chi.say('em hướng dẫn kỹ lắm');
    expect(chi.last?.rating).to.deep.equal({ comment: 'em hướng dẫn kỹ lắm', procedure: 'hoan-thue' });
  });

  it('takes a typed “có” or “chưa”, there and nowhere else', async () => {
    const anh = await atTheEnd();
    await anh.say('dạ chưa ạ');
    expect(anh.last?.rating).to.deep.equal({ helped: false, procedure: 'hoan-thue' });
    const chi = await atTheEnd();
    await chi.say('có');
    expect(chi.last?.rating).to.deep.equal({ helped: true, procedure: 'hoan-thue' });
    const ong = new Citizen(sampleKnowledge());
    await ong.say('hoan thue tncn lam sao');
    await ong.say('có');
    expect(ong.last).not.to.have.property('rating');
  });

  it('takes a typed degree', async () => {
    const anh = await atTheEnd();
    await anh.press('Chưa');
    await anh.say('2');
    expect(anh.last?.rating?.degree).to.equal(2);
  });

  it('is never in the way of the next question', async () => {
    for (const press of [[], ['Có'], ['Có', '5 Rất hài lòng']]) {
      const chi = await atTheEnd();
      for (const title of press) await chi.press(title);
      expect(await chi.say('lệ phí môn bài bỏ chưa')).to.match(/bãi bỏ/);
    }
  });

  it('can be skipped', async () => {
    const anh = await atTheEnd();
    await anh.press('Có');
    await anh.press('Bỏ qua');
    expect(anh.state?.waiting).to.equal(undefined);
  });

  it('puts the lowest degree before a person', async () => {
    const chi = await atTheEnd();
    await chi.press('Chưa');
    await chi.press('1 Rất không hài lòng');
    expect(chi.requests.filed.map(({ kind }) => kind)).to.deep.equal(['low_rating']);
  });
});

describe('a rating in words', () => {
  const DEGREES: readonly (readonly [string, number])[] = [
    ['chấm 3 nha', 3],
    ['năm sao cho bé', 5],
    ['4 trên 5', 4],
    ['4/5', 4],
    ['10 điểm', 5],
    ['mười điểm luôn', 5],
    ['7/10', 4],
    ['cho em 2 điểm', 2],
    ['đánh giá 4 sao', 4],
    ['tàm tạm', 3],
    ['cũng được á', 3],
    ['cung tam thoi', 3],
    ['không tệ', 3],
    ['rất ok nha', 5],
    ['tốt lắm em', 5],
    ['tuyệt vời', 5],
    ['ok lắm', 5],
    ['không hài lòng', 2],
    ['ko hài lòng lắm', 2],
    ['rất không hài lòng', 1],
    ['hài lòng', 4],
    ['mười trên mười', 5],
    ['hông hài lòng chút nào', 1],
    ['ko tốt', 2],
    ['dở ẹc', 1],
    ['tệ quá', 1],
    ['te that su', 1],
    ['hơi kém', 2],
  ];
  for (const [words, degree] of DEGREES)
    it(`“${words}” is ${degree}`, () => {
      expect(ratingSaid(words, true)?.degree).to.equal(degree);
      expect(ratingSaid(words, false)?.degree).to.equal(degree);
    });

  it('says whether it helped where that was asked', () => {
    for (const words of ['ừ có giúp được', 'giúp được rồi em', 'đúng ý tui', 'có', 'cũng trúng'])
      expect(ratingSaid(words, false), words).to.deep.equal({ helped: true });
    for (const words of ['chưa giúp được gì', 'không trúng cái tui hỏi', 'chưa', 'ko giúp được', 'hông'])
      expect(ratingSaid(words, false), words).to.deep.equal({ helped: false });
  });

  const QUESTIONS = [
    '5 sao là khách sạn phải đóng thuế gì',
    'tạm ngừng kinh doanh',
    'tệ thật, năm nào cũng thu',
    'được không',
    'có phải nộp không',
    'thuế 5 phần trăm',
    'số 2',
    'năm nay',
    'nộp 3 lần được không em',
    'khai tốt hay không khai tốt hơn',
    'chưa nộp thì sao',
    'hài lòng thì làm gì nữa',
    'ok',
    'chấm công ca đêm tính sao',
    'điểm đón khách ở đâu',
  ];
  for (const words of QUESTIONS)
    it(`“${words}” is none`, () => void expect(ratingSaid(words, false)).to.equal(undefined));

  it('is taken after the guide, and a question there is a question', async () => {
    const chi = await atTheEnd();
    await chi.say('tàm tạm thôi em');
    expect(chi.last?.rating?.degree).to.equal(3);
    const anh = await atTheEnd();
    await anh.say('lệ phí môn bài bỏ chưa');
    expect(anh.last).not.to.have.property('rating');
    const ong = new Citizen(sampleKnowledge());
    await ong.say('hoan thue tncn lam sao');
    await ong.say('5 sao');
    expect(ong.last).not.to.have.property('rating');
  });
});
