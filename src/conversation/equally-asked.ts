import type { Intent } from '../content/types.js';
import type { Candidate, CandidateKind } from './candidates/candidate.js';
import { intentOf } from './candidates/forms.js';
import { isBareName, sharedName } from './candidates/shared-name.js';
import type { TopicChance } from './candidates/topic-chance.js';
import { isUnoffered } from './offered-intents.js';
import { askedOfOccupation } from './reading/occupations.js';
import { isActIntent } from './reading/reading.js';
import type { Turn } from './turn.js';

export const ABOUT_ENTRIES: readonly CandidateKind[] = ['guide', 'facet', 'question', 'decision', 'action'];
/** An answer this likely needs no question back, whatever the matcher alone would say. */
export const CLEAR = 0.7;
/** A topic this likely is worth offering in a question back. */
export const NEAR = 0.15;
/** A bare name is the second likeliest's as well from this chance on. */
const NEAR_NAMED = 0.17;
export const MAX_OPTIONS = 3;

/** Matters between which a message without one in hand does not decide, likeliest first; fewer than two: it does. */
export function equallyAsked(
  turn: Turn,
  ranked: readonly Candidate[],
  topics: readonly TopicChance[],
): Intent[] {
  const ways = [
    () => (turn.state.waiting === undefined ? sharedName(turn) : []),
    () => betweenNamed(turn, ranked, topics),
    () => betweenTwo(turn, ranked),
  ];
  for (const between of ways) {
    const intents = between();
    if (intents.length > 1) return intents.slice(0, MAX_OPTIONS);
  }
  return [];
}

/** Two matters in one message: a common question or a calculation answers what was asked of either; between two whole guides it is asked. */
function betweenTwo(turn: Turn, [best]: readonly Candidate[]): Intent[] {
  const { reading, content } = turn;
  const { intent, second, decision } = reading.match;
  if (second === undefined || decision !== 'answer' || !isWhole(best)) return [];
  const both = [intent ?? '', second.intent].filter((id) => !isActIntent(id, content));
  return besideTrade(
    turn,
    both.flatMap((id) => content.intents.get(id) ?? []),
  );
}

/** "Tui bán tạp hoá, muốn nghỉ vài tháng": what somebody lives on is told, and only the rest is asked about. */
export function besideTrade({ reading, matcher }: Turn, intents: readonly Intent[]): Intent[] {
  const { clauses } = reading;
  const trades = clauses.length > 1 ? clauses.filter((words) => askedOfOccupation(words).length > 0) : [];
  const told = trades.map((words) => matcher.match(words).intent);
  const left = intents.filter(({ id }) => !told.includes(id));
  return left.length > 0 ? left : [...intents];
}

/** A guide, or a part of it, that no wording of its own was found for. */
export function isWhole(best: Candidate | undefined): boolean {
  return best?.kind === 'guide' || best?.kind === 'facet';
}

/** A bare name that two matters share about alike: it is not guessed which one is meant. */
function betweenNamed(turn: Turn, [best]: readonly Candidate[], topics: readonly TopicChance[]): Intent[] {
  const [first, second] = topics;
  if (best === undefined || !ABOUT_ENTRIES.includes(best.kind) || !isBareName(turn)) return [];
  if (topics.some(({ intent, chance }) => chance >= NEAR && isUnoffered(turn, intent))) return [];
  if ((first?.chance ?? 0) >= CLEAR || (second?.chance ?? 0) < NEAR_NAMED || turn.state.waiting !== undefined)
    return [];
  const near = topics.filter(({ entry, chance }) => entry !== undefined && chance >= NEAR);
  return near.flatMap(({ entry = '' }) => intentOf(turn, entry) ?? []);
}
