import { expect } from 'chai';
import { isPreamble, partsOfMessage } from '../../../../src/conversation/reading/clauses.js';
import { asksSomething } from '../../../../src/conversation/reading/asks.js';

describe('The parts of a message', () => {
  for (const [said, segments] of [
    [
      'em có 2 việc: vừa bán đất muốn biết thuế, với lại mã số thuế báo khoá thì làm sao',
      [['vừa bán đất muốn biết thuế,'], ['mã số thuế báo khoá thì làm sao']],
    ],
    [
      'hỏi hai chuyện: thứ nhất là bán xe thuế sao, thứ hai là đăng ký người phụ thuộc cho mẹ',
      [['bán xe thuế sao,'], ['đăng ký người phụ thuộc cho mẹ']],
    ],
    [
      'lương 28 triệu\n2 con nhỏ\nđóng thuế bao nhiêu',
      [['lương 28 triệu', '2 con nhỏ', 'đóng thuế bao nhiêu']],
    ],
    [
      'Dạ em chào anh chị\nem mới nghỉ công ty đầu\ncó phải tự quyết toán không, nhờ anh chị giúp em',
      [['em mới nghỉ công ty đầu', 'có phải tự quyết toán không']],
    ],
  ] as const)
    it(`are its questions, each with what was told before it: “${said}”`, () => {
      expect(partsOfMessage(said).segments).to.deep.equal(segments);
    });

  it('do not begin with a greeting or a call, nor end with a plea', () => {
    for (const said of [
      'em chào anh chị',
      'cho chị hỏi chút',
      'dạ anh muốn hỏi',
      'nhờ em giúp với',
      'alo ad ơi',
    ])
      expect(isPreamble(said), said).to.equal(true);
    for (const said of ['cần chi', 'bán nhà', 'chị ở Núi Thành', 'nộp ở đâu', 'gặp cán bộ'])
      expect(isPreamble(said), said).to.equal(false);
  });
});

describe('Words that only look like question words', () => {
  for (const said of [
    'tháng 7 mới mở',
    'công ty đầu em nghỉ rồi',
    'mã cũ của chị',
    'em mua máy rồi',
    'hẹn bữa khác',
    'chị ở Tam Kỳ',
    'em làm công ty may',
    'em chưa báo gì hết',
    'em chào anh chị',
  ])
    it(`ask nothing: “${said}”`, () => expect(asksSomething(said)).to.equal(false));

  for (const said of [
    'cần chi',
    'ra mô',
    'nộp ở đâu',
    'mấy ngày',
    'can giay to chi',
    'ra mo nop',
    'het may tien',
    'phải làm gì',
  ])
    it(`are told from those that ask: “${said}”`, () => expect(asksSomething(said)).to.equal(true));
});
