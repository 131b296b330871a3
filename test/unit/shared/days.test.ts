import { expect } from 'chai';
import { realDate, vietnameseDay, writtenDate } from '../../../src/shared/days.js';

describe('days', () => {
  it('are written as in official letters, day first', () => {
    expect(writtenDate('2027-04-30')).to.equal('30/04/2027');
  });

  it('begin at midnight in Vietnam, when it is still yesterday in UTC', () => {
    expect(vietnameseDay(new Date('2026-11-24T16:59:59Z'))).to.equal('2026-11-24');
    expect(vietnameseDay(new Date('2026-11-24T17:00:00Z'))).to.equal('2026-11-25');
  });

  it('are only those that the calendar has', () => {
    expect(realDate(2028, 2, 29)).to.equal('2028-02-29');
    expect(realDate(2027, 2, 29)).to.equal(undefined);
    expect(realDate(2027, 13, 1)).to.equal(undefined);
    expect(realDate(2027, 4, 0)).to.equal(undefined);
  });
});
