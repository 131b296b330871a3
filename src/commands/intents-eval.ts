import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { processConfig } from '../config.js';
import { loadContent } from '../content/load.js';
import { trainingExamples } from '../content/training-examples.js';
import { evaluateInWorker } from '../intent-matching/train-in-worker.js';
import type { LabelledMessage } from '../intent-matching/types.js';
import { AppError } from '../shared/errors.js';
import { committedFigures, comparison, figuresToCommit, type CommittedFigures } from './intents-eval-gate.js';
import { reportPage } from './intents-eval-page.js';
import { reportText } from './intents-eval-text.js';
import { readMessages } from './json-lines.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE = 'Cách dùng: npm run intents:eval [-- --html TỆP] [--gate | --write] [--messages TỆP.jsonl]…';
const MESSAGES = ['messages', 'out-of-scope', 'hard-messages'].map((name) => `test/content/${name}.jsonl`);
const FIGURES = 'test/content/figures.json';

/** Cross-validates the intents, reports, and holds the figures against the committed ones or commits new ones. */
await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      html: { type: 'string' },
      gate: { type: 'boolean' },
      write: { type: 'boolean' },
      messages: { type: 'string', multiple: true, default: MESSAGES },
      figures: { type: 'string', default: FIGURES },
      ...TODAY_OPTION,
    },
  });
  const { content, problems } = await loadContent(process.cwd(), commandDay(values.today));
  if (content === null)
    throw new AppError('CONTENT_INVALID', `Nội dung có ${problems.length} chỗ cần sửa trước khi đo.`, {
      remedy: 'Chạy "npm run content:check".',
    });
  const messages = (await Promise.all(values.messages.map(messagesOf))).flat().concat(content.tests);
  const report = await evaluateInWorker(trainingExamples(content), content.vocabulary, messages, {
    onProgress: showProgress,
  });
  const html = values.html ?? join(processConfig().dataDir, 'intents-eval.html');
  await mkdir(dirname(html), { recursive: true });
  await writeFile(html, reportPage(report));
  process.stdout.write(`${reportText(report)}\nTrang đọc được: ${html}\n`);
  const now: CommittedFigures = figuresToCommit(
    report,
    fingerprint([trainingExamples(content), content.vocabulary, messages]),
  );
  if (values.write === true) await writeFile(values.figures, `${JSON.stringify(now, null, 2)}\n`);
  if (values.gate === true) holdGate(await committedFigures(values.figures), now);
  return null;
});

function holdGate(committed: CommittedFigures, now: CommittedFigures): void {
  const { lines, passed } = comparison(committed, now);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (!passed) process.exitCode = 1;
}

async function messagesOf(file: string): Promise<LabelledMessage[]> {
  return readMessages(file).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'FILE_UNREADABLE') return [];
    throw error;
  });
}

function fingerprint(measured: unknown): string {
  return createHash('sha256').update(JSON.stringify(measured)).digest('hex').slice(0, 16);
}

/** Only for someone who watches; a pipe stays quiet. */
function showProgress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\rĐang đo thử: phần ${done + 1}/${of}…   `);
}
