import { readFile } from 'node:fs/promises';
import { NoiseWriter, type Noise } from '../../src/intent-matching/noise.js';
import type { Vocabulary } from '../../src/intent-matching/types.js';
import { createEngine, type EngineName, type Row } from './engines.js';

/** What one process measures: one engine, one training set, one test set. */
export interface Task {
  engine: EngineName;
  train: Row[];
  test: Row[];
  noises: Noise[];
  vocabulary: Vocabulary;
}

/** Rates as fractions of 1; memory in MB (10^6 bytes), of the whole process at its highest. */
export interface Measurement {
  trainMs: number;
  accuracy: Record<string, number>;
  medianUs: number | null;
  peakRssMb: number;
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: engine-process TASK.json');
const task = JSON.parse(await readFile(file, 'utf8')) as Task;
process.stdout.write(`\n@@${JSON.stringify(await measure(task))}\n`);

async function measure({ engine: name, train, test, noises, vocabulary }: Task): Promise<Measurement> {
  const engine = createEngine(name, vocabulary);
  const started = performance.now();
  await engine.train(train);
  const trainMs = performance.now() - started;
  for (const { text } of train.slice(0, 300)) await engine.predict(text);
  const writer = new NoiseWriter(vocabulary);
  const accuracy: Record<string, number> = {};
  let medianUs: number | null = null;
  for (const noise of ['clean', ...noises] as const) {
    const written = test.map(({ text }, n) => (noise === 'clean' ? text : writer.write(text, noise, n)));
    const times = new Float64Array(test.length);
    let right = 0;
    for (const [at, text] of written.entries()) {
      const before = process.hrtime.bigint();
      const predicted = await engine.predict(text);
      times[at] = Number(process.hrtime.bigint() - before) / 1000;
      if (predicted === test[at]?.intent) right += 1;
    }
    accuracy[noise] = test.length === 0 ? 0 : right / test.length;
    medianUs ??= times.sort()[times.length >> 1] ?? null;
  }
  return { trainMs, accuracy, medianUs, peakRssMb: (process.resourceUsage().maxRSS * 1024) / 1e6 };
}
