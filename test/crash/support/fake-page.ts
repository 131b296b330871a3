import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeGraphApi, type FakeGraphApi } from '../../../src/simulator/fake-graph-api/server.js';
import { BotProcess, PAGE } from '../../support/bot-process.js';

interface FakePage {
  graph: FakeGraphApi;
  dataDir: string;
  /** Kills the bot that runs, if one does, and starts the next on the same data. */
  restart(more?: Partial<Parameters<typeof BotProcess.start>[0]>): Promise<BotProcess>;
}

/** Around each test of a suite: a fake Graph API and an empty data directory; the bot that was started is killed. */
export function fakePage(): FakePage {
  let bot: BotProcess | undefined;
  let graph: FakeGraphApi;
  let dataDir: string;
  beforeEach(async () => {
    graph = await startFakeGraphApi({ token: PAGE.token, appSecret: PAGE.secret, pageId: PAGE.id });
    dataDir = await mkdtemp(join(tmpdir(), 'crash-'));
  });
  afterEach(async () => {
    await bot?.kill();
    await graph.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    get graph() {
      return graph;
    },
    get dataDir() {
      return dataDir;
    },
    async restart(more = {}) {
      await bot?.kill();
      bot = await BotProcess.start({ graphUrl: graph.url, dataDir, ...more });
      return bot;
    },
  };
}

/** Each engine by name, with its address: none for the embedded one, nor for MongoDB where it is not set. */
export const ENGINES = [
  ['the embedded engine', undefined],
  ['MongoDB', process.env['MONGODB_URI']],
] as const;
