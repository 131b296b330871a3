import { expect } from 'chai';
import { createTalkService, type TalkWindow } from '../../../src/staff-work/requests/talk-service.js';
import type { StaffRequest } from '../../../src/staff-work/ports.js';

const NOW = new Date('2026-11-27T02:00:00Z');
const HOUR = 3_600_000;

function nobody(): never {
  throw new Error('not asked here');
}

async function windowAfter(
  hours: number,
  humanAgent: boolean,
  channel: 'messenger' | 'web' = 'messenger',
): Promise<TalkWindow> {
  const service = createTalkService({
    requests: { list: nobody } as never,
    talk: { lines: () => Promise.resolve([]) } as never,
    ...{ store: nobody, stored: nobody, mask: nobody, clock: { now: () => NOW } },
    standing: () => Promise.resolve({ lastEventAt: new Date(NOW.getTime() - hours * HOUR) }),
    settings: { officerName: () => 'Cán bộ thuế', silenceMs: 12 * HOUR, humanAgent },
  });
  const request: StaffRequest = {
    ...{ code: 'YC-AAAAA', conversationId: 'c', kind: 'person', status: 'taken', channel },
    ...{ filedAt: NOW, confirmBy: NOW },
  };
  return (await service.of(request)).window;
}

describe('How long after the citizen’s last message an officer may write in Messenger', () => {
  it('24 hours; then nothing without the permission', async () => {
    expect(await windowAfter(23.9, false)).to.equal('open');
    expect(await windowAfter(24, false)).to.equal('shut');
  });

  it('with the permission 7 days, a person’s own words alone after the first 24 hours', async () => {
    expect(await windowAfter(23.9, true)).to.equal('open');
    expect(await windowAfter(24, true)).to.equal('tagged');
    expect(await windowAfter(7 * 24 - 0.1, true)).to.equal('tagged');
    expect(await windowAfter(7 * 24, true)).to.equal('shut');
  });

  it('the web chat takes answers at any time', async () => {
    expect(await windowAfter(30 * 24, false, 'web')).to.equal('open');
  });
});
