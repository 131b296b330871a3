import { expect } from 'chai';
import { isMoreThanChance } from '../../../src/staff-work/review/chance.js';

describe('What is chance between two shares', () => {
  it('is a small difference, and a large one of few rows', () => {
    expect(isMoreThanChance(0.9, 0.901, 5000)).to.equal(false);
    expect(isMoreThanChance(0.9, 0.92, 5000)).to.equal(true);
    expect(isMoreThanChance(0.8, 0.86, 30)).to.equal(false);
    expect(isMoreThanChance(0.8, 0.5, 30)).to.equal(true);
  });

  it('is never no difference, and never everything where nothing failed', () => {
    expect(isMoreThanChance(1, 1, 40)).to.equal(false);
    expect(isMoreThanChance(1, 0.5, 40)).to.equal(true);
  });
});
