import { expect } from 'chai';
import { fitCalibration, confidences } from '../../../src/intent-matching/model/calibration.js';
import {
  decideMatch,
  fitThresholds,
  optionCount,
  type ThresholdRow,
} from '../../../src/intent-matching/model/decisions.js';
import { foldsByText, textHash } from '../../../src/intent-matching/model/folds.js';
import { inSteps } from '../../../src/intent-matching/model/linear-model.js';
import { fitLogistic, probability } from '../../../src/intent-matching/model/logistic.js';
import type { SparseRows } from '../../../src/intent-matching/model/sparse-rows.js';
import { trainSvms } from '../../../src/intent-matching/model/support-vectors.js';
import { featureWeightsOf } from '../../../src/intent-matching/model/topicality.js';

/** Rows of one feature each, of weight 1: row i has feature `features[i]`. */
function singleFeatures(features: number[]): SparseRows {
  const count = Math.max(...features) + 1;
  return {
    starts: Int32Array.from({ length: features.length + 1 }, (_, at) => at),
    columns: Int32Array.from(features),
    scales: new Float32Array(features.length).fill(1),
    count: features.length,
    squares: { words: new Float32Array(count).fill(1), ngrams: new Float32Array(count) },
  };
}

describe('the classifiers', () => {
  it('solve two opposite rows as worked out by hand', () => {
    // Rows (1,0) and (0,1), a bias feature of value 1, C = 1, squared hinge loss. Each dual variable a solves
    // a(x·x) - b(x·y) + a/(2C) = 1 with x·x = 2, x·y = 1: by symmetry 2a - a + a/2 = 1, so a = 2/3 and the bias is 0.
    // The counts add 0.035 times how far ln((1 + 0.01) / 0.01), of the own feature, is above the mean of both classes.
    const counts = 0.035 * (Math.log(101) / 2);
    const data = singleFeatures([0, 1]);
    const machines: number[][] = [];
    const task = { data, rows: Int32Array.of(0, 1), labels: Int32Array.of(0, 1), classes: 2 };
    const duals = trainSvms(task, (_, machine) => machines.push([...machine]));
    for (const dual of duals) expect(dual).to.be.closeTo(2 / 3, 0.01);
    expect(machines[0]?.[0]).to.be.closeTo(2 / 3 + counts, 0.01);
    expect(machines[0]?.[1]).to.be.closeTo(-2 / 3 - counts, 0.01);
    expect(machines[0]?.[2]).to.be.closeTo(0, 0.01);
  });

  it('find the same solution from the dual variables of more rows', () => {
    const data = singleFeatures([0, 1, 0, 1]);
    const labels = Int32Array.of(0, 1, 0, 1);
    const all = trainSvms({ data, rows: Int32Array.of(0, 1, 2, 3), labels, classes: 2 }, () => undefined);
    const some = { data, rows: Int32Array.of(0, 1), labels, classes: 2 };
    const cold = trainSvms(some, () => undefined);
    const warm = trainSvms(some, () => undefined, all);
    expect(warm[0]).to.be.closeTo(cold[0] ?? 0, 0.02);
  });
});

describe('topicality', () => {
  it('is high for a feature of one class and low for one of all, and keeps the rows their mean length', () => {
    // Feature 0 stands in 30 rows of class 0; feature 1 in 30 rows of each class.
    const data = singleFeatures(Array.from({ length: 90 }, (_, row) => (row < 30 ? 0 : 1)));
    const labels = Int32Array.from({ length: 90 }, (_, row) => (row < 60 ? 0 : 1));
    const [own, shared] = featureWeightsOf(
      data,
      Int32Array.from({ length: 90 }, (_, row) => row),
      labels,
      2,
    );
    expect(own).to.be.greaterThan(3 * (shared ?? 1));
    expect((30 * (own ?? 0) + 60 * (shared ?? 0)) / 90).to.be.closeTo(1, 1e-6);
  });
});

describe('the logistic regression', () => {
  it('finds log odds: three of four hold with the feature, one of four without', () => {
    const rows = [1, 0].flatMap((sign) =>
      Array.from({ length: 4000 }, (_, at) => ({
        features: [sign],
        target: at % 4 === 0 ? 1 - sign : sign,
        share: 1,
      })),
    );
    const model = fitLogistic(rows, { weights: [0], bias: 0 });
    expect(model.bias).to.be.closeTo(-Math.log(3), 0.02);
    expect(model.weights[0]).to.be.closeTo(2 * Math.log(3), 0.04);
    expect(probability(model, [1])).to.be.closeTo(0.75, 0.005);
  });

  it('keeps to what was believed before when there are no rows, and near it when there are few', () => {
    const prior = { weights: [2], bias: -1 };
    expect(fitLogistic([], prior)).to.equal(prior);
    const few = fitLogistic([{ features: [1], target: 1, share: 1 }], prior);
    expect(few.weights[0]).to.be.closeTo(2, 0.5);
  });
});

