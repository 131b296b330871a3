import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { figuresOf, predictedIntent, type JudgedMatch } from '../intent-matching/metrics.js';
import { trainMatcher } from '../intent-matching/train.js';
import type { Example, IntentMatcher, Vocabulary } from '../intent-matching/types.js';
import { readExamples } from './json-lines.js';
import { runCommand } from './run-command.js';

const USAGE =
  'Cách dùng: npm run -s evaluate -- --train A.jsonl --test B.jsonl [--test C.jsonl]… [--json] [--predictions TỆP] [--abbreviations TỆP]';
const ABBREVIATIONS = 'intents/shared/abbreviations.yml';
const WARM_UP = 500;

/** Trains the product's engine on one file and measures it on another; rates are fractions of 1. */
await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      train: { type: 'string' },
      test: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      predictions: { type: 'string' },
      abbreviations: { type: 'string', default: ABBREVIATIONS },
    },
  });
  if (values.train === undefined || values.test === undefined) return USAGE;
  const examples = await readExamples(values.train);
  const test = (await Promise.all(values.test.map(readExamples))).flat();
  const vocabulary = await readVocabulary(values.abbreviations);
  const started = performance.now();
  const matcher = trainMatcher(examples, vocabulary);
  const trainMs = Math.round(performance.now() - started);
  const { judgements, medianUs } = matchAll(matcher, examples, test);
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 102.4) / 10;
  const figures = { ...figuresOf(judgements), trainMs, medianUs, peakRssMb };
  if (values.predictions !== undefined) await writeFile(values.predictions, predictions(test, judgements));
  const { accuracy, macroF1, ece, oosAuroc } = figures;
  const inOrder = { accuracy, macroF1, ece, trainMs, medianUs, peakRssMb, oosAuroc };
  process.stdout.write(values.json === true ? `${JSON.stringify(inOrder)}\n` : readable(inOrder));
  return null;
});

/** Each test message is measured the first time it is seen, after the code was warmed up on training messages. */
function matchAll(
  matcher: IntentMatcher,
  examples: readonly Example[],
  test: readonly Example[],
): { judgements: JudgedMatch[]; medianUs: number } {
  for (const { text } of examples.slice(0, WARM_UP)) matcher.match(text);
  const times = new Float64Array(test.length);
  const judgements = test.map(({ text, intent }, at) => {
    const started = process.hrtime.bigint();
    const match = matcher.match(text);
    times[at] = Number(process.hrtime.bigint() - started) / 1000;
    return { intent, match };
  });
  return { judgements, medianUs: Math.round((times.sort()[times.length >> 1] ?? 0) * 10) / 10 };
}

async function readVocabulary(file: string): Promise<Vocabulary> {
  const content = await readFile(file, 'utf8').catch(() => null);
  return content === null ? { abbreviations: [] } : (parse(content) as Vocabulary);
}

function predictions(test: readonly Example[], judgements: readonly JudgedMatch[]): string {
  return judgements
    .map(({ intent, match }, at) => {
      const { confidence, inScope } = match;
      const predicted = predictedIntent(match);
      return `${JSON.stringify({ text: test[at]?.text, intent, predicted, confidence, inScope })}\n`;
    })
    .join('');
}

function readable(figures: Record<string, number | null>): string {
  const lines = Object.entries(figures).map(([name, value]) => `${name.padEnd(10)} ${value ?? '–'}`);
  return `${lines.join('\n')}\n`;
}
