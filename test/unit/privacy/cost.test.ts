import { expect } from 'chai';
import { cutText, TEXT_LIMIT } from '../../../src/privacy/cut-text.js';
import { maskText } from '../../../src/privacy/mask-text.js';
import { readText } from '../../../src/shared/vietnamese-text.js';

/** Beginnings of what is looked for, again and again: where a pattern that starts anew at each costs the most. */
const WORST: readonly string[] = [
  'đăngkýmãsốthuế',
  'a',
  'A',
  'A<<',
  '1',
  '1 ',
  '1.',
  '123 ',
  '0905 ',
  '1\u200b',
  'a@',
  'a.',
  '@a.com',
  'www.',
  'https://gov.vn',
  'mk ',
  'mk  ',
  'mật khẩu của ',
  'thửa đất số ',
  'gcn số:',
  'sổ đỏ số 1/',
  'BK 12 ',
  'C 1 ',
  '43A1-',
  'otp 48 ',
  'stk mst nợ vay ',
  'tên nguyễn ',
  '048199001234|',
  '[đã che: ',
  'duwngf ',
  'd9o6ng2 ',
  'a\u0301',
  '\u0301',
  '👨‍👩‍👧',
  '(+',
  ' ',
  '\n',
  '\t ',
];

function filled(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

/** The shortest of many runs, in microseconds of this process's clock: what else the machine does only makes runs longer. */
function shortest(work: () => unknown, runs = 25): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const from = process.hrtime.bigint();
    work();
    best = Math.min(best, Number(process.hrtime.bigint() - from) / 1000);
  }
  return best;
}

describe('what reading and masking a text costs', () => {
  const ordinary = filled('cho em hỏi mst của con em 0905 123 456 thì nộp ở đâu, ', TEXT_LIMIT);

  for (const part of WORST)
    it(`grows with the length only: ${JSON.stringify(part)} over and over`, () => {
      const [short, long] = [filled(part, 240), filled(part, 240 * 8)];
      maskText(long);
      // Linear: 8 times as much; quadratic: 64.
      const growth = shortest(() => maskText(long)) / shortest(() => maskText(short), 100);
      expect(growth).to.be.below(32);
    });

  it('is bounded for the longest message that can be sent, whatever it holds', () => {
    const usual = shortest(() => maskText(ordinary));
    for (const part of WORST) {
      const cost = shortest(() => maskText(filled(part, 20_000)), 10);
      expect(cost / usual, JSON.stringify(part)).to.be.below(15);
    }
  });
});

describe('a text that is too long', () => {
  const long = (end: string) => `${filled('thuế ', TEXT_LIMIT - 6)} ${end}`;

  it('is cut at white space, and says so', () => {
    const { text, truncated } = maskText(filled('hoàn thuế ', 5000));
    expect(truncated).to.equal(true);
    expect(text)
      .to.match(/ (?:hoàn|thuế)$/)
      .and.have.length.within(TEXT_LIMIT - 20, TEXT_LIMIT);
    expect(maskText(filled('hoàn thuế ', TEXT_LIMIT)).truncated).to.equal(false);
  });

  for (const number of [
    '048199001234',
    '0905 123 456',
    '0905 - 123 - 456',
    '0\u200b9\u200b05123456',
    '０９０５１２３４５６',
  ])
    it(`is never cut within the digits of a number: ${JSON.stringify(number)}`, () => {
      for (let shift = 0; shift < number.length + 6; shift++) {
        const { text } = maskText(filled('x', shift) + long(`${number} nhé ${filled('đất ', 300)}`).slice(1));
        expect(readText(text).text).not.to.match(/\d/);
      }
    });

  it('without any white space is cut between characters', () => {
    for (const part of ['đăngkýmãsốthuế', '😀', 'e\u0302\u0301']) {
      const { text, truncated } = cutText(filled(part, 20_001));
      expect(truncated).to.equal(true);
      expect(text).not.to.match(/\p{Cs}/u);
      expect(filled(part, 20_001).slice(text.length)).not.to.match(/^\p{M}/u);
    }
  });

  it('of digits only leaves nothing', () => {
    expect(maskText(filled('0905123456', 20_000)).text).not.to.match(/\d/);
    expect(maskText(filled('0905 123 456 ', 20_000)).text).not.to.match(/\d/);
  });
});
