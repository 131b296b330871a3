import { expect } from 'chai';
import { EnglishReader } from '../../../src/intent-matching/text/english.js';
import { trainMatcher } from '../../../src/intent-matching/train.js';
import { others, ours, vocabulary } from './sample-examples.js';

const english = [
  { written: 'tax code', means: 'mã số thuế' },
  { written: 'tax', means: 'thuế' },
  { written: 'register', means: 'đăng ký' },
  { written: 'company', means: 'công ty' },
  { written: 'finalize', means: 'quyết toán' },
];

describe('an English message', () => {
  const reader = new EnglishReader(english);

  it('is read through the glossary, the longest phrase first, without the words that only join others', () => {
    expect(reader.read('How can I register a tax code?')).to.equal('đăng ký mã số thuế');
    expect(reader.read('what tax do I need to pay')).to.equal('thuế pay');
  });

  it('is read in the plural and in British spelling', () => {
    expect(reader.read('do companies need to finalise their taxes')).to.equal('công ty quyết toán thuế');
  });

  it('keeps the words that the glossary does not know, so that another matter stays strange', () => {
    expect(reader.read('how can I register my giraffe with you')).to.equal('đăng ký giraffe');
  });

  it('is not seen in Vietnamese, with or without marks, nor in a few English words among it', () => {
    for (const text of [
      'đăng ký mã số thuế',
      'toi can lam the nao de co ma so thue',
      'an com chua the ha',
      'thue tax cua toi bao nhieu',
      'cho hoi app etax mobile dang nhap sao',
      '123',
      '',
    ])
      expect(reader.read(text), text).to.equal(null);
  });

  it('is matched as the Vietnamese that it says, and the match names its language', () => {
    const matcher = trainMatcher([...ours, ...others], { ...vocabulary, english });
    const { intent, language } = matcher.match('how do I register a tax code');
    expect([intent, language]).to.deep.equal(['dang-ky', 'en']);
    expect(matcher.match('đăng ký mã số thuế').language).to.equal('vi');
    expect(matcher.match('where is the giraffe').decision).to.equal('decline');
  });
});
