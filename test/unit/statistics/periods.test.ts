import { expect } from 'chai';
import {
  chartUnit,
  lengthOf,
  periodBefore,
  piecesOf,
  startOf,
  vietnamHour,
} from '../../../src/statistics/periods.js';

const period = (from: string, to: string) => ({ from, to });

describe('a period of the statistics', () => {
  it('begins at midnight in Vietnam, seven hours before Greenwich', () => {
    expect(startOf('2026-11-24').toISOString()).to.equal('2026-11-23T17:00:00.000Z');
    expect(vietnamHour(new Date('2026-11-23T17:10:00Z'))).to.equal(0);
  });

  it('has both its days', () => {
    expect(lengthOf(period('2026-11-24', '2026-11-24'))).to.equal(1);
    expect(lengthOf(period('2024-01-01', '2024-12-31'))).to.equal(366);
  });

  it('is compared with as many days just before', () => {
    expect(periodBefore(period('2026-11-23', '2026-11-29'))).to.deep.equal(
      period('2026-11-16', '2026-11-22'),
    );
    expect(periodBefore(period('2026-11-01', '2026-11-24'))).to.deep.equal(
      period('2026-10-08', '2026-10-31'),
    );
  });

  it('of whole months is compared with as many whole months', () => {
    expect(periodBefore(period('2026-03-01', '2026-03-31'))).to.deep.equal(
      period('2026-02-01', '2026-02-28'),
    );
    expect(periodBefore(period('2026-01-01', '2026-12-31'))).to.deep.equal(
      period('2025-01-01', '2025-12-31'),
    );
  });

  it('is drawn by day, week or month, whichever gives a readable number of columns', () => {
    expect(chartUnit(period('2026-11-01', '2026-11-30'))).to.equal('day');
    expect(chartUnit(period('2026-09-01', '2026-11-30'))).to.equal('week');
    expect(chartUnit(period('2026-01-01', '2026-12-31'))).to.equal('month');
  });

  it('is cut at Mondays, with shorter pieces at its ends', () => {
    expect(piecesOf(period('2026-11-04', '2026-11-17'), 'week')).to.deep.equal([
      period('2026-11-04', '2026-11-08'),
      period('2026-11-09', '2026-11-15'),
      period('2026-11-16', '2026-11-17'),
    ]);
  });
});
