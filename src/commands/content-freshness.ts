import { parseArgs } from 'node:util';
import { dueForReview } from '../content/freshness.js';
import { loadContent } from '../content/load.js';
import { AppError } from '../shared/errors.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE =
  'Cách dùng: npm run content:freshness [-- --days 30] [-- --today 2027-02-28]   (đến hạn trong bao nhiêu ngày tới)';

/** Lists what is due for review, the longest overdue first. */
await runCommand(USAGE, async () => {
  const { values } = parseArgs({ options: { days: { type: 'string', default: '30' }, ...TODAY_OPTION } });
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 0) return USAGE;
  const today = commandDay(values.today);
  const { content } = await loadContent(process.cwd(), today);
  if (content === null)
    throw new AppError('CONTENT_INVALID', 'Nội dung đang có lỗi nên chưa lập được danh sách.', {
      remedy: 'Chạy "npm run content:check" và sửa các lỗi trước.',
    });
  const due = dueForReview(content, today, days);
  for (const { file, what, checkedOn, dueOn } of due) {
    const state = dueOn < today ? 'QUÁ HẠN' : 'sắp đến hạn';
    process.stdout.write(`${dueOn}  ${state}  ${file} · ${what} (kiểm tra ${checkedOn})\n`);
  }
  const overdue = due.filter(({ dueOn }) => dueOn < today).length;
  process.stdout.write(
    `${overdue} mục quá hạn, ${due.length - overdue} mục đến hạn trong ${days} ngày tới.\n`,
  );
  return null;
});
