import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { postEntry } from '../../src/simulator/webhook-post.js';
import { PAGE } from '../support/bot-process.js';
import { contentFolder } from '../support/content-folder.js';
import { ENGINES, fakePage } from './support/fake-page.js';

const ASKS = 'làm sao đăng ký mã số thuế cá nhân vậy ạ';

describe('Comments under the Page’s posts while the process is killed', function () {
  this.timeout(300_000);
  const page = fakePage();

  for (const [engine, mongodbUri] of ENGINES)
    it(`on ${engine}: each gets its one private reply, and no second after a kill in the middle of sending`, async function () {
      if (engine === 'MongoDB' && mongodbUri === undefined) this.skip();
      const run = Date.now();
      const { graph } = page;
      let url = '';
      const again = async () => {
        ({ url } = await page.restart({
          contentDir: contentFolder('test/fixtures/content'),
          ...(mongodbUri === undefined ? {} : { mongodbUri }),
          more: { COMMENT_REPLIES: 'yes' },
        }));
      };
      const comments = async (id: string, message: string) => {
        const value = {
          ...{ item: 'comment', verb: 'add', post_id: `${PAGE.id}_555`, comment_id: `${run}_${id}`, message },
          ...{ from: { id: '888', name: 'Bình' }, created_time: Math.floor(run / 1000) },
        };
        const target = { botUrl: url, appSecret: PAGE.secret, pageId: PAGE.id };
        await postEntry(target, { changes: [{ field: 'feed', value }] });
      };
      const told = (id: string) =>
        graph.messages.filter(({ to }) => to === graph.comments.writerOf(`${run}_${id}`));
      const nothingWaits = async () => {
        for (;;) {
          const { queue } = (await (await fetch(`${url}/health`)).json()) as { queue: Queue | null };
          if (queue !== null && queue.messages + queue.replies === 0) return;
          await wait(100);
        }
      };

      await again();
      // Taken by Facebook, but the answer never comes: the process is killed with the reply in flight.
      graph.failNext({ kind: 'silence' });
      await comments('asks', ASKS);
      while (told('asks').length === 0) await wait(20);
      await again();
      await comments('asks', ASKS);
      await comments('private', `${ASKS}, cccd 048199001234`);
      while (told('private').length === 0) await wait(20);
      await nothingWaits();

      await again();
      await comments('asks', ASKS);
      await comments('private', `${ASKS}, cccd 048199001234`);
      await comments('later', ASKS);
      while (told('later').length === 0) await wait(20);
      await nothingWaits();

      expect(told('asks').map(({ text }) => text)).to.have.length(1);
      expect(told('private')[0]?.text).to.include('nhắn riêng');
      // Facebook would refuse a second one; it is not even asked to take it.
      expect(graph.calls.filter((call) => call === `POST ${PAGE.id}/messages`)).to.have.length(3);
      expect(graph.refusals).to.deep.equal([]);
    });
});

interface Queue {
  messages: number;
  replies: number;
}
