import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { startApp } from '../app.js';
import { readConfig } from '../config.js';
import type { Bubble } from '../messenger/graph-double/screen.js';
import { startGraphDouble, type GraphDouble } from '../messenger/graph-double/server.js';
import { SimulatedCitizen } from '../messenger/simulated-citizen.js';
import { AppError } from '../shared/errors.js';
import { createLogger } from '../shared/logger.js';
import { runCommand } from './run-command.js';

const USAGE = 'Cách dùng: npm run simulate -- TỆP_HỘI_THOẠI.yml [--mongodb mongodb://…]';

const story = z.object({
  turns: z.array(
    z.union([
      z.strictObject({ citizen: z.string(), expect: z.array(z.string()).optional() }),
      z.strictObject({ button: z.string(), expect: z.array(z.string()).optional() }),
    ]),
  ),
});

const PAGE = {
  id: '100000000000001',
  token: 'token-of-the-double',
  secret: 'secret-of-the-double',
  verify: 'verify',
};

/** Plays a conversation file through the real webhook and prints what a citizen would see. Exit code 1 when an `expect` is missing. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    options: { mongodb: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new AppError('USAGE', 'Chưa có tệp hội thoại.', { remedy: USAGE });
  const { turns } = story.parse(parse(await readFile(file, 'utf8')));
  const dataDir = await mkdtemp(join(tmpdir(), 'dong-hanh-'));
  const graph = await startGraphDouble({ token: PAGE.token, appSecret: PAGE.secret, pageId: PAGE.id });
  const app = await startApp(configFor(graph, dataDir, values.mongodb), { logger: createLogger('error') });
  try {
    const citizen = new SimulatedCitizen({
      botUrl: app.url.replace(/\/$/, ''),
      appSecret: PAGE.secret,
      pageId: PAGE.id,
      bubbles: graph.bubbles,
    });
    for (const turn of turns) await play(citizen, turn);
    if (graph.refusals.length > 0)
      throw new AppError('REFUSED', `Facebook sẽ không nhận: ${graph.refusals.join('; ')}`);
  } finally {
    await app.close();
    await graph.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  return null;
});

function configFor(graph: GraphDouble, dataDir: string, mongodb: string | undefined) {
  return readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    MONGODB_URI: mongodb,
    FACEBOOK_PAGE_ID: PAGE.id,
    FACEBOOK_PAGE_TOKEN: PAGE.token,
    FACEBOOK_APP_SECRETS: PAGE.secret,
    FACEBOOK_VERIFY_TOKEN: PAGE.verify,
    GRAPH_API_URL: graph.url,
  });
}

async function play(citizen: SimulatedCitizen, turn: z.infer<typeof story>['turns'][number]): Promise<void> {
  if ('citizen' in turn) {
    process.stdout.write(`\n» ${turn.citizen}\n`);
    await citizen.say(turn.citizen);
  } else {
    process.stdout.write(`\n» [${turn.button}]\n`);
    await citizen.press(turn.button);
  }
  const shown = (await citizen.look()).map(written).join('\n');
  process.stdout.write(`${shown}\n`);
  const missing = (turn.expect ?? []).filter((part) => !shown.includes(part));
  for (const part of missing) process.stderr.write(`✗ không thấy “${part}”\n`);
  if (missing.length > 0) process.exitCode = 1;
}

function written({ text, choices, links }: Bubble): string {
  const titles = [
    ...links.map(({ title, url }) => `[${title} ↗ ${url}]`),
    ...choices.map(({ title, quick }) => (quick ? `(${title})` : `[${title}]`)),
  ];
  return `  ${text.replaceAll('\n', '\n  ')}${titles.length > 0 ? `\n  ${titles.join(' ')}` : ''}`;
}
