import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stores } from '../../src/records/stores.js';
import { contentFile, startStaffSite, type StaffSite } from '../support/staff-site.js';

const CALENDAR = 'procedures/shared/calendar.yml';
const SATURDAY = { date: '2099-11-28', place: 'Thuế cơ sở 9', start: '08:00' };

async function book(stores: Stores): Promise<void> {
  const slots = [{ start: '08:00', end: '09:00', capacity: 3 }];
  const bookings = stores.bookings(() => [{ ...SATURDAY, slots, source: 'thử' }]);
  for (const eventKey of ['một', 'hai', 'ba'])
    await bookings.book({ eventKey, conversationId: eventKey, ...SATURDAY, at: new Date() });
}

describe('going back to an earlier version of all content', function () {
  this.timeout(120_000);
  let site: StaffSite;
  before(async () => {
    site = await startStaffSite(book);
  });
  after(() => site.stop());

  it('tells first of the bookings that would disappear with a Saturday', async () => {
    const an = site.as('an');
    const before = await contentFile(site, CALENDAR);
    const announced = [
      '  - date: 2099-11-28',
      '    place: Thuế cơ sở 9',
      '    slots:',
      '      - { start: "08:00", end: "09:00", capacity: 3 }',
      '    source: Dữ liệu thử',
    ].join('\n');
    await writeFile(
      join(site.content, CALENDAR),
      before.replace('saturdays:\n', `saturdays:\n${announced}\n`),
    );
    const versions = await an.until('/quan-tri/noi-dung', /(noi-dung\/ban\/[0-9a-f]{64}[^]*){2}/);
    const ids = [...versions.matchAll(/noi-dung\/ban\/([0-9a-f]{64})/g)].map(([, id = '']) => id);
    const first = `/quan-tri/noi-dung/ban/${ids.at(-1) ?? ''}`;
    expect((await an.get(first)).text)
      .to.contain('28/11/2099')
      .and.to.contain('3 người đã hẹn');

    const refused = await an.post(`${first}/quay-lai`, { sure: 'yes' });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('Có lịch hẹn sẽ không còn');
    expect(await contentFile(site, CALENDAR)).to.contain('2099-11-28');
    expect((await an.post(`${first}/quay-lai`, { sure: 'yes', told: 'yes' })).status).to.equal(303);
    expect(await contentFile(site, CALENDAR)).to.equal(before);
  });
});
