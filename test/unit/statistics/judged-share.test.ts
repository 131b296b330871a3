import { expect } from 'chai';
import { wilsonInterval } from '../../../src/statistics/judged-share.js';

describe('The share of answers that people judged right', () => {
  it('lies within Wilson’s interval: 81 of 100 within 72 and 87 per cent', () => {
    const { low, high } = wilsonInterval(81, 100) ?? { low: 0, high: 0 };
    expect(low).to.be.closeTo(0.7222, 0.0001);
    expect(high).to.be.closeTo(0.8748, 0.0001);
  });

  it('is not sure of everything after a few that were all right, nor of anything after none', () => {
    const { low, high } = wilsonInterval(3, 3) ?? { low: 0, high: 0 };
    expect(low).to.be.closeTo(0.4385, 0.0001);
    expect(high).to.equal(1);
    expect(wilsonInterval(0, 0)).to.equal(null);
  });
});
