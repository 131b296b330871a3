import { parseArgs } from 'node:util';
import { rollback } from '../content/versions.js';
import { withVersions } from './content-stores.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE =
  'Cách dùng: npm run content:rollback -- MÃ_BẢN [--today 2027-02-28]   (xem mã bằng: npm run content:versions)';

/** Writes the files of a stored version; a running bot picks them up within seconds. */
await runCommand(USAGE, async () => {
  const { positionals, values } = parseArgs({ options: TODAY_OPTION, allowPositionals: true });
  const [version] = positionals;
  if (version === undefined) return USAGE;
  const today = commandDay(values.today);
  const { written, removed } = await withVersions((versions) =>
    rollback(process.cwd(), versions, version, today),
  );
  for (const path of written) process.stdout.write(`Đã ghi lại ${path}\n`);
  for (const path of removed) process.stdout.write(`Đã xoá ${path}\n`);
  if (written.length + removed.length === 0) process.stdout.write('Các tệp đã đúng như bản ấy.\n');
  return null;
});
