import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { readExamples } from '../../src/commands/json-lines.js';
import { vietnameseDay } from '../../src/shared/days.js';
import { loadContent } from '../../src/content/load.js';
import { trainingExamples } from '../../src/content/training-examples.js';
import { foldsByText, textHash } from '../../src/intent-matching/model/folds.js';
import { NOISES, NoiseWriter } from '../../src/intent-matching/noise.js';
import type { Example, Vocabulary } from '../../src/intent-matching/types.js';
import type { Measurement, Task } from './engine-process.js';
import { ENGINES, type EngineName, type Row } from './engines.js';

/**
 * The matcher beside natural's two classifiers and node-nlp, each in its own process, one after the other.
 * npm run bench:intents [-- --train A.jsonl --test B.jsonl] [--sizes 500,5000,50000] [--cap SECONDS] [--engines a,b]
 * Without files: our intents, a fifth of each held out.
 */
const { values } = parseArgs({
  options: {
    train: { type: 'string' },
    test: { type: 'string' },
    sizes: { type: 'string', default: '500,5000,50000' },
    cap: { type: 'string', default: '600' },
    engines: { type: 'string', default: ENGINES.join(',') },
  },
});
const capMs = Number(values.cap) * 1000;
const engines = ENGINES.filter((name) => values.engines.split(',').includes(name));
const directory = await mkdtemp(join(tmpdir(), 'bench-intents-'));
try {
  await main();
} finally {
  await rm(directory, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const { train, test, vocabulary } = await dataSets();
  print(`${train.length} training rows, ${test.length} test rows, ${intentsOf(train)} intents`);
  print('\nAccuracy in percent (noise written by this repository, seeded), median µs/message, training ms, peak MB');
  const heads = ['clean', ...NOISES];
  print(['engine'.padEnd(18), ...heads.map((head) => head.padStart(14)), '   µs    train ms  peak MB'].join(''));
  for (const engine of engines) {
    const measured = await inOwnProcess({ engine, train, test, noises: [...NOISES], vocabulary });
    print(engine.padEnd(18) + (measured === null ? unfinished() : qualityLine(heads, measured)));
  }
  print('\nTraining ms (peak MB) by number of examples; larger sets are seeded noisy copies');
  const sizes = values.sizes.split(',').map(Number);
  print(['engine'.padEnd(18), ...sizes.map((size) => String(size).padStart(22))].join(''));
  for (const engine of engines) print(engine.padEnd(18) + (await sizeCells(engine, sizes, train, vocabulary)));
}

async function sizeCells(
  engine: EngineName,
  sizes: readonly number[],
  train: readonly Row[],
  vocabulary: Vocabulary,
): Promise<string> {
  const cells: string[] = [];
  for (const size of sizes) {
    const rows = noisyCopies(train, size, vocabulary);
    const measured = await inOwnProcess({ engine, train: rows, test: [], noises: [], vocabulary });
    cells.push(measured === null ? unfinished() : `${ms(measured.trainMs)} (${mb(measured.peakRssMb)})`);
    if (measured === null) break;
  }
  return cells.map((cell) => cell.padStart(22)).join('');
}

function qualityLine(heads: readonly string[], measured: Measurement): string {
  const rates = heads.map((head) => ((measured.accuracy[head] ?? 0) * 100).toFixed(1).padStart(14));
  const speed = (measured.medianUs ?? 0).toFixed(0).padStart(7);
  return `${rates.join('')}${speed}${ms(measured.trainMs).padStart(10)}${mb(measured.peakRssMb).padStart(9)}`;
}

/** `null` when the engine was not finished within the cap, or broke down. */
async function inOwnProcess(task: Task): Promise<Measurement | null> {
  const file = join(directory, 'task.json');
  await writeFile(file, JSON.stringify(task));
  const script = new URL('./engine-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), capMs);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  const line = output.split('\n').find((text) => text.startsWith('@@'));
  return line === undefined ? null : (JSON.parse(line.slice(2)) as Measurement);
}

async function dataSets(): Promise<{ train: Row[]; test: Row[]; vocabulary: Vocabulary }> {
  if (values.train !== undefined && values.test !== undefined) {
    const vocabulary = parse(await readFile('intents/shared/abbreviations.yml', 'utf8')) as Vocabulary;
    return {
      train: inScope(await readExamples(values.train)),
      test: inScope(await readExamples(values.test)),
      vocabulary,
    };
  }
  const { content } = await loadContent(process.cwd(), vietnameseDay(new Date()));
  if (content === null) throw new Error('the content has errors: npm run content:check');
  const rows = inScope(trainingExamples(content));
  const [fold] = foldsByText(Uint32Array.from(rows, ({ text }) => textHash(text)), 5);
  const pick = (numbers: Int32Array | undefined): Row[] => [...(numbers ?? [])].flatMap((at) => rows[at] ?? []);
  return { train: pick(fold?.train), test: pick(fold?.test), vocabulary: content.vocabulary };
}

/** Exactly `size` rows: the set itself first, then copies with one kind of noise after the other. */
function noisyCopies(rows: readonly Row[], size: number, vocabulary: Vocabulary): Row[] {
  const writer = new NoiseWriter(vocabulary);
  return Array.from({ length: size }, (_, at) => {
    const row = rows[at % rows.length] ?? { text: '', intent: '' };
    const round = Math.floor(at / rows.length);
    const noise = NOISES[round % NOISES.length] ?? 'typos';
    return round === 0 ? row : { text: writer.write(row.text, noise, at), intent: row.intent };
  });
}

function inScope(examples: readonly Example[]): Row[] {
  return examples.flatMap(({ text, intent }) => (intent === null ? [] : [{ text, intent }]));
}

function intentsOf(rows: readonly Row[]): number {
  return new Set(rows.map(({ intent }) => intent)).size;
}

function unfinished(): string {
  return `not finished in ${values.cap} s`;
}

function ms(value: number): string {
  return Math.round(value).toString();
}

function mb(value: number): string {
  return Math.round(value).toString();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
