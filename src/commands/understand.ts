import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { processConfig } from '../config.js';
import { loadContent } from '../content/load.js';
import { trainingExamples } from '../content/training-examples.js';
import type { Content } from '../content/types.js';
import { trainInWorker } from '../intent-matching/train-in-worker.js';
import type { IntentMatcher } from '../intent-matching/types.js';
import { maskText, withoutMasks } from '../privacy/mask-text.js';
import { AppError } from '../shared/errors.js';
import { parseLine } from './json-lines.js';
import { runCommand } from './run-command.js';
import { commandDay, TODAY_OPTION } from './today.js';

const USAGE = 'Cách dùng: npm run -s understand < TỆP.jsonl   (mỗi dòng một {"text": "…"})';

/** Says for each message on standard input, in order, what the bot would understand; one JSON line each. */
await runCommand(USAGE, async () => {
  const { values } = parseArgs({ options: TODAY_OPTION });
  const content = await contentOf(process.cwd(), commandDay(values.today));
  const matcher = await trainInWorker(trainingExamples(content), content.vocabulary, {
    version: content.version,
    cacheDir: join(processConfig().dataDir, 'models'),
  });
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(understand(textOf(line), content, matcher))}\n`);
  }
  return null;
});

function understand(text: string, content: Content, matcher: IntentMatcher): object {
  const { decision, intent, confidence, alternatives } = matcher.match(withoutMasks(maskText(text).text));
  const target = intent === null ? undefined : content.intents.get(intent)?.target;
  const procedure = target !== undefined && 'procedure' in target ? target.procedure : null;
  return { text, decision, intent, procedure, confidence, alternatives };
}

function textOf(line: string): string {
  const row = parseLine(line);
  if (typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string')
    return row.text;
  throw new AppError('ROW_INVALID', 'Mỗi dòng vào phải là một đối tượng JSON {"text": "…"}.');
}

async function contentOf(root: string, today: string): Promise<Content> {
  const { content, problems } = await loadContent(root, today);
  if (content !== null) return content;
  throw new AppError('CONTENT_INVALID', 'Nội dung trong intents/ hoặc procedures/ có lỗi, chưa dùng được.', {
    remedy: `Chạy "npm run content:check" để xem ${problems.length} chỗ cần sửa.`,
  });
}
