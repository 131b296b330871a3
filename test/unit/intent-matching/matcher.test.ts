import { expect } from 'chai';
import { LinearMatcher } from '../../../src/intent-matching/linear-matcher.js';
import { deserialise, serialise } from '../../../src/intent-matching/stored-model.js';
import { trainMatcher, trainModel } from '../../../src/intent-matching/train.js';
import { others, ours, vocabulary } from './sample-examples.js';

const matcher = trainMatcher([...ours, ...others], vocabulary);

describe('a citizen’s message is matched with an intent', () => {
  const cases: Record<string, string> = {
    'e muon dk mst ca nhan lan dau': 'dang-ky',
    'ddawng kys max soos thuees': 'dang-ky',
    'thue tncn hoan lai sao ad': 'hoan-thue',
    'them NPT cho con cần giấy tờ j ạ': 'nguoi-phu-thuoc',
    'nộp thuế đất ở đâu răng': 'thue-dat',
  };
  for (const [text, intent] of Object.entries(cases))
    it(`“${text}” → ${intent}`, () => expect(matcher.match(text).intent).to.equal(intent));

  it('understands decomposed letters (NFD)', () => {
    expect(matcher.match('hoàn thuế thu nhập cá nhân'.normalize('NFD')).intent).to.equal('hoan-thue');
  });

  it('gives the best intents first, with confidences that are shares of one', () => {
    const { alternatives, confidence } = matcher.match('hoàn thuế');
    const shares = alternatives.map((alternative) => alternative.confidence);
    expect(alternatives).to.have.length(4);
    expect(shares).to.deep.equal([...shares].sort((a, b) => b - a));
    expect(confidence).to.equal(shares[0]);
    expect(shares.reduce((sum, share) => sum + share)).to.be.closeTo(1, 1e-6);
  });

  it('is surer of a message like the examples than of one that mixes two intents', () => {
    const clear = matcher.match('bao giờ có tiền hoàn thuế').confidence;
    expect(matcher.match('thuế đất hoàn thuế').confidence).to.be.below(clear);
  });
});

describe('two things asked in one message, as a label of two parts', () => {
  const alone = ['dang-ky', 'hoan-thue'].map((label) => ours.filter(({ intent }) => intent === label));
  const [registering = [], refunds = []] = alone;
  const both = registering.slice(0, 2).map(({ text }, at) => ({
    text: `${text} và ${refunds[at]?.text ?? ''}`,
    intent: 'dang-ky#hoan-thue',
  }));
  const joint = trainMatcher([...ours, ...both], vocabulary);

  it('are both heard, in words of either that were never met together', () => {
    const said = joint.match('xin cấp mst cá nhân lần đầu và chưa nhận được tiền hoàn thuế');
    expect(said.intent).to.equal('dang-ky#hoan-thue');
  });

  it('and one of them alone stays that one', () => {
    expect(joint.match('chưa nhận được tiền hoàn thuế').intent).to.equal('hoan-thue');
    expect(joint.match('xin cấp mst cá nhân').intent).to.equal('dang-ky');
  });
});

describe('what is not ours', () => {
  it('ranks below what is ours', () => {
    const stranger = matcher.match('bệnh viện nào khám răng tốt').inScope;
    expect(matcher.match('xin hoàn thuế nộp thừa').inScope).to.be.above(stranger);
  });

  it('is declined', () => {
    expect(matcher.match('tối nay bóng đá mấy giờ').decision).to.equal('decline');
  });

  it('a message without a word, or without a known letter, is declined and has no intent', () => {
    for (const text of ['', '   ', '😂😂😂', '???', '你好'])
      expect(matcher.match(text), text).to.include({ decision: 'decline', intent: null });
  });

  it('is told apart even when no example out of scope was given', () => {
    const untaught = trainMatcher(ours, vocabulary);
    const stranger = untaught.match('mua vé xe đi huế').inScope;
    expect(untaught.match('đăng ký mã số thuế').inScope).to.be.above(stranger);
  });
});

describe('the decision', () => {
  it('offers two to four intents when it asks back, the best first, and none otherwise', () => {
    for (const text of ['giấy tờ gì', 'hồ sơ nộp ở đâu', 'con', 'thuế', 'xin hoàn thuế', 'mua vé']) {
      const { decision, options, alternatives } = matcher.match(text);
      if (decision === 'ask_back') {
        expect(options, text).to.have.length.within(2, 4);
        expect(options).to.deep.equal(alternatives.slice(0, options.length).map(({ intent }) => intent));
      } else expect(options, text).to.deep.equal([]);
    }
  });
});

describe('training', () => {
  it('gives the same matcher for the same examples', () => {
    const again = trainMatcher([...ours, ...others], vocabulary);
    expect(again.match('mst cho con')).to.deep.equal(matcher.match('mst cho con'));
    expect(again.version).to.equal(matcher.version);
  });

  it('has another version when an example changes, unless the content’s version is given', () => {
    expect(trainMatcher(ours, vocabulary).version).not.to.equal(matcher.version);
    expect(trainMatcher(ours, vocabulary, { version: 'v7' }).version).to.equal('v7');
  });

  it('copes with one intent, with one example each, and with none at all', () => {
    expect(trainMatcher(ours.slice(0, 3), vocabulary).match('mst').intent).to.equal('dang-ky');
    const single = ours.filter((_, at) => at % 6 === 0);
    expect(trainMatcher(single, vocabulary).match('nộp thuế đất').intent).to.equal('thue-dat');
    expect(trainMatcher([], vocabulary).match('nộp thuế').decision).to.equal('decline');
  });
});

describe('a stored model', () => {
  const model = trainModel([...ours, ...others], vocabulary);

  it('matches as the one it was stored from', () => {
    const restored = deserialise(serialise(model));
    if (restored === null) throw new Error('not restored');
    for (const { text } of [...ours, ...others])
      expect(new LinearMatcher(restored).match(text)).to.deep.equal(matcher.match(text));
  });

  it('is refused when bytes are missing or are none of ours', () => {
    const bytes = serialise(model);
    expect(deserialise(bytes.slice(0, bytes.length - 4))).to.equal(null);
    expect(deserialise(bytes.slice(0, 20))).to.equal(null);
    expect(deserialise(new TextEncoder().encode('{"not":"a model of ours"}'))).to.equal(null);
  });
});

describe('the explanation for staff', () => {
  it('names the words as they were written, the heaviest first', () => {
    const parts = matcher.explain('Em muốn thêm NPT cho con', 'nguoi-phu-thuoc');
    expect(parts[0]?.part).to.equal('NPT');
    expect(parts.map(({ part }) => part)).to.have.members(['Em', 'muốn', 'thêm', 'NPT', 'cho', 'con']);
    const weights = parts.map(({ weight }) => Math.abs(weight));
    expect(weights).to.deep.equal([...weights].sort((a, b) => b - a));
  });

  it('shows what spoke against an intent with a negative weight', () => {
    const [heaviest] = matcher.explain('hoàn thuế', 'thue-dat').filter(({ part }) => part === 'hoàn');
    expect(heaviest?.weight).to.be.below(0);
  });

  it('is empty for an intent that does not exist', () => {
    expect(matcher.explain('hoàn thuế', 'no-such-intent')).to.deep.equal([]);
  });
});
