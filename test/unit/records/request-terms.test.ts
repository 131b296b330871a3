import { expect } from 'chai';
import { vietnameseDay } from '../../../src/shared/days.js';
import { normalCode } from '../../../src/records/stores/code.js';
import { requestTerms } from '../../../src/staff-work/requests/request-terms.js';
import { addWorkingDays } from '../../../src/content/working-days.js';

const NONE: ReadonlySet<string> = new Set();
const FRIDAY = new Date('2026-11-27T03:00:00Z');

describe('the terms of a request', () => {
  it('skip Saturday and Sunday when they count working days', () => {
    expect(vietnameseDay(addWorkingDays(FRIDAY, 2, NONE))).to.equal('2026-12-01');
  });

  it('skip official days off', () => {
    const off = new Set(['2026-11-30', '2026-12-01']);
    expect(vietnameseDay(addWorkingDays(FRIDAY, 2, off))).to.equal('2026-12-03');
  });

  it('go by the day in Vietnam, where Friday evening in Europe is Saturday already', () => {
    expect(vietnameseDay(addWorkingDays(new Date('2026-11-27T18:00:00Z'), 1, NONE))).to.equal('2026-11-30');
  });

  it('are those of Decree 356/2025: receipt in 2 working days; done in 10, 15 or 20 days', () => {
    const due = (kind: Parameters<typeof requestTerms>[0]) => {
      const { dueBy } = requestTerms(kind, FRIDAY, NONE);
      return dueBy && vietnameseDay(dueBy);
    };
    expect(due('data_copy')).to.equal('2026-12-07');
    expect(due('data_correction')).to.equal('2026-12-07');
    expect(due('consent_withdrawal')).to.equal('2026-12-12');
    expect(due('data_deletion')).to.equal('2026-12-17');
    expect(vietnameseDay(requestTerms('data_deletion', FRIDAY, NONE).confirmBy)).to.equal('2026-12-01');
  });

  it('promise no day for a request that the law sets none for', () => {
    expect(requestTerms('person', FRIDAY, NONE)).to.not.have.property('dueBy');
  });
});

describe('a code typed by hand', () => {
  it('is understood in small letters, with spaces and without its dash', () => {
    for (const typed of ['yc-7k3m9', 'YC 7K3M9', ' yc7k3m9 ', 'YC-7K3M9']) {
      expect(normalCode(typed)).to.equal('YC-7K3M9');
    }
  });
});
