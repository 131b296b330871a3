import { expect } from 'chai';
import { comparison, type CommittedFigures } from '../../../src/commands/intents-eval-gate.js';
import { crossValidate } from '../../../src/intent-matching/cross-validate.js';
import { figuresOf, outcomesOf, rocArea, scoresByIntent } from '../../../src/intent-matching/metrics.js';
import { calibrationError } from '../../../src/intent-matching/model/calibration.js';
import { NoiseWriter } from '../../../src/intent-matching/noise.js';
import { faultsOf } from '../../../src/intent-matching/quality.js';
import type { MatchDecision, Match } from '../../../src/intent-matching/types.js';
import { others, ours, vocabulary } from './sample-examples.js';

function said(intent: string, confidence: number, decision: MatchDecision = 'answer', inScope = 1): Match {
  const alternatives = [{ intent, confidence }];
  return { decision, intent, confidence, alternatives, options: [], inScope };
}

describe('the figures of a measurement', () => {
  const rows = [
    { intent: 'a', match: said('a', 0.9) },
    { intent: 'a', match: said('a', 0.8) },
    { intent: 'a', match: said('b', 0.6) },
    { intent: 'b', match: said('b', 0.7, 'ask_back') },
    { intent: null, match: said('a', 0.9, 'decline', 0.1) },
    { intent: null, match: said('b', 0.9, 'answer', 1) },
  ];

  it('count rows out of scope only for telling them apart', () => {
    const { accuracy, oosAuroc } = figuresOf(rows);
    expect(accuracy).to.equal(0.75);
    expect(oosAuroc).to.equal(0.75);
    expect(figuresOf(rows.slice(0, 4)).oosAuroc).to.equal(null);
  });

  it('give precision and recall by intent, and their mean', () => {
    const scores = scoresByIntent(rows.slice(0, 4));
    expect(scores[0]).to.include({ intent: 'a', examples: 3, precision: 1, recall: 2 / 3 });
    expect(scores[1]).to.include({ intent: 'b', examples: 1, precision: 0.5, recall: 1 });
    expect(figuresOf(rows).macroF1).to.be.closeTo((0.8 + 2 / 3) / 2, 1e-9);
  });

  it('say what citizens would have met', () => {
    const outcomes = outcomesOf(rows);
    expect(outcomes).to.include({ answeredRight: 0.5, answeredWrong: 0.25, askedBack: 0.25 });
    expect(outcomes).to.include({ wronglyDeclined: 0, othersDeclined: 0.5 });
  });

  it('tell an answer to nothing that was asked from one to half of it, or to one matter too many', () => {
    const both = { ...said('b', 0.9), second: { intent: 'a', confidence: 0.9 } };
    const outcomes = outcomesOf([
      { intent: 'a', match: said('b', 0.9) },
      { intent: 'a', also: 'b', match: said('b', 0.9) },
      { intent: 'a', match: both },
      { intent: 'b', match: both },
    ]);
    expect(outcomes).to.include({ answeredWrong: 0.75, answeredBeside: 0.25 });
  });

  it('call confidence well calibrated when it is right as often as it says', () => {
    const atEighty = [true, true, true, true, false].map((correct) => ({ confidence: 0.8, correct }));
    expect(calibrationError(atEighty)).to.be.closeTo(0, 1e-9);
    expect(calibrationError([{ confidence: 0.9, correct: false }])).to.be.closeTo(0.9, 1e-9);
  });

  it('rank with ties counted half', () => {
    expect(rocArea([1, 2], [1, 0])).to.equal(0.875);
    expect(rocArea([1], [])).to.equal(null);
  });
});

describe('cross-validation', () => {
  it('matches every example once, each by a matcher that has not seen it', () => {
    const rows = crossValidate([...ours, ...others], vocabulary, { copies: (text) => [text.toUpperCase()] });
    expect(rows.map(({ example }) => example)).to.deep.equal([...ours, ...others]);
    expect(rows.every(({ matches, texts }) => matches.length === 2 && texts.length === 2)).to.equal(true);
    expect(rows[0]?.matches[1]?.intent).to.equal(rows[0]?.matches[0]?.intent);
  });
});

describe('noisy copies', () => {
  const writer = new NoiseWriter(vocabulary);

  it('are the same for the same seed', () => {
    expect(writer.write('đăng ký mã số thuế', 'chat', 3)).to.equal(
      writer.write('đăng ký mã số thuế', 'chat', 3),
    );
  });

  it('leave out diacritics, or write them as keystrokes', () => {
    expect(writer.write('Đăng ký thuế', 'no_diacritics', 1)).to.equal('dang ky thue');
    expect(writer.write('đăng ký thuế được', 'telex', 1)).to.equal('ddawng kys thuees dduwowcj');
    expect(writer.write('đăng ký thuế', 'vni', 1)).to.equal('d9a8ng ky1 thue61');
  });

  it('shorten what the vocabulary has a short form for', () => {
    const copies = [1, 2, 3, 4].map((seed) => writer.write('mã số thuế', 'teencode', seed));
    expect(copies).to.include('mst');
  });
});

describe('what staff should look at in the examples', () => {
  it('are the same words under two intents, too few examples, and examples that say the same', () => {
    const faults = faultsOf(
      [
        ...ours,
        { text: 'Thuế đất ở nộp khi nào?', intent: 'dang-ky' },
        { text: 'một hai ba bốn', intent: 'x' },
        { text: 'bốn ba hai một', intent: 'x' },
      ],
      vocabulary,
    );
    expect(faults.duplicates).to.deep.equal([
      { text: 'thuế đất ở nộp khi nào', intents: ['dang-ky', 'thue-dat'] },
    ]);
    expect(faults.tooFew).to.deep.include({ intent: 'x', examples: 2 });
    expect(faults.tooSimilar.map(({ intent }) => intent)).to.deep.equal(['x']);
  });
});

describe('the gate', () => {
  const gate = (accuracy: number, ece = 0.03, measuredOn = 'x'): CommittedFigures => ({
    measuredOn,
    figures: { 'cv.accuracy': { value: accuracy, rows: 1000 }, 'cv.ece': { value: ece, rows: 1000 } },
  });

  it('lets a fall pass that chance explains, and any rise', () => {
    expect(comparison(gate(0.95), gate(0.94)).passed).to.equal(true);
    expect(comparison(gate(0.95), gate(0.99, 0.01)).passed).to.equal(true);
  });

  it('stops a fall beyond it, worse calibration, and a figure that is gone', () => {
    expect(comparison(gate(0.95), gate(0.92)).passed).to.equal(false);
    expect(comparison(gate(0.95), gate(0.95, 0.06)).passed).to.equal(false);
    expect(comparison(gate(0.95), { measuredOn: 'x', figures: {} }).passed).to.equal(false);
  });

  it('says whether the content or only the code changed', () => {
    expect(comparison(gate(0.95), gate(0.9)).lines.at(-1)).to.include('lỗi ở mã');
    expect(comparison(gate(0.95), gate(0.9, 0.03, 'y')).lines.at(-1)).to.include('Nội dung đã đổi');
  });
});
