import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { PAGE } from './bot-process.js';
import type { PageBot } from './page-bot.js';

/** A batch of Facebook's whose second half comes so many milliseconds after its head, by the bot's clock. */
export async function slowUpload(bot: PageBot, milliseconds: number): Promise<void> {
  const messaging = [
    {
      sender: { id: '7100' },
      recipient: { id: PAGE.id },
      timestamp: bot.now,
      message: { mid: 'slow', text: 'menu' },
    },
  ];
  const body = JSON.stringify({ object: 'page', entry: [{ id: PAGE.id, time: bot.now, messaging }] });
  const signature = createHmac('sha256', PAGE.secret).update(body).digest('hex');
  const sending = request(`${bot.url}/webhook`, {
    method: 'POST',
    headers: {
      'X-Hub-Signature-256': `sha256=${signature}`,
      'Content-Length': Buffer.byteLength(body),
      // The server says that it has the head.
      Expect: '100-continue',
    },
  });
  sending.flushHeaders();
  await once(sending, 'continue');
  bot.later(milliseconds);
  sending.end(body);
  const [answer] = (await once(sending, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  answer.resume();
  if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`);
}
