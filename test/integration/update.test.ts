import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createStores, type Stores } from '../../src/records/stores.js';
import { silentLogger } from '../../src/shared/logger.js';
import { contentFolder } from '../support/content-folder.js';
import { until } from '../support/until.js';

const AFTERWARDS = new Date('2026-11-27T04:00:00Z');
const clock = { now: () => AFTERWARDS };

describe('Data of an earlier version', function () {
  this.timeout(120_000);
  let dataDir: string;
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'update-'));
    await cp('test/fixtures/data-of-43f12c5', dataDir, { recursive: true });
  });
  after(() => rm(dataDir, { recursive: true }));

  const opened = async <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
    const stores = await createStores({ dataDir, logger: silentLogger, clock });
    return work(stores).finally(() => stores.close());
  };

  it('gives accounts with one role the roles that allow the same', async () => {
    const accounts = await opened(({ staff }) => staff.accounts.list());
    expect(Object.fromEntries(accounts.map(({ id, roles }) => [id, roles]))).to.deep.equal({
      'can-bo-1': ['viewer', 'reviewer', 'answerer', 'editor', 'approver'],
      'quan-tri-1': ['admin'],
    });
    const stored = await opened(({ collections }) => collections.accounts.find({}));
    expect(stored.map((account) => Object.keys(account)).flat()).not.to.include('role');
  });

  it('is whole: conversations, requests, statistics', async () => {
    await opened(async ({ collections, requests }) => {
      expect(await collections.conversations.countDocuments({})).to.equal(4);
      expect(await requests.list({ status: 'waiting', limit: 10 })).to.have.length(1);
      const [day] = await collections.days.find({});
      expect(day?.all).to.include({ conversations: 4, 'outcome:handed_over_person': 1 });
    });
  });

  it('counts by which entry point citizens came in, as before', async () => {
    await opened(async ({ collections }) => {
      const exchanges = await collections.exchanges.find({});
      expect(exchanges.map(({ entryPoint }) => entryPoint)).to.deep.equal(Array(9).fill('typed'));
      expect(exchanges.flatMap((exchange) => Object.keys(exchange))).not.to.include('door');
      const [day] = await collections.days.find({});
      const counted = [day?.all ?? {}, ...Object.values(day?.procedures ?? {})];
      const ofTyped = counted.flatMap((counts) => counts['entry_point:typed'] ?? []);
      expect(ofTyped.sort()).to.deep.equal([1, 4]);
      expect(JSON.stringify(day)).not.to.include('door');
    });
  });

  it('goes on being talked to: every conversation is answered, whatever the bot had asked last', async () => {
    const keys = await opened(async ({ collections, inbox }) => {
      const conversations = await collections.conversations.find({});
      const events = conversations.map(({ _id }, sequence) => ({
        ...{ key: `web|${_id}|after-update`, channel: 'web' as const, conversationId: _id, pageId: 'web' },
        ...{ address: _id, kind: 'text' as const, text: '1 triệu', sequence },
        ...{ sentAt: AFTERWARDS, receivedAt: AFTERWARDS },
      }));
      await inbox.store(events);
      return events.map(({ key }) => key);
    });
    const settings = { PORT: '0', DATA_DIR: dataDir, CONTENT_DIR: contentFolder('test/fixtures/content') };
    const app = await startApp(readConfig(settings), { logger: silentLogger, clock });
    const answered = async () => {
      const { queue } = (await (await fetch(`${app.url}health`)).json()) as { queue: { messages: number } };
      return queue.messages === 0;
    };
    await until(answered);
    await app.close();
    const outcomes = await opened(async ({ collections }) =>
      (await collections.exchanges.find({ _id: { $in: keys } })).map(({ outcome }) => outcome),
    );
    expect(outcomes).to.have.length(4);
    expect(outcomes).not.to.include('failed_error');
  });
});
