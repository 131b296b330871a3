import { expect } from 'chai';
import { openingOn } from '../../../src/content/calendar.js';
import { dueForReview } from '../../../src/content/freshness.js';
import { loadContent } from '../../../src/content/load.js';
import { rateOn } from '../../../src/content/rates.js';
import type { Calendar, Content } from '../../../src/content/types.js';
import { FIXTURE_ROOT, TODAY } from './fixture-root.js';

describe('What staff announced', () => {
  let content: Content;
  before(async () => {
    const loaded = await loadContent(FIXTURE_ROOT, TODAY);
    if (loaded.content === null) throw new Error('the fixture is broken');
    content = loaded.content;
  });
  const on = (date: string) => openingOn(content.calendar, content.holidays, date);

  it('gives the hours of a working day', () => {
    const tuesday = on('2026-11-24');
    expect(tuesday.off).to.equal(undefined);
    expect(tuesday.hours.map(({ from, to }) => `${from}–${to}`)).to.deep.equal(['07:30–11:30']);
  });

  it('gives a Saturday’s session although offices are shut', () => {
    const saturday = on('2026-11-28');
    expect(saturday.off).to.equal('thứ Bảy');
    expect(saturday.hours).to.be.empty;
    expect(saturday.sessions.map(({ place }) => place)).to.deep.equal(['Thuế cơ sở 9']);
  });

  it('says why a holiday is off, and whether the year is known', () => {
    expect(on('2027-05-03')).to.deep.include({ off: 'Nghỉ bù Quốc tế Lao động', holidaysKnown: true });
    expect(on('2026-11-29')).to.deep.include({ off: 'Chủ nhật', holidaysKnown: false });
  });

  it('names days without appointment', () => {
    expect(on('2026-11-25').noAppointment.map(({ place }) => place)).to.deep.equal(['phường Tam Kỳ']);
  });

  it('says nothing of hours where none are announced', () => {
    const silent: Calendar = { officeHours: [], saturdays: [], noAppointmentDays: [], askWhom: 'tong-dai' };
    expect(openingOn(silent, content.holidays, '2026-11-24')).to.deep.include({
      hours: [],
      hoursAnnounced: false,
    });
  });

  it('opens on a Saturday for which hours are announced', () => {
    const [weekdays] = content.calendar.officeHours;
    if (weekdays === undefined) throw new Error('the fixture has no hours');
    const calendar = { ...content.calendar, officeHours: [{ ...weekdays, weekdays: [6] }] };
    expect(openingOn(calendar, content.holidays, '2026-11-28').off).to.equal(undefined);
  });

  it('gives the rate that was in force on the day', () => {
    const on = (date: string) => rateOn(content.rates, 'deduction-self', date)?.value;
    expect(on('2026-11-24')).to.equal(15_500_000);
    expect(on('2025-12-31')).to.equal(11_000_000);
    expect(on('2024-12-31')).to.equal(undefined);
    expect(content.rates.get('deduction-self')?.value).to.equal(15_500_000);
  });

  it('is listed when it is due for review, the longest overdue first', () => {
    expect(dueForReview(content, TODAY, 30)).to.be.empty;
    const due = dueForReview(content, '2027-03-15', 30);
    expect(due.map(({ file }) => file)).to.deep.equal([
      'procedures/dang-ky-thue-ca-nhan.yml',
      'procedures/cd-dat-thay-doi-thong-tin.yml',
    ]);
  });
});
