import type { Knowledge } from '../../conversation/ports.js';
import { createHash } from 'node:crypto';
import { vietnameseDay } from '../../shared/days.js';
import { loadInWorker } from '../../content/load-in-worker.js';
import { trainingExamples } from '../../content/training-examples.js';
import type { Content } from '../../content/types.js';
import { givenAnswer, type CrossValidated, type GivenAnswer } from '../../intent-matching/cross-validated.js';
import { contentHash } from '../../intent-matching/train.js';
import type { IntentMatcher } from '../../intent-matching/types.js';
import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import type { Evaluation } from '../ports.js';
import { figuresShown, movedIntents } from '../review/compare-measured.js';
import { FOLDS, type MeasuringInput, type Measuring } from '../review/measuring.js';

/** A message that is answered otherwise with the draft. */
export interface ChangedAnswer {
  /** A wording of what the draft edits, of something else, or a message that nothing learns from. */
  of: 'own' | 'other' | 'test';
  text: string;
  intent: string | null;
  /** New with the draft: then `before` is what the bot makes of it today. */
  isNew: boolean;
  before: Pick<GivenAnswer, 'decision' | 'likeliest'>;
  after: Pick<GivenAnswer, 'decision' | 'likeliest'>;
}

export interface DraftEffect extends Omit<Evaluation, 'measuredAt'> {
  /** Own ones first, then tests, then the rest; of each what gets worse first. */
  changed: ChangedAnswer[];
}

export type EffectState =
  | { state: 'waiting' }
  | { state: 'running'; part: number; of: number }
  | { state: 'failed' }
  /** Nothing that the matcher learns from is another with the draft. */
  | { state: 'none' }
  | { state: 'measured'; effect: DraftEffect };

/** Files of a draft as they would be written. */
type Edits = readonly { path: string; merged: string | null }[];

/** What a draft does to how messages are understood, measured before it goes live. */
export interface DraftEffects {
  /** Measures these files as they would be; once, however often it is asked. Anew after a failure. */
  start(edits: Edits): void;
  /** `null`: not measured, or too long ago. */
  state(edits: Edits): EffectState | null;
}

export interface DraftEffectsDependencies {
  root: string;
  measuring: Measuring;
  knowledge: Knowledge;
  clock: Clock;
  logger: Logger;
}

const MAX_KEPT = 20;

export function createDraftEffects(parts: DraftEffectsDependencies): DraftEffects {
  const states = new Map<string, EffectState>();
  const put = (key: string, state: EffectState) => {
    states.delete(key);
    states.set(key, state);
    for (const oldest of [...states.keys()].slice(0, -MAX_KEPT)) states.delete(oldest);
  };
  return {
    start(edits) {
      const key = keyOf(edits);
      const known = states.get(key);
      if (known !== undefined && known.state !== 'failed') return;
      put(key, { state: 'waiting' });
      const work = async () => put(key, await measured(parts, edits, (state) => put(key, state)));
      void parts.measuring.inTurn(() =>
        work().catch((error: unknown) => {
          put(key, { state: 'failed' });
          if (!parts.measuring.signal.aborted)
            parts.logger.warn({ err: error }, 'the effect of a draft could not be measured');
        }),
      );
    },
    state: (edits) => states.get(keyOf(edits)) ?? null,
  };
}

function keyOf(edits: Edits): string {
  return createHash('sha256')
    .update(JSON.stringify(edits.map(({ path, merged }) => [path, merged])))
    .digest('hex');
}

