import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { createStaffAccounts } from '../../src/accounts/staff-accounts.js';
import type { Failure } from '../../src/simulator/fake-graph-api/responses.js';
import { FailingDisk } from '../fakes/disk.js';
import { alertRules, holds, scraped } from '../support/alert-rules.js';
import { PageBot } from '../support/page-bot.js';
import { slowUpload } from '../support/slow-upload.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('Alert rules', function () {
  this.timeout(120_000);
  const rules = alertRules();
  const tried = new Set<string>();
  const disk = new FailingDisk();
  let bot: PageBot;
  let token = '';
  before(async () => {
    bot = await PageBot.start({ disk });
    await bot.restart(async (stores) => {
      const { tokens } = createStaffAccounts(stores.staff, { now: () => new Date(bot.now) });
      const wanted = { name: 'monitoring', role: 'metrics', days: 365 };
      token = (await tokens.create('test', wanted)).token;
    });
  });
  after(() => bot.stop());

  const read = async () => {
    try {
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await fetch(`${bot.url}/metrics`, { headers });
      expect(answer.status).to.equal(200);
      return scraped(await answer.text());
    } catch (error) {
      if (error instanceof TypeError) return scraped(null);
      throw error;
    }
  };
  /** Does not hold before, and does in the end after what happens. */
  const fires = async (alert: string, what: () => Promise<unknown>) => {
    const rule = rules.find((one) => one.alert === alert);
    if (rule === undefined) throw new Error(`no rule ${alert}`);
    let before = await read();
    await bot.until(async () => !holds(rule, (before = await read()), before));
    await what();
    await bot.until(async () => holds(rule, before, await read()));
    tried.add(alert);
  };
  const refused = async (failure: Failure) => {
    const citizen = await bot.known();
    bot.graph.failing = failure;
    await citizen.say('menu');
    await bot.settled(citizen);
  };
  /** What was refused goes out, so that the next alert begins at rest. */
  const mended = async () => {
    bot.graph.failing = undefined;
    bot.later(HOUR);
    await bot.restart();
    await bot.until(async () => (await bot.health()).status === 'ok');
  };

  it('RequestsOverdue: a citizen asked for a person and the term went by', async () => {
    const citizen = await bot.known();
    await citizen.say('gặp cán bộ');
    await bot.answered(citizen);
    await fires('RequestsOverdue', () => Promise.resolve(bot.later(30 * 24 * HOUR)));
  });

  it('AcknowledgementsSlow: a request takes four seconds to come in', async () => {
    await fires('AcknowledgementsSlow', () => slowUpload(bot, 4_000));
  });

  it('TurnsSlow, AnswersLate: two seconds pass between any two looks at the clock', async () => {
    const citizen = await bot.known();
    const slow = async () => {
      bot.pace = 2_000;
      await citizen.say('menu');
      await bot.answered(citizen);
      bot.pace = 0;
    };
    await fires('TurnsSlow', slow);
    await fires('AnswersLate', slow);
  });

  it('DeliveriesSlow: Facebook takes eight seconds for a reply', async () => {
    const citizen = await bot.known();
    await fires('DeliveriesSlow', async () => {
      bot.facebookTakes = 8_000;
      await citizen.say('menu');
      await bot.answered(citizen);
      bot.facebookTakes = 0;
    });
  });

  it('SendingStopped, QueueOld: the token is refused, and nobody mends it for half an hour', async () => {
    await fires('SendingStopped', () => refused({ kind: 'error', code: 190 }));
    await fires('QueueOld', () => Promise.resolve(bot.later(30 * MINUTE)));
    await mended();
  });

  it('SendingNeedsAttention: a refusal that nobody knows', async () => {
    await fires('SendingNeedsAttention', () => refused({ kind: 'error', code: 999_999 }));
    await mended();
  });

  it('RepliesDropped: citizens who cannot be reached any more', async () => {
    const citizens = await Promise.all(Array.from({ length: 6 }, () => bot.known()));
    await fires('RepliesDropped', async () => {
      bot.graph.failing = { kind: 'error', code: 551 };
      for (const citizen of citizens) await citizen.say('menu');
      await Promise.all(citizens.map((citizen) => bot.settled(citizen)));
      bot.graph.failing = undefined;
    });
  });

  it('PageSubscriptionWrong: Facebook ended the subscription', async () => {
    const fields = bot.graph.subscribedFields;
    await fires('PageSubscriptionWrong', async () => {
      bot.graph.subscribedFields = [];
      await bot.restart();
      await bot.until(async () => (await bot.health()).status === 'degraded');
    });
    bot.graph.subscribedFields = fields;
    await mended();
  });

  it('TurnsFail: stored states that the engine cannot read', async () => {
    const citizens = await Promise.all(Array.from({ length: 3 }, () => bot.known()));
    await bot.restart(async ({ collections }) => {
      await collections.conversations.updateMany({}, { $set: { 'state.topics': 5 } });
    });
    await fires('TurnsFail', async () => {
      for (const citizen of citizens) await citizen.say('làm lại từ đầu đăng ký thuế');
      await Promise.all(citizens.map((citizen) => bot.answered(citizen)));
    });
  });

  it('ContentFaulty: a fault in a file', async () => {
    const file = join(bot.contentDir, 'procedures/loi.yml');
    await fires('ContentFaulty', async () => {
      await writeFile(file, 'id: [\n');
      await bot.until(async () => (await bot.health()).status === 'degraded');
    });
    await rm(file);
    await bot.until(async () => (await bot.health()).status === 'ok');
  });

  it('ContentNotWatched: a folder cannot be read; at rest again once it can', async () => {
    const [folder, away] = [join(bot.contentDir, 'intents'), join(bot.contentDir, 'intents-away')];
    await fires('ContentNotWatched', async () => {
      await rename(folder, away);
      await writeFile(folder, '');
    });
    await rm(folder);
    await rename(away, folder);
    await bot.until(async () => (await bot.health()).status === 'ok');
  });

  it('WebhookSignaturesWrong: a stranger tries', async () => {
    await fires('WebhookSignaturesWrong', async () => {
      const headers = { 'X-Hub-Signature-256': `sha256=${'0'.repeat(64)}` };
      for (let count = 0; count < 25; count += 1)
        await fetch(`${bot.url}/webhook`, { method: 'POST', headers, body: '{}' });
    });
  });

  it('IntakeClosed, StorageNotWritable, WebhookNotStored: the disk is full', async () => {
    const full = async () => {
      disk.full = true;
      await bot.until(async () => (await bot.health()).status === 'down');
      await bot
        .citizen()
        .say('menu')
        .catch(() => undefined);
    };
    for (const alert of ['IntakeClosed', 'StorageNotWritable', 'WebhookNotStored']) {
      await fires(alert, full);
      disk.full = false;
      await bot.until(async () => (await bot.health()).status !== 'down');
    }
  });

  it('EventLoopBlocked: something computes for a second without a break, several times', async () => {
    await fires('EventLoopBlocked', async () => {
      // More than one of a hundred looks, also where a busy machine has looked many times since the last reading.
      for (let time = 0; time < 8; time += 1) {
        const end = performance.now() + 1_000;
        while (performance.now() < end);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
  });

  it('MemoryHigh: a gigabyte and a half in one piece', async () => {
    let held: Buffer | undefined;
    await fires('MemoryHigh', () => Promise.resolve((held = Buffer.alloc(1.5e9, 1))));
    expect(held).to.have.length(1.5e9);
  });

  it('use, as the dashboard does, only figures that there are', async () => {
    const { panels } = JSON.parse(readFileSync('deploy/grafana/dashboard.json', 'utf8')) as {
      panels: { targets: { expr: string }[] }[];
    };
    const headers = { Authorization: `Bearer ${token}` };
    const text = await (await fetch(`${bot.url}/metrics`, { headers })).text();
    const there = [...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name);
    const written = [...rules, ...panels.flatMap(({ targets }) => targets)]
      .map(({ expr }) => expr)
      .join('\n');
    const used = [...written.matchAll(/\b([a-z]+_[a-z0-9_]+?)(?:_bucket|_count)?(?=[{[)\s]|$)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !['histogram_quantile', 'short_of'].includes(name));
    expect(used).to.include.members(['turn_seconds', 'queue_oldest_seconds']);
    expect(there).to.include.members([...new Set(used)]);
  });

  it('BotDown: nobody answers', async () => {
    await fires('BotDown', () => bot.stop());
  });

  it('are all tried above, and each has its page in the run book', () => {
    expect(rules.map(({ alert }) => alert)).to.have.members([...tried]);
    const book = readFileSync('docs/alerts.md', 'utf8');
    for (const { alert, annotations } of rules) {
      expect(book, alert).to.include(`\n## ${alert}\n`);
      expect(annotations.runbook).to.equal(`docs/alerts.md#${alert.toLowerCase()}`);
    }
  });
});
