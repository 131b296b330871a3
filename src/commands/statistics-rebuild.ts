import { processConfig } from '../config.js';
import { systemClock } from '../shared/clock.js';
import { rebuildDays, type RebuiltDay } from '../statistics/counting/rebuild.js';
import { runCommand } from './run-command.js';
import { withStores } from './with-stores.js';

const USAGE = 'Cách dùng: npm run statistics:rebuild';

/** Counts the days anew whose records are all still there; the others stay as they were counted. */
await runCommand(USAGE, async () => {
  if (process.argv.length > 2) return USAGE;
  const days: RebuiltDay[] = [];
  await withStores(processConfig(), ({ collections }) =>
    rebuildDays(collections, systemClock, (day) => {
      days.push(day);
      if (day.result !== 'same') process.stdout.write(`${lineOf(day)}\n`);
    }),
  );
  const [first, last] = [days.at(0), days.at(-1)];
  process.stdout.write(
    first === undefined || last === undefined
      ? 'Không có ngày nào còn đủ bản ghi để đếm lại.\n'
      : `Đã đếm lại ${days.length} ngày, từ ${first.day} đến ${last.day}. Những ngày trước đó đã xoá bản ghi nên giữ nguyên số đã đếm.\n`,
  );
  return null;
});

function lineOf({ day, result, change }: RebuiltDay): string {
  if (result === 'missing') return `${day}: bản ghi không còn đủ, giữ nguyên số đã đếm.`;
  const corrections = Object.entries(change).map(([key, by]) => `${key} ${by > 0 ? '+' : ''}${by}`);
  return `${day}: đã sửa ${corrections.length > 0 ? corrections.join(', ') : 'số theo thủ tục'}.`;
}
