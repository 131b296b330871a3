import { expect } from 'chai';
import type { Occurrence } from '../../../src/alerts/types.js';
import type { Stores } from '../../../src/records/stores.js';
import { NOW } from './engines.js';
import { minutes } from './samples.js';

const REQUEST: Occurrence = { kind: 'new_request', about: 'YC-AAAAA', line: 'Có yêu cầu mới', path: '/yc' };
const STOPPED: Occurrence = {
  ...{ kind: 'sending_stopped', about: 'messenger', line: 'Không gửi được', path: '/', lasts: true },
};

export function alertsContract(stores: () => Stores): void {
  const note = (what: Occurrence, at: Date, channel: 'mail' | 'webhook' = 'mail') =>
    stores().alerts.note(channel, what, at, at);
  const claim = async (at: Date, limit = 10) =>
    (await stores().alerts.claim('mail', at, limit)).map(({ about, attempts }) => `${about} ${attempts}`);

  describe('alerts', () => {
    it('are taken note of once for each channel, and given out once when they are due', async () => {
      expect(await note(REQUEST, NOW)).to.equal(true);
      expect(await note(REQUEST, minutes(1))).to.equal(false);
      expect(await note(REQUEST, NOW, 'webhook')).to.equal(true);
      expect(await claim(minutes(-1))).to.deep.equal([]);
      expect(await claim(NOW)).to.deep.equal(['YC-AAAAA 0']);
      expect(await claim(NOW), 'what is being sent is nobody else’s').to.deep.equal([]);
      const [other] = await stores().alerts.claim('webhook', NOW, 10);
      expect(other).to.include({ kind: 'new_request', line: 'Có yêu cầu mới', path: '/yc' });
    });

    it('go to one of several askers each', async () => {
      for (const code of ['a', 'b', 'c']) await note({ ...REQUEST, about: code }, NOW);
      const given = (await Promise.all([claim(NOW, 2), claim(NOW, 2), claim(NOW, 3)])).flat();
      expect(new Set(given).size).to.equal(given.length);
      const rest = await claim(NOW);
      expect([...given, ...rest].sort()).to.deep.equal(['a 0', 'b 0', 'c 0']);
    });

    it('that failed are tried again at their time, and no more once they are sent or given up', async () => {
      await note(REQUEST, NOW);
      const [first] = await stores().alerts.claim('mail', NOW, 1);
      await stores().alerts.putBack([first?.id ?? ''], minutes(5));
      expect(await claim(minutes(4))).to.deep.equal([]);
      expect(await claim(minutes(5))).to.deep.equal(['YC-AAAAA 1']);
      await stores().alerts.sent([first?.id ?? ''], minutes(5));
      await note({ ...REQUEST, about: 'YC-CCCCC' }, NOW);
      const [second] = await stores().alerts.claim('mail', minutes(6), 1);
      await stores().alerts.putBack([second?.id ?? ''], null);
      expect(await claim(minutes(600))).to.deep.equal([]);
    });

    it('of a state that lasts are told again only after it was away for six hours', async () => {
      expect(await note(STOPPED, NOW)).to.equal(true);
      await stores().alerts.sent(
        (await stores().alerts.claim('mail', NOW, 1)).map(({ id }) => id),
        NOW,
      );
      for (const hour of [1, 5, 9]) expect(await note(STOPPED, minutes(60 * hour))).to.equal(false);
      expect(await note(STOPPED, minutes(60 * 16))).to.equal(true);
      expect(await claim(minutes(60 * 16))).to.deep.equal(['messenger 0']);
    });
  });
}
