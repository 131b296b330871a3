import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { askBackup } from '../../src/http/admin-socket/ask-backup.js';
import { restoreBackup } from '../../src/records/backup/restore-backup.js';
import { createStaffAccounts } from '../../src/accounts/staff-accounts.js';
import { createStores, type Stores } from '../../src/records/stores.js';
import { AppError } from '../../src/shared/errors.js';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { runCommandLine } from '../support/command-line.js';
import { PageBot } from '../support/page-bot.js';

const WRITTEN = ['conversations', 'exchanges', 'days', 'accounts', 'requests', 'consents', 'inbox'] as const;

/** Everything that was asked for, by collection and key. */
async function heldIn({ collections }: Stores): Promise<Record<string, unknown[]>> {
  const found = WRITTEN.map(async (name) => [name, await collections[name].find({}, { sort: { _id: 1 } })]);
  return Object.fromEntries((await Promise.all(found)) as [string, unknown[]][]);
}

const open = (dataDir: string) => createStores({ dataDir, logger: silentLogger, clock: systemClock });

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

describe('A backup', function () {
  // Commands start slowly, one after another.
  this.timeout(600_000);
  let bot: PageBot;
  let folder: string;
  let backup: string;
  let held: Record<string, unknown[]>;
  let secret: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-'));
    backup = join(folder, 'first');
    bot = await PageBot.start();
    await bot.restart(async ({ staff }) => {
      const { administration } = createStaffAccounts(staff, systemClock);
      const wanted = {
        name: 'an',
        role: 'admin',
        password: 'mot hai ba bon nam sau bay',
        passwordToChange: true,
      };
      await administration.add('test', wanted);
    });
    const citizen = await bot.known();
    await citizen.say('gặp cán bộ');
    await bot.answered(citizen);
    secret = await readFile(join(bot.dataDir, 'citizen-key'), 'utf8');
    // Once all is counted.
    await bot.restart(async (stores) => void (held = await heldIn(stores)));
    await askBackup(bot.dataDir, backup, new AppError('DATA_DIR_IN_USE', 'not asked'));
    // What comes after it is not in it.
    const late = await bot.known();
    await late.say('menu');
    await bot.answered(late);
  });
  after(async () => {
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  it('made by the running bot holds conversations, statistics, requests and accounts as they were', async () => {
    const dataDir = join(folder, 'new');
    const stores = await open(dataDir);
    try {
      await restoreBackup(backup, { collections: stores.collections, dataDir });
      expect(held['conversations']).to.have.length(1);
      expect(held['accounts']).to.have.length(1);
      expect(await heldIn(stores)).to.deep.equal(held);
      expect(await readFile(join(dataDir, 'citizen-key'), 'utf8')).to.equal(secret);
    } finally {
      await stores.close();
    }
  });

  it('is made by command from the running bot and restored by command: data and content into empty folders, and nowhere else', async () => {
    const settings = { DATA_DIR: bot.dataDir, CONTENT_DIR: bot.contentDir };
    const made = await runCommandLine(['backup', join(folder, 'kept'), '--keep', '2'], {
      settings,
    });
    expect(made.code, made.output).to.equal(0);
    const place = /vào (\S+)\.\n/.exec(made.output)?.[1] ?? '';
    const empty = { DATA_DIR: join(folder, 'data'), CONTENT_DIR: join(folder, 'content') };
    const restored = await runCommandLine(['restore', place], { settings: empty });
    expect(restored.output).to.match(/Đã khôi phục \d+ bản ghi[^]*Đã khôi phục \d+ tệp nội dung/);
    expect(await readFile(join(folder, 'content/intents/chao-hoi.yml'), 'utf8')).to.equal(
      await readFile(join(bot.contentDir, 'intents/chao-hoi.yml'), 'utf8'),
    );
    const again = await runCommandLine(['restore', place], { settings: empty });
    expect(again.code).to.equal(1);
    expect(again.output).to.include('chỉ khôi phục vào nơi trống');
  });

  it('that is damaged is refused before anything is written', async () => {
    const dataDir = join(folder, 'third');
    const damaged = join(folder, 'damaged');
    await cp(backup, damaged, { recursive: true });
    const file = join(damaged, 'exchanges.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replace('messenger', 'massenger'));
    const target = await open(dataDir);
    expect(await code(restoreBackup(damaged, { collections: target.collections, dataDir }))).to.equal(
      'BACKUP_DAMAGED',
    );
    expect((await heldIn(target))['conversations']).to.deep.equal([]);
    expect(await code(restoreBackup(folder, { collections: target.collections, dataDir }))).to.equal(
      'NO_BACKUP',
    );
    await target.close();
  });

  it('goes to MongoDB and back by command, with everything as it was', async function () {
    const uri = process.env['MONGODB_URI'];
    if (uri === undefined) this.skip();
    const database = new URL(uri);
    database.pathname = `/backup-${randomUUID()}`;
    const onMongo = { MONGODB_URI: database.href, DATA_DIR: join(folder, 'beside-mongo') };
    const command = async (line: string[], settings: Record<string, string>) => {
      const ended = await runCommandLine(line, { settings });
      expect(ended.code, ended.output).to.equal(0);
      return ended.output;
    };
    await command(['restore', backup], onMongo);
    const again = await runCommandLine(['restore', backup], { settings: onMongo });
    expect(again.output).to.include('chỉ khôi phục vào nơi trống');
    const made = await command(['backup', join(folder, 'of-mongo')], onMongo);
    const place = /vào (\S+)\.\n/.exec(made)?.[1] ?? '';
    const dataDir = join(folder, 'back');
    await command(['restore', place], { DATA_DIR: dataDir, CONTENT_DIR: join(folder, 'content-back') });
    const stores = await open(dataDir);
    try {
      expect(await heldIn(stores)).to.deep.equal(held);
    } finally {
      await stores.close();
    }
    expect(await readFile(join(dataDir, 'citizen-key'), 'utf8')).to.equal(secret);
  });
});
