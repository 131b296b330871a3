import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ShownMessage } from '../simulator/fake-graph-api/screen.js';
import { AppError } from '../shared/errors.js';
import { createLogger } from '../shared/logger.js';
import { playStory, type PlayedTurn } from '../simulator/play-story.js';
import { runCommand } from './run-command.js';
import { amiss, readStory, writtenTurn } from '../simulator/story.js';

const USAGE =
  'Cách dùng: npm run simulate -- TỆP_HỘI_THOẠI.yml [--content THƯ_MỤC] [--mongodb mongodb://…] (mẫu: test/conversations/)';

/** Plays a conversation file through the real webhook and prints what a citizen would see. Exit code 1 when something promised is missing. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    options: { mongodb: { type: 'string' }, content: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new AppError('USAGE', 'Chưa có tệp hội thoại.', { remedy: USAGE });
  const story = await readStory(file);
  const dataDir = await mkdtemp(join(tmpdir(), 'dong-hanh-'));
  try {
    const stage = { dataDir, contentDir: values.content ?? '.', mongodbUri: values.mongodb };
    const refusals = await playStory(story, { ...stage, logger: createLogger('error') }, show);
    if (refusals.length > 0) throw new AppError('REFUSED', `Facebook sẽ không nhận: ${refusals.join('; ')}`);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  return null;
});

function show({ turn, messages, passed }: PlayedTurn): void {
  const screen = messages.map(written).join('\n');
  process.stdout.write(`\n» ${writtenTurn(turn)}\n${screen}\n`);
  if (passed !== '') process.stdout.write(`  → hộp thư của Trang: ${passed.replaceAll('\n', '\n    ')}\n`);
  const titles = messages.flatMap(({ choices, links }) => [...choices, ...links]).map(({ title }) => title);
  const wrong = amiss(turn, { text: messages.map(({ text }) => text).join('\n'), titles, passed });
  for (const sentence of wrong) process.stderr.write(`✗ ${sentence}\n`);
  if (wrong.length > 0) process.exitCode = 1;
}

function written({ text, choices, links }: ShownMessage): string {
  const titles = [
    ...links.map(({ title, url }) => `[${title} ↗ ${url}]`),
    ...choices.map(({ title, quick }) => (quick ? `(${title})` : `[${title}]`)),
  ];
  return `  ${text.replaceAll('\n', '\n  ')}${titles.length > 0 ? `\n  ${titles.join(' ')}` : ''}`;
}
