import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { createStaffAccounts } from '../../src/accounts/staff-accounts.js';
import { createStores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { SimulatedCitizen } from '../../src/simulator/messenger-citizen.js';
import { PAGE } from '../support/bot-process.js';
import { clientOf } from '../support/staff-site.js';
import { ENGINES, fakePage } from './support/fake-page.js';

describe('An officer answers over the webhook while the process is killed', function () {
  this.timeout(300_000);
  const page = fakePage();

  for (const [engine, mongodbUri] of ENGINES)
    it(`on ${engine}: loses nothing, and repeats at most the reply in flight`, async function () {
      if (engine === 'MongoDB' && mongodbUri === undefined) this.skip();
      const { graph, dataDir } = page;
      const where = { dataDir, ...(mongodbUri === undefined ? {} : { mongodbUri }) };
      const session = await officerSession(where);
      const again = () => page.restart(where);
      const citizenId = String(Date.now());
      const citizenAt = (botUrl: string) =>
        new SimulatedCitizen({
          ...{ botUrl, appSecret: PAGE.secret, pageId: PAGE.id, citizenId },
          messages: graph.messages,
        });
      const texts = () => graph.messages.filter(({ to }) => to === citizenId).map(({ text }) => text);
      const sees = async (words: string) => {
        while (!texts().some((text) => text.includes(words))) await wait(50);
      };

      let running = await again();
      await citizenAt(running.url).say('gặp cán bộ');
      await sees('Để cán bộ đọc');
      await citizenAt(running.url).press('Chỉ cho nơi liên hệ');
      await sees('em không chuyển gì');
      await citizenAt(running.url).say('gặp người thật');
      while (texts().filter((text) => text.includes('Để cán bộ đọc')).length < 2) await wait(50);
      // The newest of the buttons named so belongs to the newest question.
      const agree = graph.messages
        .filter(({ to }) => to === citizenId)
        .flatMap(({ choices }) => choices)
        .findLast(({ payload }) => payload.includes('"talk"') && payload.includes('true'));
      expect(agree).to.not.equal(undefined);
      await citizenAt(running.url).post({
        postback: { mid: `m_agree_${citizenId}`, title: 'Đồng ý', payload: agree?.payload },
      });
      await sees('viết điều cần hỏi ngay đây');
      await citizenAt(running.url).say('hồ sơ hoàn thuế nhà em tới đâu rồi');

      running = await again();
      const queue = await clientOf(running.url, session).until('/quan-tri/yeu-cau', /YC-[A-Z0-9]{5}/u);
      const code = /YC-[A-Z0-9]{5}/u.exec(queue)?.[0] ?? '';
      const path = `/quan-tri/yeu-cau/${code}`;
      await clientOf(running.url, session).until(path, 'hồ sơ hoàn thuế nhà em');
      expect((await clientOf(running.url, session).post(`${path}/nhan`)).status).to.equal(303);
      await sees('đã nhận và sẽ trả lời');

      // Taken by Facebook, but the answer never comes: the process is killed with the reply in flight.
      graph.failNext({ kind: 'silence' });
      const sent = await clientOf(running.url, session).post(`${path}/noi`, {
        id: 'tin-1',
        text: 'Hồ sơ của anh chị đang chờ bổ sung.',
      });
      expect(sent.status).to.equal(303);
      await sees('đang chờ bổ sung');
      running = await again();
      await clientOf(running.url, session).until(path, 'đã gửi');
      const repeats = texts().filter((text) => text.includes('đang chờ bổ sung')).length;
      expect(repeats).to.be.within(1, 2);

      const before = texts().length;
      await citizenAt(running.url).say('dạ em cảm ơn, bổ sung giấy gì ạ');
      await clientOf(running.url, session).until(path, 'bổ sung giấy gì');
      expect(texts().length, 'the bot keeps silent').to.equal(before);

      await clientOf(running.url, session).post(`${path}/dong`, { how: 'done', note: 'Đã hướng dẫn' });
      running = await again();
      await sees('đã trả lời xong');
      expect(texts().filter((text) => text.includes('đã trả lời xong'))).to.have.length(1);
      await citizenAt(running.url).say('menu');
      await sees('Anh/chị cần việc nào');
    });
});

/** An account that answers, signed in before the bot has the storage. */
async function officerSession(where: { dataDir: string; mongodbUri?: string }): Promise<string> {
  const stores = await createStores({ ...where, logger: silentLogger, clock: systemClock });
  const { administration, sessions } = createStaffAccounts(stores.staff, systemClock);
  const name = `can-bo-${Date.now()}`;
  await administration.add('server', {
    ...{ name, role: 'answerer', passwordToChange: false, externalId: name },
  });
  const session = await sessions.start(name);
  await stores.close();
  return session;
}
