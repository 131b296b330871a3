import { expect } from 'chai';
import { calendarFileHandler } from '../../../src/http/calendar-file.js';
import type { Booking } from '../../../src/conversation/ports.js';
import { SAMPLE_CONTENT } from '../../support/sample-content.js';
import { openTestServer } from './test-server.js';

const BOOKED: Booking = {
  code: 'LH-7K3M9',
  eventKey: 'messenger:1',
  procedure: 'dang-ky-thue-ca-nhan',
  slot: { date: '2026-11-28', start: '08:00', end: '09:00', place: 'Bộ phận một cửa (dữ liệu thử)' },
};

describe('a booked Saturday as a calendar file', () => {
  let server: Awaited<ReturnType<typeof openTestServer>>;
  before(async () => {
    const bookings = {
      byCode: (code: string) => Promise.resolve(code === BOOKED.code ? BOOKED : null),
    };
    server = await openTestServer({
      mounts: {
        '/lich': calendarFileHandler({
          bookings,
          authority: () => 'Thuế thử',
          speaker: () => ({ content: SAMPLE_CONTENT }),
        }),
      },
    });
  });
  after(() => server.close());

  it('has the time as it is in Vietnam, the place and the code', async () => {
    const response = await server.get('/lich/LH-7K3M9.ics');
    const file = await response.text();
    expect(response.headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
    expect(file).to.include('DTSTART:20261128T010000Z').and.to.include('DTEND:20261128T020000Z');
    expect(file).to.include('LOCATION:Bộ phận một cửa').and.to.include('mã LH-7K3M9');
  });

  it('says nothing of what the citizen comes for', async () => {
    expect(await (await server.get('/lich/LH-7K3M9.ics')).text()).not.to.include('dang-ky-thue');
  });

  for (const path of ['/lich/LH-AAAAA.ics', '/lich/LH-7K3M9', '/lich/x%00.ics', '/lich/']) {
    it(`is not there for ${path}`, async () => {
      expect((await server.get(path)).status).to.equal(404);
    });
  }
});
