import { expect } from 'chai';
import { partSupposed, supposedIn } from '../../../../src/conversation/reading/suppositions.js';

describe('What a citizen holds for so', () => {
  for (const [said, question] of [
    ['em chắc là được hoàn đó', 'em được hoàn khong'],
    ['vậy là khỏi nộp rồi', 'khỏi nộp khong'],
    ['chac phai ra tan noi', 'phai ra tan noi khong'],
    ['trễ có 2 ngày chắc không bị phạt đâu', 'trễ có 2 ngày không bị phạt khong'],
    ['nộp qua mạng được đó', 'nộp qua mạng được khong'],
    ['dưới 1 tỷ là khỏi đóng rồi', 'dưới 1 tỷ là khỏi đóng khong'],
    ['nghe nói phải công chứng', 'phải công chứng khong'],
    ['rứa là mẹ tui được trừ rồi', 'mẹ tui được trừ khong'],
  ] as const)
    it(`is asked: “${said}”`, () => expect(supposedIn(said)).to.equal(question));

  for (const said of [
    'chắc không em',
    'cho chắc thì em nộp ở đâu',
    'vậy là xong rồi',
    'ok vậy là hiểu rồi',
    'chắc mai em ra nộp',
    'chắc khoảng 500 triệu',
    'tui nghĩ là 20 triệu một tháng',
    'chắc bị lừa chuyển khoản rồi',
    'đăng nhập được rồi',
    'em đã nộp tờ khai rồi',
    'vậy là phải nộp bao nhiêu',
  ])
    it(`is nothing in: “${said}”`, () => expect(supposedIn(said)).to.equal(undefined));

  for (const [question, part] of [
    ['phải ra tận nơi không', 'where'],
    ['khỏi ra cơ quan thuế không', 'where'],
    ['tốn phí không', 'cost'],
    ['mất cả tháng không', 'how_long'],
    ['phải đem giấy khai sinh không', 'papers'],
    ['được hoàn không', undefined],
  ] as const)
    it(`may be held of a part: “${question}”`, () => expect(partSupposed(question)).to.equal(part));
});
