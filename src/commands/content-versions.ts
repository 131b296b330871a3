import { parseArgs } from 'node:util';
import { currentVersion } from '../content/versions.js';
import { withVersions } from './content-stores.js';
import { runCommand } from './run-command.js';

const USAGE = 'Cách dùng: npm run content:versions [-- --limit 20]';
const SHOWN = 12;

/** Lists the stored versions of the content, newest first; the one that the files are at is marked. */
await runCommand(USAGE, async () => {
  const { values } = parseArgs({ options: { limit: { type: 'string', default: '20' } } });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1) return USAGE;
  const current = await currentVersion(process.cwd(), '', new Date());
  const stored = await withVersions((versions) => versions.list(limit));
  for (const { version, savedAt, by } of stored) {
    const mark = version === current.version ? '→' : ' ';
    process.stdout.write(`${mark} ${version.slice(0, SHOWN)}  ${inVietnam(savedAt)}  ${by}\n`);
  }
  if (stored.every(({ version }) => version !== current.version))
    process.stdout.write('Các tệp hiện nay chưa được lưu thành bản nào (đang sửa, hoặc đang có lỗi).\n');
  return null;
});

function inVietnam(at: Date): string {
  return at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' });
}
