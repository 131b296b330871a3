import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { playStory, type PlayedTurn } from '../../src/simulator/play-story.js';
import { amiss, readStory, writtenTurn, type Story } from '../../src/simulator/story.js';
import { createStores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { contentFolder } from '../support/content-folder.js';

const FILE = 'test/conversations/tu-dau-den-cuoi.yml';
const START = new Date('2026-11-24T03:00:00Z');
const uri = process.env['MONGODB_URI'];

/** One run of the story through signed webhook, store, worker and fake Graph API. */
interface Run {
  turns: PlayedTurn[];
  refusals: string[];
  /** Of the records, in order; those of the deleted citizen too. */
  outcomes: string[];
  stored: string;
}

describe('a whole conversation through webhook, store, worker and fake Graph API', function () {
  this.timeout(300_000);
  let story: Story;
  const runs = new Map<string, Run>();

  before(async () => {
    story = await readStory(FILE);
  });

  for (const engine of ['the embedded engine', 'MongoDB']) {
    const skipped = engine === 'MongoDB' && uri === undefined;
    it(`says what it should on ${engine}${skipped ? ' (MONGODB_URI not set)' : ''}`, async function () {
      if (skipped) this.skip();
      const run = await play(story, engine === 'MongoDB' ? freshDatabase(uri ?? '') : undefined);
      runs.set(engine, run);
      expect(run.turns).to.have.length.of.at.least(15);
      expect(run.refusals).to.deep.equal([]);
      for (const { turn, messages } of run.turns) {
        const text = messages.map((message) => message.text).join('\n');
        const titles = messages.flatMap(({ choices }) => choices).map(({ title }) => title);
        expect(amiss(turn, { text, titles }), `${writtenTurn(turn)}\n${text}`).to.deep.equal([]);
      }
      const promised = story.turns.map(({ outcome }) => outcome);
      expect(run.outcomes).to.have.length(promised.length);
      promised.forEach((outcome, index) => {
        if (outcome !== undefined) expect(run.outcomes[index]).to.equal(outcome);
      });
    });

    it(`leaves nothing of what the citizen wrote after “xoá dữ liệu” on ${engine}`, function () {
      const run = runs.get(engine);
      if (run === undefined) this.skip();
      expect(run.stored).not.to.match(/dễ hiểu lắm|hai công ty|phở bò|7000000000000001/);
    });
  }

  it('says the same on both', function () {
    const [embedded, mongodb] = [runs.get('the embedded engine'), runs.get('MongoDB')];
    if (embedded === undefined || mongodb === undefined) this.skip();
    expect(screens(mongodb)).to.deep.equal(screens(embedded));
    expect(mongodb.outcomes).to.deep.equal(embedded.outcomes);
  });
});

async function play(story: Story, mongodbUri?: string): Promise<Run> {
  const dataDir = await mkdtemp(join(tmpdir(), 'conversation-'));
  try {
    const turns: PlayedTurn[] = [];
    const stage = {
      dataDir,
      contentDir: contentFolder('test/conversations/content'),
      logger: silentLogger,
      startAt: START,
    };
    const refusals = await playStory(story, { ...stage, mongodbUri }, (played) => turns.push(played));
    return { turns, refusals, ...(await recorded(dataDir, mongodbUri)) };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function recorded(dataDir: string, mongodbUri?: string): Promise<Pick<Run, 'outcomes' | 'stored'>> {
  const where = mongodbUri === undefined ? { dataDir } : { dataDir, mongodbUri };
  const stores = await createStores({ ...where, logger: silentLogger, clock: systemClock });
  try {
    const { inbox, conversations, exchanges, requests, webReplies } = stores.collections;
    const records = await exchanges.find({}, { sort: { receivedAt: 1 } });
    const rest = [inbox, conversations, requests, webReplies].map((collection) => collection.find({}));
    return {
      outcomes: records.map(({ outcome }) => outcome),
      stored: JSON.stringify([records, await Promise.all(rest)]),
    };
  } finally {
    await stores.close();
  }
}

/** Codes are drawn anew each time. */
function screens({ turns }: Run): string[] {
  return turns.map(({ messages }) => JSON.stringify(messages).replaceAll(/\b(YC|LH)-[A-Z0-9]+/g, '$1-…'));
}

function freshDatabase(server: string): string {
  const url = new URL(server);
  url.pathname = `/conversation-${randomUUID()}`;
  return url.href;
}
