import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readContentFiles } from '../../src/content/content-files.js';
import { createStores } from '../../src/records/stores.js';
import { silentLogger } from '../../src/shared/logger.js';
import { lineDifferences } from '../../src/staff-work/content/line-differences.js';

/**
 * npm run bench:history -- --changes 10000: what the pages on the history of content cost after so many changes of the shipped
 * content, one file at a time; on MongoDB where MONGODB_URI is set, otherwise embedded.
 */
const { values } = parseArgs({ options: { changes: { type: 'string', default: '10000' } } });
const total = Number(values.changes);
const begin = Date.parse('2026-11-01T00:00:00Z');
const at = (index: number) => new Date(begin + index * 60_000);

const uri = process.env['MONGODB_URI'];
const url = uri === undefined ? undefined : new URL(uri);
if (url !== undefined) url.pathname = `/bench-${randomUUID()}`;
const dataDir = await mkdtemp(join(tmpdir(), 'bench-history-'));
const stores = await createStores({
  ...(url === undefined ? {} : { mongodbUri: url.href }),
  dataDir,
  logger: silentLogger,
  clock: { now: () => at(total) },
});

async function median(times: number, work: (index: number) => Promise<unknown>): Promise<string> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await work(index);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return `${Math.round(taken[Math.floor(times / 2)] ?? 0)} ms (most ${Math.round(taken.at(-1) ?? 0)} ms)`;
}

try {
  const versions = stores.contentVersions;
  const shipped = (await readContentFiles('.')).files;
  const files = Object.fromEntries(shipped.map(({ path, text }) => [path, text]));
  const paths = Object.keys(files);
  const idOf = (index: number) => createHash('sha256').update(String(index)).digest('hex');
  const saved = await median(total, (index) => {
    const path = paths[(index * 7) % paths.length] ?? '';
    files[path] = `${files[path] ?? ''}# ${index}\n`;
    return versions.save({ version: idOf(index), savedAt: at(index), by: 'an', files: { ...files } });
  });
  const path = paths[0] ?? '';
  const somewhere = (index: number) => Math.floor(((index + 0.5) / 15) * total);
  const history = await median(15, () => versions.historyOf(path, 100));
  const list = await median(15, () => versions.list(100));
  const change = await median(15, async (index) => {
    const stored = await versions.get(idOf(somewhere(index)));
    const earlier = await versions.before(at(somewhere(index)));
    return lineDifferences(earlier?.files[path] ?? null, stored?.files[path] ?? null);
  });
  const heap = Math.round(process.memoryUsage().rss / 1024 / 1024);
  process.stdout.write(
    `${stores.engine}, ${total} changes of ${paths.length} files: saving ${saved}; history of a file ${history}; list ${list}; one change with its lines ${change}; ${heap} MB resident\n`,
  );
} finally {
  await stores.close();
  await rm(dataDir, { recursive: true, force: true });
}
