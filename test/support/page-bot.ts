import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { startFakeGraphApi, type FakeGraphApi } from '../../src/simulator/fake-graph-api/server.js';
import { PageInbox } from '../../src/simulator/page-inbox.js';
import { SimulatedCitizen } from '../../src/simulator/messenger-citizen.js';
import type { Disk } from '../../src/records/engine/log/disk.js';
import { createStores, type Stores } from '../../src/records/stores.js';
import type { Clock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { PAGE } from './bot-process.js';
import { contentFolder } from './content-folder.js';
import { until } from './until.js';

export interface PageBotOptions {
  /** Stands between the bot and the fake Graph API: given the fake's address, resolves to the one the bot is told. */
  graphUrl?: (fake: string) => Promise<string>;
  settings?: Record<string, string>;
  disk?: Disk;
}

/** Also those whose test has run into its limit while they started. */
const started = new Set<Promise<PageBot>>();
after(async () => {
  for (const bot of started) await (await bot).stop();
});

/** The whole product with a Page, reached by signed webhook and seen at the fake Graph API; its time is the test's. */
export class PageBot {
  now = Date.parse('2026-11-24T03:00:00Z');
  /** Milliseconds that pass between two looks at the clock: a machine that is slow. */
  pace = 0;
  /** Milliseconds that Facebook takes for a message. */
  facebookTakes = 0;
  readonly contentDir = contentFolder('test/fixtures/content');
  private citizens = 0;
  private app: App | undefined;

  private constructor(
    readonly graph: FakeGraphApi,
    readonly dataDir: string,
    private readonly settings: Record<string, string>,
    private readonly disk: Disk | undefined,
  ) {}

  static start(options: PageBotOptions = {}): Promise<PageBot> {
    const bot = PageBot.open(options);
    started.add(bot);
    return bot;
  }

  private static async open({ graphUrl, settings = {}, disk }: PageBotOptions): Promise<PageBot> {
    const graph = await startFakeGraphApi({
      token: PAGE.token,
      appSecret: PAGE.secret,
      pageId: PAGE.id,
      onMessage: () => bot.later(bot.facebookTakes),
      now: () => bot.now,
    });
    const dataDir = await mkdtemp(join(tmpdir(), 'page-bot-'));
    const address = graphUrl === undefined ? graph.url : await graphUrl(graph.url);
    const bot: PageBot = new PageBot(graph, dataDir, { GRAPH_API_URL: address, ...settings }, disk);
    await bot.begin();
    return bot;
  }

  get url(): string {
    return (this.app?.url ?? '').replace(/\/$/, '');
  }

  /** Stops in order and starts again on the same data and port; `meanwhile` may change it. */
  async restart(meanwhile?: (stores: Stores) => Promise<void>): Promise<void> {
    await this.app?.close();
    if (meanwhile !== undefined) {
      const { MONGODB_URI: mongodbUri } = this.settings;
      const where = { dataDir: this.dataDir, ...(mongodbUri === undefined ? {} : { mongodbUri }) };
      const stores = await createStores({ ...where, logger: silentLogger, clock: this.clock });
      await meanwhile(stores).finally(() => stores.close());
    }
    await this.begin();
  }

  /** May be called again. */
  async stop(): Promise<void> {
    await this.app?.close();
    await this.graph.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  citizen(): SimulatedCitizen {
    this.citizens += 1;
    return new SimulatedCitizen({
      botUrl: this.url,
      appSecret: PAGE.secret,
      pageId: PAGE.id,
      citizenId: String(7_000_000_000_000_000 + this.citizens),
      messages: this.graph.messages,
      now: () => this.now,
      threads: this.graph.threads,
    });
  }

  /** Where the Page's staff write. */
  inbox(): PageInbox {
    const target = { botUrl: this.url, appSecret: PAGE.secret, pageId: PAGE.id, now: () => this.now };
    return new PageInbox(target, this.graph.threads);
  }

  /** One who has chosen about their data, so that no notice comes with an answer any more. */
  async known(): Promise<SimulatedCitizen> {
    const citizen = this.citizen();
    await citizen.say('menu');
    await this.answered(citizen);
    await citizen.say('đồng ý');
    await this.answered(citizen);
    return citizen;
  }

  /** Resolves to what the citizen sees, once something came and nothing more is under way. */
  async answered(citizen: SimulatedCitizen): Promise<string> {
    await this.until(() => this.graph.messages.some(({ to }) => to === citizen.id));
    return this.settled(citizen);
  }

  /** What the citizen sees once nothing is under way any more; may be nothing. */
  async settled(citizen: SimulatedCitizen): Promise<string> {
    await this.app?.idle();
    return citizen
      .look()
      .map(({ text }) => text)
      .join('\n---\n');
  }

  /** Waits for what comes by itself; the test's own limit ends it. */
  async until(done: () => boolean | Promise<boolean>): Promise<void> {
    await until(done);
  }

  later(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** What is wrong with the Page, once it was looked at. */
  async pageProblems(): Promise<string[]> {
    const read = async () => {
      const response = await fetch(`${this.url}/health`);
      return ((await response.json()) as { page: { problems: string[] } }).page.problems;
    };
    await this.until(async () => (await read()).length > 0);
    return read();
  }

  async health(): Promise<{ status: string; sending: { state: string } }> {
    const response = await fetch(`${this.url}/health`);
    return (await response.json()) as { status: string; sending: { state: string } };
  }

  private readonly clock: Clock = { now: () => new Date((this.now += this.pace)) };

  private async begin(): Promise<void> {
    const config = readConfig({
      PORT: new URL(this.app?.url ?? 'http://localhost:0').port,
      HOST: '127.0.0.1',
      DATA_DIR: this.dataDir,
      CONTENT_DIR: this.contentDir,
      FACEBOOK_PAGE_ID: PAGE.id,
      FACEBOOK_PAGE_TOKEN: PAGE.token,
      FACEBOOK_APP_SECRETS: PAGE.secret,
      FACEBOOK_VERIFY_TOKEN: PAGE.verifyToken,
      ...this.settings,
    });
    this.app = await startApp(config, {
      logger: silentLogger,
      clock: this.clock,
      ...(this.disk === undefined ? {} : { disk: this.disk }),
    });
  }
}
