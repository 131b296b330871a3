import { expect } from 'chai';
import { createPageWatch, type PageWatchOptions } from '../../../src/messenger/page-watch.js';
import type { GraphClient } from '../../../src/messenger/send/client.js';
import { PageState } from '../../../src/messenger/send/page-state.js';
import { systemClock } from '../../../src/shared/clock.js';
import { silentLogger } from '../../../src/shared/logger.js';

const FIELDS = ['messages', 'messaging_postbacks', 'messaging_referrals'];

function watchOver(
  apps: object[],
  ownId: string | undefined,
  options?: PageWatchOptions,
  owners: object[] = [],
) {
  const bodyOf = (path: string) =>
    path === 'app' ? { id: ownId } : { data: path.startsWith('1000/thread_owner') ? owners : apps };
  const client: GraphClient = {
    call: (_method, path) =>
      Promise.resolve(
        path === 'app' && ownId === undefined
          ? { ok: false as const, status: 400, reason: '2500' }
          : { ok: true as const, body: bodyOf(path) },
      ),
  };
  return createPageWatch(client, '1000', new PageState(systemClock, silentLogger), silentLogger, options);
}

describe('The look at the subscription of the Page', () => {
  it('is content when our own app is subscribed, alone or beside others', async () => {
    const own = { id: '2000', subscribed_fields: FIELDS };
    expect(await watchOver([own], '2000').check()).to.deep.equal([]);
    expect(await watchOver([{ id: '999', subscribed_fields: ['feed'] }, own], '2000').check()).to.deep.equal(
      [],
    );
    expect(await watchOver([{ subscribed_fields: FIELDS }], undefined).check()).to.deep.equal([]);
  });

  it('says so when only another app is subscribed, also when it is not told which app is ours', async () => {
    const other = { id: '999', name: 'other', subscribed_fields: FIELDS };
    for (const ownId of ['2000', undefined]) {
      const [problem] = await watchOver([other], ownId).check();
      expect(problem).to.match(/our app is not subscribed to: messages.*only other apps are/);
    }
  });

  it('misses comments under posts only where they are to be answered', async () => {
    const own = { id: '2000', subscribed_fields: FIELDS };
    const [problem] = await watchOver([own], '2000', { hearsComments: true }).check();
    expect(problem).to.match(/not subscribed to: feed .*npm run profile -- set/u);
    const all = { id: '2000', subscribed_fields: [...FIELDS, 'feed'] };
    expect(await watchOver([all], '2000', { hearsComments: true }).check()).to.deep.equal([]);
  });

  it('says so when a field or the whole subscription is missing', async () => {
    const [none] = await watchOver([], '2000').check();
    expect(none).to.match(/not subscribed to: messages, /);
    const half = { id: '2000', subscribed_fields: ['messages'] };
    const [some] = await watchOver([half], '2000').check();
    expect(some).to.match(/not subscribed to: messaging_postbacks, messaging_referrals/);
  });

  it('where people answer in the Page’s inbox, asks for more and says in Vietnamese what to click', async () => {
    const passing = { passesToInbox: true, lastReached: () => '7' };
    const own = (more: string[]) => [{ id: '2000', subscribed_fields: [...FIELDS, ...more] }];
    const [fields, routing] = await watchOver(own([]), '2000', passing).check();
    expect(fields).to.match(/not subscribed to: message_echoes, messaging_handovers, standby.*bấm “Add/);
    expect(routing).to.match(/chưa thấy trợ lý là ứng dụng mặc định.*Cài đặt → Nhắn tin nâng cao/);
    const more = ['message_echoes', 'messaging_handovers', 'standby'];
    const ours = [{ thread_owner: { app_id: '2000' } }];
    expect(await watchOver(own(more), '2000', passing, ours).check()).to.deep.equal([]);
    const nobodyYet = { passesToInbox: true, lastReached: () => undefined };
    expect(await watchOver(own(more), '2000', nobodyYet).check()).to.deep.equal([]);
  });
});
