import { expect } from 'chai';
import { nextDeadline } from '../../../src/content/deadlines.js';
import type { Deadline, Holidays } from '../../../src/content/types.js';

const HOLIDAYS: Holidays = {
  everyYear: [
    { day: '04-30', name: 'Ngày Chiến thắng 30/4' },
    { day: '05-01', name: 'Quốc tế Lao động 1/5' },
  ],
  years: [],
};
/** Made up for the test: nobody announced it. */
const ANNOUNCED_2027: Holidays = {
  ...HOLIDAYS,
  years: [
    {
      year: 2027,
      source: 'thử',
      checkedOn: '2026-11-23',
      days: [{ date: '2027-05-03', name: 'Nghỉ bù', makeUpFor: '2027-05-01' }],
    },
  ],
};

function deadline(rule: Deadline['rule']): Deadline {
  return { id: 'thu', name: 'Thử', ask: ['thu'], rule, basis: 'thử', checkedOn: '2026-11-23' };
}
const MONTHLY = deadline({ every: 'month', day: 20, monthsAfter: 1 });
const QUARTERLY = deadline({ every: 'quarter', day: 'last', monthsAfter: 1 });
const SETTLEMENT = deadline({ every: 'year', day: 30, month: 4, yearsAfter: 1 });
const DEPENDANTS = deadline({ every: 'year', day: 31, month: 12 });

describe('The next deadline', () => {
  it('of a month is the 20th of the following one', () => {
    expect(nextDeadline(MONTHLY, '2026-10-05', HOLIDAYS)).to.deep.include({
      date: '2026-10-20',
      period: 'tháng 9/2026',
    });
  });

  it('on a Sunday moves to Monday, and says from where and why', () => {
    expect(nextDeadline(MONTHLY, '2026-11-24', HOLIDAYS)).to.deep.equal({
      date: '2026-12-21',
      movedFrom: '2026-12-20',
      movedBecause: 'Chủ nhật',
      holidaysKnown: false,
      period: 'tháng 11/2026',
    });
  });

  it('is still to come on the day it was moved to', () => {
    expect(nextDeadline(MONTHLY, '2026-12-21', HOLIDAYS).date).to.equal('2026-12-21');
    expect(nextDeadline(MONTHLY, '2026-12-22', HOLIDAYS).date).to.equal('2027-01-20');
  });

  it('of a quarter is the last day of the month after it', () => {
    expect(nextDeadline(QUARTERLY, '2026-11-24', HOLIDAYS)).to.deep.include({
      date: '2027-02-01',
      movedFrom: '2027-01-31',
      period: 'quý 4/2026',
    });
  });

  it('of a year’s settlement is 30 April of the next year, moved off the holidays', () => {
    expect(nextDeadline(SETTLEMENT, '2026-11-24', HOLIDAYS)).to.deep.include({
      date: '2027-05-03',
      movedFrom: '2027-04-30',
      period: 'năm 2026',
      holidaysKnown: false,
    });
  });

  it('moves over an announced day off too, and is then certain', () => {
    expect(nextDeadline(SETTLEMENT, '2026-11-24', ANNOUNCED_2027)).to.deep.include({
      date: '2027-05-04',
      holidaysKnown: true,
    });
  });

  it('within the year itself belongs to that year', () => {
    expect(nextDeadline(DEPENDANTS, '2026-11-24', HOLIDAYS)).to.deep.include({
      date: '2026-12-31',
      period: 'năm 2026',
    });
  });

  it('that comes only once is that day, also when it is over', () => {
    const once = deadline({ every: 'once', date: '2026-12-30' });
    expect(nextDeadline(once, '2026-11-24', HOLIDAYS).date).to.equal('2026-12-30');
    expect(nextDeadline(once, '2027-03-01', HOLIDAYS).date).to.equal('2026-12-30');
  });
});

describe('The deadline of a period that was asked for', () => {
  const asked = (of: Deadline, words: string) => {
    const { date, period } = nextDeadline(of, '2026-11-24', HOLIDAYS, words);
    return `${period ?? ''}: ${date}`;
  };

  it('is that period’s, past or to come, whichever is nearer', () => {
    expect(asked(QUARTERLY, 'khi nào nộp tờ khai quý 3')).to.equal('quý 3/2026: 2026-11-02');
    expect(asked(QUARTERLY, 'quy IV nop luc nao')).to.equal('quý 4/2026: 2027-02-01');
    expect(asked(QUARTERLY, 'quý 1')).to.equal('quý 1/2027: 2027-05-03');
    expect(asked(MONTHLY, 'thang 9')).to.equal('tháng 9/2026: 2026-10-20');
    expect(asked(MONTHLY, 'tháng 1')).to.equal('tháng 1/2027: 2027-02-22');
  });

  it('is of the year that was named', () => {
    expect(asked(QUARTERLY, 'quý 3 năm ngoái')).to.equal('quý 3/2025: 2025-10-31');
    expect(asked(QUARTERLY, 'quý 3/2027')).to.equal('quý 3/2027: 2027-11-01');
    expect(asked(SETTLEMENT, 'quyết toán năm 2025')).to.equal('năm 2025: 2026-05-04');
    expect(asked(SETTLEMENT, 'quyet toan nam nay')).to.equal('năm 2026: 2027-05-03');
  });

  it('is the next one when the words name a period of another kind', () => {
    expect(asked(QUARTERLY, 'tờ khai tháng 9')).to.equal('quý 4/2026: 2027-02-01');
  });
});