async function measured(
  { root, measuring, knowledge, clock }: DraftEffectsDependencies,
  edits: Edits,
  tell: (state: EffectState) => void,
): Promise<EffectState> {
  const today = vietnameseDay(clock.now());
  const changes = Object.fromEntries(edits.map(({ path, merged }) => [path, merged]));
  const now = (await loadInWorker(root, today)).content;
  const then = (await loadInWorker(root, today, changes)).content;
  if (now === null || then === null) return { state: 'failed' };
  const [old, wanted] = [measuredOf(now), measuredOf(then)];
  if (contentHash(old.examples, old.vocabulary) === contentHash(wanted.examples, wanted.vocabulary))
    return { state: 'none' };
  const onPart = (part: number) => tell({ state: 'running', part, of: 2 * FOLDS });
  onPart(0);
  const before = await measuring.of(old, onPart);
  onPart(FOLDS);
  const after = await measuring.of(wanted, (done) => onPart(FOLDS + done));
  const own = editedIntents(edits, then);
  return { state: 'measured', effect: effectOf(before, after, own, knowledge.current().matcher) };
}

const measuredOf = (content: Content): MeasuringInput => ({
  examples: trainingExamples(content),
  vocabulary: content.vocabulary,
  tests: content.tests,
});

/** Of the files that are edited: the intents themselves, and those that lead to the entries. */
function editedIntents(edits: Edits, { intents }: Content): ReadonlySet<string | null> {
  const paths = new Set(edits.map(({ path }) => path));
  const own = [...intents.values()].filter(
    ({ id, target }) =>
      paths.has(`intents/${id}.yml`) ||
      ('procedure' in target && paths.has(`procedures/${target.procedure}.yml`)),
  );
  const ids: (string | null)[] = own.map(({ id }) => id);
  return new Set(paths.has('intents/shared/out-of-scope.yml') ? [...ids, null] : ids);
}

export function effectOf(
  before: CrossValidated,
  after: CrossValidated,
  own: ReadonlySet<string | null>,
  today: Pick<IntentMatcher, 'match'>,
): DraftEffect {
  const [only = null] = own.size === 1 ? own : [];
  return {
    before: figuresShown(before, only),
    after: figuresShown(after, only),
    moved: movedIntents(before, after, only),
    changed: changedAnswers(before, after, own, today),
  };
}

function changedAnswers(
  before: CrossValidated,
  after: CrossValidated,
  own: ReadonlySet<string | null>,
  today: Pick<IntentMatcher, 'match'>,
): ChangedAnswer[] {
  const key = ({ text, intent }: GivenAnswer) => `${intent ?? ''}\n${text}`;
  const changes = (
    then: GivenAnswer[],
    now: GivenAnswer[],
    of: (one: GivenAnswer) => ChangedAnswer['of'],
  ) => {
    const known = new Map(then.map((one) => [key(one), one]));
    return now.flatMap((one): ChangedAnswer[] => {
      const was = known.get(key(one));
      const earlier = was ?? givenAnswer(one, today.match(one.text));
      const isSame = earlier.decision === one.decision && earlier.likeliest === one.likeliest;
      if (was !== undefined && isSame) return [];
      const { text, intent } = one;
      return [{ of: of(one), text, intent, isNew: was === undefined, before: earlier, after: one }];
    });
  };
  const all = [
    ...changes(before.answers, after.answers, ({ intent }) => (own.has(intent) ? 'own' : 'other')),
    ...changes(before.tests, after.tests, () => 'test'),
  ];
  return all.sort((a, b) => ORDER[a.of] - ORDER[b.of] || gain(a) - gain(b));
}

const ORDER = { own: 0, test: 1, other: 2 } as const;

/** How much better a message is answered with the draft: below 0 it is worse. */
export function gain({ intent, before, after }: ChangedAnswer): number {
  return worth(after, intent) - worth(before, intent);
}

/** A wrong answer is worse than none; what is out of scope is right when it is declined. */
function worth({ decision, likeliest }: ChangedAnswer['before'], intent: string | null): number {
  if (intent === null) return decision === 'decline' ? 3 : decision === 'ask_back' ? 1 : 0;
  if (decision === 'answer') return likeliest === intent ? 3 : 0;
  return decision === 'ask_back' ? (likeliest === intent ? 2 : 1) : 1;
}
