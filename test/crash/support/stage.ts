import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { startFakeGraphApi, type FakeGraphApi } from '../../../src/simulator/fake-graph-api/server.js';
import { BotProcess, PAGE } from '../../support/bot-process.js';
import { Crowd, type CrowdOptions } from './crowd.js';
import { Ledger } from './ledger.js';

/** Longer than a killed process's lease on another machine's database runs. */
const DRAIN_MS = 180_000;

/** A bot process between a crowd of citizens and a fake Graph API, and the book kept about both. */
export class Stage {
  readonly ledger = new Ledger();
  bot: BotProcess | undefined;
  private expected: { notice: string; greeting: string[] } | undefined;

  private constructor(
    readonly graph: FakeGraphApi,
    readonly dataDir: string,
    private readonly mongodbUri: string | undefined,
  ) {}

  static async open(mongodbUri?: string): Promise<Stage> {
    const dataDir = await mkdtemp(join(tmpdir(), 'crash-'));
    const graph = await startFakeGraphApi({
      token: PAGE.token,
      appSecret: PAGE.secret,
      pageId: PAGE.id,
      onMessage: (message) => stage.ledger.took(message),
    });
    const stage = new Stage(graph, dataDir, mongodbUri);
    return stage;
  }

  async startBot(): Promise<BotProcess> {
    const { mongodbUri } = this;
    this.bot = await BotProcess.start({
      graphUrl: this.graph.url,
      dataDir: this.dataDir,
      ...(mongodbUri === undefined ? {} : { mongodbUri }),
    });
    return this.bot;
  }

  crowd(options: Omit<CrowdOptions, 'url'>): Crowd {
    return new Crowd({ ...options, url: () => (this.bot?.running === true ? this.bot.url : undefined) });
  }

  /** Learns from one undisturbed citizen what everybody is owed: their fourth message is a restart. */
  async learn(): Promise<void> {
    const one = this.crowd({ citizens: 1, pauseMs: 1, firstId: 6_000_000 });
    one.start();
    while (one.count < 5) await wait(10);
    await one.leave();
    const [[citizen, messages] = ['', []]] = one.acknowledged;
    const codes = messages.flatMap((message) => (message === 'restart' ? [] : [message.code]));
    const seen = () => this.ledger.seenBy(citizen);
    while (!seen().includes(codes[3] ?? '')) await wait(10);
    const notice = seen()[1] ?? '';
    const greeting = seen().slice(seen().indexOf(codes[2] ?? '') + 1, seen().indexOf(codes[3] ?? ''));
    this.expected = { notice, greeting };
    expect(notice).to.include('máy trả lời tự động');
    expect(greeting.join()).to.include('trợ lý tự động');
  }

  /** Waits until every acknowledged message is answered, then checks that none is lost and each repeat has its kill. */
  async settle(crowd: Crowd): Promise<{ acknowledged: number; repeated: number }> {
    const { expected } = this;
    if (expected === undefined) throw new Error('nothing was learnt');
    const balance = () => this.ledger.balance(crowd.acknowledged, expected);
    for (const until = Date.now() + DRAIN_MS; Date.now() < until && balance().lost.length > 0;)
      await wait(250);
    const { lost, repeated, unexplained } = balance();
    expect(lost.slice(0, 5).join('\n'), this.bot?.log).to.equal('');
    expect(unexplained.slice(0, 5).join('\n'), this.bot?.log).to.equal('');
    expect(this.graph.refusals).to.deep.equal([]);
    return { acknowledged: crowd.count, repeated };
  }

  async close(): Promise<void> {
    await this.bot?.stop();
    await this.graph.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
