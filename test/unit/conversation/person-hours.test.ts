import { expect } from 'chai';
import type { Content } from '../../../src/content/types.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

/** By the clock in Vietnam. */
const at = (written: string) => new Date(`${written}:00+07:00`);

function asking(now: Date, announced: boolean, known = true): Citizen {
  const knowledge = sampleKnowledge();
  const hours = { office: 'all', weekdays: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' };
  const content: Content = {
    ...knowledge.content,
    calendar: {
      ...knowledge.content.calendar,
      officeHours: announced ? [{ ...hours, source: 'thông báo thử', checkedOn: '2026-11-23' }] : [],
    },
    holidays: {
      ...knowledge.content.holidays,
      years: known ? [{ year: 2026, days: [], source: 'mẫu', checkedOn: '2026-11-23' }] : [],
    },
  };
  return new Citizen({ ...knowledge, content }, { now });
}

describe('Whoever asks for a person outside office hours', () => {
  it('hears when the office opens', async () => {
    const chi = asking(at('2026-11-27T20:00'), true);
    expect(await chi.say('gặp cán bộ')).to.contain('mở cửa lại lúc 07:30 ngày 30/11/2026');
  });

  it('hears nothing of it while it is open, or where hours or days off are not announced', async () => {
    for (const chi of [
      asking(at('2026-11-27T10:00'), true),
      asking(at('2026-11-27T20:00'), false),
      asking(at('2026-11-27T20:00'), true, false),
    ])
      expect(await chi.say('gặp cán bộ')).to.not.contain('mở cửa lại');
  });
});
