import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { givenSettings, processConfig, type Config } from '../config.js';
import { readContentFiles } from '../content/content-files.js';
import { askBackup } from '../http/admin-socket/ask-backup.js';
import { MANIFEST } from '../records/backup/backup-files.js';
import { writeBackup } from '../records/backup/write-backup.js';
import { systemClock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import { runCommand } from './run-command.js';
import { withStores } from './with-stores.js';

const USAGE = 'Cách dùng: npm run backup -- THƯ_MỤC [--keep SỐ_BẢN_GIỮ_LẠI]';
const NAME = /^dong-hanh-\d{8}T\d{6}Z$/;

/** A new backup below the folder, also while the server runs; with `--keep` only the newest stay. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    options: { keep: { type: 'string' } },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  const keep = values.keep === undefined ? undefined : Number(values.keep);
  if (folder === undefined || more.length > 0) return USAGE;
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0)) return USAGE;
  const at = systemClock.now();
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const place = join(resolve(folder), `dong-hanh-${stamp}`);
  const { collections, oneMoment } = await backedUp(processConfig(), place, at);
  const documents = Object.values(collections).reduce((sum, one) => sum + one.documents, 0);
  process.stdout.write(`Đã sao lưu ${documents} bản ghi vào ${place}.\n`);
  if (!oneMoment)
    process.stdout.write(
      'MongoDB này không phải replica set, nên các bản ghi không thuộc cùng một thời điểm (docs/deploy.md).\n',
    );
  if (keep !== undefined) await keepNewest(folder, keep);
  return null;
});

/** By ourselves, or by the server that has the embedded storage for itself. */
async function backedUp(config: Config, place: string, at: Date) {
  const { dataDir } = config;
  try {
    return await withStores(config, async ({ engine, snapshot }) => {
      const content = await readContentFiles(config.contentDir);
      return writeBackup({ name: engine, snapshot, dataDir, content, settings: givenSettings(), at }, place);
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DATA_DIR_IN_USE') throw error;
    return askBackup(dataDir, place, error);
  }
}

/** Only what this command made, and only whole ones, is counted and removed. */
async function keepNewest(folder: string, keep: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  for (const name of names.slice(0, Math.max(0, names.length - keep))) {
    const place = join(folder, name);
    if (!(await readdir(place)).includes(MANIFEST)) continue;
    await rm(place, { recursive: true });
    process.stdout.write(`Đã xoá bản cũ ${name}.\n`);
  }
}
