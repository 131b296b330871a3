import { parseArgs } from 'node:util';
import { loadContent } from '../../src/content/load.js';
import { textHash } from '../../src/intent-matching/model/folds.js';
import { vietnameseDay } from '../../src/shared/days.js';
import { trainUnderstanding } from '../../src/train-understanding.js';
import {
  FIRST_MESSAGES,
  playFirst,
  readFirstMessages,
  type Fate,
  type FirstAnswer,
} from '../../test/support/first-messages/play.js';

/**
 * What the whole bot, not the matcher alone, makes of the held-out messages when each is the first a citizen writes.
 * npm run conversation:first [-- --list]: `--list` prints what went wrong with every second of the everyday messages and
 * strangers (by the hash of the text); the others, and the harder ones, are not to be looked at.
 */
const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } });
const today = vietnameseDay(new Date());
const { content, problems } = await loadContent('.', today);
if (content === null) throw new Error(problems.map(({ message }) => message).join('\n'));
const knowledge = { content, ...(await trainUnderstanding(content, 'node_modules/.cache/models')) };

const FATES: readonly Fate[] = ['right', 'asked', 'wrong', 'declined'];
console.log(`${''.padEnd(24)}${['messages', ...FATES].map((name) => name.padStart(10)).join('')}`);
for (const file of FIRST_MESSAGES) {
  const answers: FirstAnswer[] = [];
  for (const message of await readFirstMessages(file)) answers.push(await playFirst(knowledge, message));
  for (const ours of [true, false]) {
    const rows = answers.filter(({ message }) => (message.intent !== null) === ours);
    if (rows.length > 0)
      console.log(line(`${file.replace('.jsonl', '')}, ${ours ? 'ours' : 'others'}`, rows));
  }
  if (values.list && file !== 'hard-messages.jsonl') answers.filter(isOpen).filter(isMissed).forEach(show);
}

function line(name: string, rows: readonly FirstAnswer[]): string {
  const shares = FATES.map((fate) => rows.filter((one) => one.fate === fate).length / rows.length);
  const cells = [String(rows.length), ...shares.map((share) => `${(100 * share).toFixed(1)} %`)];
  return `${name.padEnd(24)}${cells.map((cell) => cell.padStart(10)).join('')}`;
}

function isOpen({ message }: FirstAnswer): boolean {
  return textHash(message.text) % 2 === 0;
}

function isMissed({ message, fate }: FirstAnswer): boolean {
  return fate !== (message.intent === null ? 'declined' : 'right');
}

function show({ message, fate, screen }: FirstAnswer): void {
  console.log(
    `\n${fate}: ${message.text}\n  for ${message.intent ?? 'none'}\n  = ${screen.replaceAll('\n', ' ').slice(0, 200)}`,
  );
}