describe('confidence', () => {
  const row = (margins: number[], label: number) => ({
    row: 0,
    label,
    scores: Float64Array.from(margins),
    shares: { words: 1, ngrams: 1 },
    length: 5,
  });

  it('is about how often such a best intent was right, and all shares add up to one', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => row([0.5, 0, -1], at % 5 === 0 ? 1 : 0));
    const shares = confidences(row([0.5, 0, -1], 0), 3, fitCalibration(rows, 3));
    expect(shares[0]).to.be.closeTo(0.8, 0.03);
    expect([...shares].reduce((sum, share) => sum + share, 0)).to.be.closeTo(1, 1e-9);
    expect(shares[1]).to.be.greaterThan(shares[2] ?? 1);
  });
});

describe('thresholds', () => {
  const candidate = (scope: number, first: number, rightAt: number, inScope = true): ThresholdRow => ({
    inScope,
    scope,
    shares: [first, 1 - first],
    rightAt,
  });

  it('answer where answers were right and ask where they were wrong', () => {
    const sure = Array.from({ length: 500 }, () => candidate(1, 0.9, 0));
    const unsure = Array.from({ length: 500 }, (_, at) => candidate(1, 0.5, at % 2));
    const { answer } = fitThresholds([...sure, ...unsure]);
    expect(answer).to.be.greaterThan(0.5).and.at.most(0.9);
  });

  it('refuse out-of-scope messages below all but three in a hundred of our own', () => {
    const ours = Array.from({ length: 100 }, (_, at) => candidate(0.5 + at / 200, 0.9, 0));
    const outOfScope = Array.from({ length: 100 }, (_, at) => candidate(at / 200, 0.9, -1, false));
    const { scope } = fitThresholds([...ours, ...outOfScope]);
    expect(scope).to.be.within(0.47, 0.515);
  });

  it('decide by scope first, then by both together', () => {
    const thresholds = { answer: 0.6, scope: 0.3, options: 0.1 };
    expect(decideMatch(0.2, 1, thresholds)).to.equal('decline');
    expect(decideMatch(0.5, 0.9, thresholds)).to.equal('ask_back');
    expect(decideMatch(0.9, 0.9, thresholds)).to.equal('answer');
  });

  it('offer two to four options, those far behind left out', () => {
    expect(optionCount([0.5, 0.3, 0.1, 0.01], { options: 0.1 })).to.equal(3);
    expect(optionCount([0.9, 0.01], { options: 0.1 })).to.equal(2);
    expect(optionCount([0.2, 0.2, 0.2, 0.2, 0.2], { options: 0.1 })).to.equal(4);
  });
});

describe('weights in steps', () => {
  it('keep each within half a step of its column, and the largest exactly', () => {
    const weights = Float32Array.of(1, -0.5, 0.004, 0, 0, 0);
    const { weights: steps, steps: sizes } = inSteps(weights, 3);
    expect([...steps]).to.deep.equal([127, -64, 1, 0, 0, 0]);
    expect(sizes[0]).to.be.closeTo(1 / 127, 1e-8);
    expect(sizes[1]).to.equal(0);
  });
});

describe('folds', () => {
  const texts = Array.from({ length: 1000 }, (_, at) => `câu mẫu số ${at}`);
  const testOf = (rows: string[]): Set<string>[] =>
    foldsByText(Uint32Array.from(rows, textHash), 5).map(
      ({ test }) => new Set([...test].flatMap((row) => rows[row] ?? [])),
    );

  it('are five parts of about a fifth, which share no row', () => {
    const folds = testOf(texts);
    expect(folds.reduce((sum, fold) => sum + fold.size, 0)).to.equal(1000);
    for (const fold of folds) expect(fold.size).to.be.within(150, 250);
  });

  it('leave every row where it was when an example is added', () => {
    const [before, after] = [testOf(texts), testOf(['câu mới', ...texts])];
    for (const [at, fold] of before.entries())
      expect([...fold].filter((text) => after[at]?.has(text) !== true)).to.deep.equal([]);
  });
});
