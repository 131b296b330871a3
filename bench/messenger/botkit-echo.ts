import { FacebookAdapter, FacebookEventTypeMiddleware } from 'botbuilder-adapter-facebook';
import { Botkit } from 'botkit';
import { createGraphClient } from '../../src/messenger/send/client.js';
import { PAGE } from '../../test/support/bot-process.js';
import { freePort } from '../../test/support/free-port.js';

/**
 * Botkit with its own web server and Facebook adapter, as its documentation sets it up, repeating what it hears. Only
 * what sends is exchanged for our client: its own speaks HTTPS alone, without keeping connections.
 */
class EchoAdapter extends FacebookAdapter {
  private readonly client = createGraphClient({
    url: process.argv[2] ?? '',
    version: 'v26.0',
    token: PAGE.token,
    appSecret: PAGE.secret,
  });

  override getAPI(): ReturnType<FacebookAdapter['getAPI']> {
    const callAPI = async (_path: string, _method: string, payload: unknown) => {
      const answer = await this.client.call('POST', `${PAGE.id}/messages`, payload);
      return answer.ok ? answer.body : {};
    };
    return Promise.resolve({ callAPI } as unknown as Awaited<ReturnType<FacebookAdapter['getAPI']>>);
  }
}

const adapter = new EchoAdapter({
  verify_token: PAGE.verifyToken,
  app_secret: PAGE.secret,
  access_token: PAGE.token,
});
adapter.use(new FacebookEventTypeMiddleware());
// Botkit reads its port from there, and prints it once it listens.
process.env['PORT'] = String(await freePort());
const controller = new Botkit({ webhook_uri: '/webhook', adapter });
controller.on('message', async (bot, message) => {
  await bot.reply(message, message.text ?? '');
});
