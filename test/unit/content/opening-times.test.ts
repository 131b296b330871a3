import { expect } from 'chai';
import { nextOpening } from '../../../src/content/opening-times.js';
import type { Calendar, Holidays } from '../../../src/content/types.js';

const HOURS = { from: '07:30', to: '17:00' };
const SILENT: Calendar = { officeHours: [], saturdays: [], noAppointmentDays: [], askWhom: 'tong-dai' };
const ANNOUNCED: Calendar = {
  ...SILENT,
  officeHours: [
    {
      office: 'all',
      weekdays: [1, 2, 3, 4, 5],
      from: '07:30',
      to: '11:30',
      source: 's',
      checkedOn: '2026-11-23',
    },
    {
      office: 'all',
      weekdays: [1, 2, 3, 4, 5],
      from: '13:30',
      to: '17:00',
      source: 's',
      checkedOn: '2026-11-23',
    },
  ],
};
const HOLIDAYS: Holidays = {
  years: [{ year: 2026, days: [{ date: '2026-11-30', name: 'ngày nghỉ thử' }] }],
} as unknown as Holidays;

/** By the clock in Vietnam. */
const at = (written: string) => new Date(`${written}:00+07:00`);
const opens = (written: string, calendar = ANNOUNCED, assumed?: typeof HOURS) =>
  nextOpening(calendar, HOLIDAYS, at(written), assumed);

describe('When an office opens again', () => {
  it('is not asked while one is open', () => {
    expect(opens('2026-11-27T07:30')).to.equal(undefined);
    expect(opens('2026-11-27T16:59')).to.equal(undefined);
  });

  it('is later that day, the next day, or after the weekend and a holiday', () => {
    expect(opens('2026-11-27T06:00')).to.deep.equal(at('2026-11-27T07:30'));
    expect(opens('2026-11-27T11:30')).to.deep.equal(at('2026-11-27T13:30'));
    expect(opens('2026-11-26T17:00')).to.deep.equal(at('2026-11-27T07:30'));
    expect(opens('2026-11-27T17:00'), 'Friday evening, Monday off').to.deep.equal(at('2026-12-01T07:30'));
  });

  it('is known by the hours that are assumed where none are announced, and not at all without', () => {
    expect(opens('2026-11-28T09:00', SILENT, HOURS)).to.deep.equal(at('2026-12-01T07:30'));
    expect(opens('2026-11-27T12:00', SILENT, HOURS)).to.equal(undefined);
    expect(opens('2026-11-28T09:00', SILENT)).to.equal(undefined);
  });
});
