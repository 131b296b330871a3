import { parseArgs } from 'node:util';
import { describeDecision, type DescribedDecision } from '../content/decisions/describe.js';
import { loadContent } from '../content/load.js';
import { AppError } from '../shared/errors.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE =
  'Cách dùng: npm run content:decisions [-- --today 2027-02-28]   (in bảng mọi bảng quyết định, dạng Markdown)';

/** Prints every decision with its facts, rules, results and cases, as a Markdown table each. */
await runCommand(USAGE, async () => {
  const { values } = parseArgs({ options: { ...TODAY_OPTION } });
  const today = commandDay(values.today);
  const { content } = await loadContent(process.cwd(), today);
  if (content === null)
    throw new AppError('CONTENT_INVALID', 'Nội dung đang có lỗi nên chưa in được bảng.', {
      remedy: 'Chạy "npm run content:check" và sửa các lỗi trước.',
    });
  const all = [...content.decisions.values()].map((one) => describeDecision(one, { content, today }));
  const lines = ['| bảng | dữ kiện | luật | kết quả | ca thử |', '| --- | --- | --- | --- | --- |'];
  for (const one of all)
    lines.push(
      `| ${one.title} (\`${one.id}\`) | ${one.facts.map(({ label }) => label).join(', ')} | ${one.rules.length} | ${one.results.length} | ${one.cases.length} |`,
    );
  process.stdout.write(`${[...lines, ...all.flatMap(written)].join('\n')}\n`);
  return null;
});

function written({ title, id, rules, results, cases }: DescribedDecision): string[] {
  return [
    '',
    `## ${title} (\`${id}\`)`,
    '',
    '| khi | kết quả | căn cứ | kiểm tra |',
    '| --- | --- | --- | --- |',
    ...rules.map(({ when, result }) => {
      const reached = results.find((one) => one.id === result);
      return `| ${when} | ${reached?.text ?? result} | ${reached?.basis.join('; ') ?? ''} | ${reached?.checkedOn ?? ''} |`;
    }),
    '',
    ...cases.map(({ name, facts, result, holds }) => `- ${holds ? '✓' : '✗'} ${name}: ${facts} → ${result}`),
  ];
}
