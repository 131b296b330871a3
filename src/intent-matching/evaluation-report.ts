import { crossValidate, type HeldOutMatch } from './cross-validate.js';
import { figuresOf, outcomesOf, predictedIntent, scoresByIntent } from './metrics.js';
import type { Figures, IntentScore, JudgedMatch, MatchOutcomes } from './metrics.js';
import { NOISES, NoiseWriter, type Noise } from './noise.js';
import { faultsOf, type ExampleFaults } from './quality.js';
import { trainMatcher } from './train.js';
import type { Example, LabelledMessage, Match, Vocabulary } from './types.js';

/** What the staff's page and the gate are made of; plain data that can cross threads. */
export interface EvaluationReport {
  counts: { examples: number; intents: number; outOfScope: number };
  crossValidated: MeasuredSet;
  byIntent: IntentScore[];
  confusions: Confusion[];
  noise: { noise: Noise; figures: Figures }[];
  faults: ExampleFaults;
  /** Everyday messages that are never trained on; `null` when there are none. */
  heldOut: HeldOutMeasured | null;
  /** The same for messages written to be hard, kind by kind; `null` when there are none. */
  hard: (HeldOutMeasured & { kinds: MeasuredKind[] }) | null;
}

export interface MeasuredSet {
  figures: Figures;
  outcomes: MatchOutcomes;
}

interface HeldOutMeasured extends MeasuredSet {
  messages: number;
  mistakes: Mistake[];
}

export interface MeasuredKind extends MeasuredSet {
  kind: string;
  messages: number;
}

export interface Confusion {
  intent: string;
  predicted: string;
  texts: string[];
  /** Examples of the predicted intent, to be read beside. */
  beside: string[];
}

export interface Mistake {
  text: string;
  intent: string | null;
  predicted: string | null;
  decision: string;
  confidence: number;
}

const MAX_BESIDE = 5;

export function evaluationReport(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  messages: readonly LabelledMessage[],
  onProgress: (done: number, of: number) => void = () => undefined,
): EvaluationReport {
  const writer = new NoiseWriter(vocabulary);
  const rows = crossValidate(examples, vocabulary, {
    copies: (text, n) => NOISES.map((noise) => writer.write(text, noise, n)),
    onFold: onProgress,
  });
  const judgements = judgementsOf(rows, 0);
  const intents = new Set(examples.map(({ intent }) => intent).filter((intent) => intent !== null));
  return {
    counts: {
      examples: examples.length,
      intents: intents.size,
      outOfScope: examples.filter(({ intent }) => intent === null).length,
    },
    crossValidated: measure(judgements),
    byIntent: scoresByIntent(judgements),
    confusions: confusionsOf(rows, examples),
    noise: NOISES.map((noise, at) => ({ noise, figures: figuresOf(judgementsOf(rows, at + 1)) })),
    faults: faultsOf(examples, vocabulary),
    ...measureMessages(examples, vocabulary, messages),
  };
}

type MatchedMessage = LabelledMessage & { match: Match };

function measureMessages(
  examples: readonly Example[],
  vocabulary: Vocabulary,
  messages: readonly LabelledMessage[],
): Pick<EvaluationReport, 'heldOut' | 'hard'> {
  if (messages.length === 0) return { heldOut: null, hard: null };
  const matcher = trainMatcher(examples, vocabulary);
  const rows = messages.map((message) => ({ ...message, match: matcher.match(message.text) }));
  const everyday = rows.filter(({ kind }) => kind === undefined);
  const hard = rows.filter(({ kind }) => kind !== undefined);
  return {
    heldOut: everyday.length === 0 ? null : measureHeldOut(everyday),
    hard: hard.length === 0 ? null : { ...measureHeldOut(hard), kinds: measureKinds(hard) },
  };
}

function measureKinds(rows: readonly MatchedMessage[]): MeasuredKind[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind ?? ''))];
  return kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    return { kind, messages: own.length, ...measure(own) };
  });
}

function measureHeldOut(rows: readonly MatchedMessage[]): HeldOutMeasured {
  const mistakes = rows.filter(({ intent, match }) =>
    intent === null
      ? match.decision !== 'decline'
      : predictedIntent(match) !== intent || match.decision === 'decline',
  );
  return {
    ...measure(rows),
    messages: rows.length,
    mistakes: mistakes.map(({ text, intent, match }) => ({
      text,
      intent,
      predicted: predictedIntent(match),
      decision: match.decision,
      confidence: match.confidence,
    })),
  };
}

function measure(judgements: readonly JudgedMatch[]): MeasuredSet {
  return { figures: figuresOf(judgements), outcomes: outcomesOf(judgements) };
}

function judgementsOf(rows: readonly HeldOutMatch[], variant: number): JudgedMatch[] {
  return rows.flatMap(({ example, matches }) => {
    const match = matches[variant];
    return match === undefined ? [] : [{ intent: example.intent, match }];
  });
}

/** Pairs of intents taken for each other, the most frequent first. */
function confusionsOf(rows: readonly HeldOutMatch[], examples: readonly Example[]): Confusion[] {
  const pairs = new Map<string, Confusion>();
  for (const { example, matches } of rows) {
    const predicted = matches[0] === undefined ? null : predictedIntent(matches[0]);
    const { intent, text } = example;
    if (intent === null || predicted === null || predicted === intent) continue;
    const key = `${intent}\n${predicted}`;
    const pair = pairs.get(key) ?? { intent, predicted, texts: [], beside: [] };
    pair.texts.push(text);
    pairs.set(key, pair);
  }
  const confusions = [...pairs.values()].sort(
    (a, b) => b.texts.length - a.texts.length || (a.intent < b.intent ? -1 : 1),
  );
  return confusions.map((pair) => ({
    ...pair,
    beside: examples
      .filter(({ intent }) => intent === pair.predicted)
      .slice(0, MAX_BESIDE)
      .map(({ text }) => text),
  }));
}
