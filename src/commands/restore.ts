import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { processConfig } from '../config.js';
import { readContentFiles } from '../content/content-files.js';
import { CONTENT } from '../records/backup/backup-files.js';
import { readManifest, restoreBackup } from '../records/backup/restore-backup.js';
import { runCommand } from './run-command.js';
import { withStores } from './with-stores.js';

const USAGE = 'Cách dùng: npm run restore -- THƯ_MỤC_BẢN_SAO_LƯU';

/** Puts a backup into the empty storage of the settings, and its content where there is none. */
await runCommand(USAGE, async () => {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0) return USAGE;
  await readManifest(folder);
  const config = processConfig();
  const manifest = await withStores(config, (stores) =>
    restoreBackup(folder, { collections: stores.collections, dataDir: config.dataDir }),
  );
  const documents = Object.values(manifest.collections).reduce((sum, one) => sum + one.documents, 0);
  process.stdout.write(`Đã khôi phục ${documents} bản ghi của ${manifest.at}.\n`);
  process.stdout.write(`${await restoreContent(join(folder, CONTENT), config.contentDir)}\n`);
  process.stdout.write(`Cài đặt lúc sao lưu có: ${manifest.settings.join(', ') || 'không có'}.\n`);
  return null;
});

async function restoreContent(from: string, to: string): Promise<string> {
  const { files } = await readContentFiles(from);
  const there = await Promise.all(['intents', 'procedures'].map((name) => filesIn(join(to, name))));
  if (there.some((count) => count > 0))
    return `${to} đã có nội dung nên giữ nguyên; nội dung lúc sao lưu ở ${from}.`;
  for (const { path, text } of files) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), text);
  }
  return `Đã khôi phục ${files.length} tệp nội dung vào ${to}.`;
}

function filesIn(folder: string): Promise<number> {
  return readdir(folder).then(
    (names) => names.length,
    () => 0,
  );
}
