import { warnsOfFraud } from '../content/dialogue-acts.js';
import { entryOf } from '../content/entry-of-intent.js';
import type { Intent } from '../content/types.js';
import type { Candidate, CandidateKind } from './candidates/candidate.js';
import { intentOf } from './candidates/forms.js';
import { LAST_RESORT } from './candidates/acts.js';
import {
  ABOUT_ENTRIES,
  besideTrade,
  CLEAR,
  equallyAsked,
  isWhole,
  MAX_OPTIONS,
  NEAR,
} from './equally-asked.js';
import { isActIntent, isOutside, OUTSIDE } from './reading/reading.js';
import { isUnoffered, reallyNear } from './offered-intents.js';
import type { TopicChance } from './candidates/topic-chance.js';
import type { Turn } from './turn.js';

/** The same of a calculation that was told a value. */
const TOLD = 0.6;
/** A common question this likely is asked nearly word for word. */
const WORDED = 0.85;
/** … unless it is this doubtful whether the message is about anything we know at all. */
const OURS = 0.6;

/** From this score on an answer is given; below it the bot asks back or declines. One wrong answer counts as ten questions. */
export const ANSWER = 0.42;
/** Rules of precedence, in this order, for what must not lose against a question: from these scores on. */
const PRECEDENCE: readonly (readonly [CandidateKind, number])[] = [
  ['safety', 0.4],
  ['awaited', 0.9],
  ['command', 0.6],
  // Who asks how to pay less than is due gets no sum worked out for it, whatever sum the message holds.
  ['refusal', 0.6],
];
/** Within the matter in hand less is enough: nothing else was named. */
const WITHIN = 0.16;
const LIKELY_ACT = 0.2;
const AHEAD_OF = 1.7;
/** The only near matter is answered from this chance on. */
const ONLY_NEAR = 0.4;
/** One near topic is answered, with a way out, where no other comes this close to it (ratio). */
const ALONE = 2.2;

/** Which rule decided, for whoever looks at why an answer won. */
type Rule =
  | 'precedence'
  | 'likeliest'
  | 'never_asked_back'
  | 'far_ahead'
  | 'matter_in_hand'
  | 'no_matter_of_ours'
  | 'only_near_matter'
  | 'last_resort'
  | 'several_near'
  | 'nothing_near';

export type Judgement = { rule: Rule } & (
  | { decision: 'answer'; winner: Candidate; hedged: boolean }
  | { decision: 'ask_back'; options: Intent[] }
  | { decision: 'decline' }
);

const answerWith = (rule: Rule, winner: Candidate, hedged = false): Judgement => ({
  ...{ decision: 'answer', rule, winner, hedged },
});
const askBetween = (options: Intent[]): Judgement => ({
  ...{ decision: 'ask_back', rule: 'several_near', options },
});
const DECLINE: Judgement = { decision: 'decline', rule: 'nothing_near' };

/** Ranks all ways to answer on their one scale and decides: answer, ask back between what is really near, or decline. */
export function judge(
  turn: Turn,
  candidates: readonly Candidate[],
  topics: readonly TopicChance[],
): Judgement {
  const ranked = [...candidates].sort((a, b) => b.score - a.score);
  for (const [kind, from] of PRECEDENCE) {
    const first = ranked.find((one) => one.kind === kind && one.score >= from);
    if (first !== undefined) return answerWith('precedence', ownQuestion(turn, ranked, first) ?? first);
  }
  const [best] = ranked;
  const between = undecided(turn, ranked, topics);
  if (between !== undefined) return between;
  if (best !== undefined && best.score >= ANSWER)
    return answerWith('likeliest', wordedInHand(turn, ranked, best) ?? best);
  return unsure(turn, ranked, topics);
}

/** A question that the matter in hand knows nearly word for word ("chưa có thì bị phạt bao nhiêu") is asked of it, not worked out elsewhere. */
function wordedInHand(
  { state, reading }: Turn,
  ranked: readonly Candidate[],
  { kind, entry }: Candidate,
): Candidate | undefined {
  if (kind !== 'decision' || entry === state.topic || reading.entities.length > 0) return undefined;
  return ranked.find((one) => one.kind === 'question' && one.entry === state.topic && one.score >= WORDED);
}

/** Of a fraud itself a common question that is far likelier says more than the warning ("có lấy lại được tiền không"). */
function ownQuestion(
  { content }: Turn,
  ranked: readonly Candidate[],
  { kind, score }: Candidate,
): Candidate | undefined {
  if (kind !== 'safety') return undefined;
  return ranked.find(
    (one) =>
      one.kind === 'question' &&
      one.score >= Math.max(CLEAR, AHEAD_OF * score) &&
      warnsOfFraud(content.dialogueActs, one.entry),
  );
}

/** Without a matter in hand the matcher's own word stands: several equally likely are asked back. */
function undecided(
  turn: Turn,
  ranked: readonly Candidate[],
  topics: readonly TopicChance[],
): Judgement | undefined {
  const { decision, options, inScope } = turn.reading.match;
  if (turn.state.topic !== undefined) return undefined;
  const between = equallyAsked(turn, ranked, topics);
  if (between.length > 1) return askBetween(between);
  if (decision !== 'ask_back') return undefined;
  const unoffered = ranked.find(({ intent }) => intent === options[0] && isUnoffered(turn, intent));
  if (unoffered !== undefined && unoffered.score >= ANSWER && inScope >= OURS)
    return answerWith('never_asked_back', unoffered);
  const [best] = ranked;
  const aboutEntry = best !== undefined && ABOUT_ENTRIES.includes(best.kind);
  // A whole guide needs the message to be ours; a common question, a decision or an action was asked for in its own words.
  const doubtful = isWhole(best) && inScope < OURS;
  const isTold = best?.kind === 'decision' && turn.reading.entities.length > 0;
  const least = !aboutEntry ? ANSWER : isTold ? TOLD : CLEAR;
  if (best !== undefined && best.score >= least && !doubtful) return undefined;
  if (best !== undefined && best.score >= ANSWER && !doubtful && isAhead(topics))
    return answerWith('far_ahead', best, true);
  const ids = options.filter((id) => !isActIntent(id, turn.content) && !isUnoffered(turn, id));
  const near = reallyNear(turn, ids).flatMap((id) => turn.content.intents.get(id) ?? []);
  const intents = besideTrade(turn, near);
  const [only] = intents;
  if (intents.length > 1) return askBetween(intents.slice(0, MAX_OPTIONS));
  return only === undefined ? undefined : answerOnly(turn, only, ranked, topics);
}

/** One near matter is answered, with a way out, where it is likely enough; "have you asked about …?" is never asked. */
function answerOnly(
  { content }: Turn,
  only: Intent,
  ranked: readonly Candidate[],
  topics: readonly TopicChance[],
): Judgement | undefined {
  const entry = entryOf(content.intents.get(only.id));
  const chance = topics.find((topic) => topic.entry === entry)?.chance ?? 0;
  const answer = ranked.find((one) => one.entry === entry && ABOUT_ENTRIES.includes(one.kind));
  if (entry === undefined || answer === undefined || chance < ONLY_NEAR) return undefined;
  return answerWith('only_near_matter', answer, true);
}

/** One matter is so far ahead of the next that it is answered, with a way out. */
function isAhead([first, second]: readonly TopicChance[]): boolean {
  return first !== undefined && first.chance >= AHEAD_OF * (second?.chance ?? 0);
}

/** With a matter in hand that is among the likeliest, its best answer is given or its limits are said; which matter is meant is not asked. */
function withinTopic(
  turn: Turn,
  ranked: readonly Candidate[],
  topics: readonly TopicChance[],
): Judgement | undefined {
  const { topic } = turn.state;
  const place = topics.findIndex(({ entry }) => entry === topic);
  if (topic === undefined || place < 0 || place > 1) return undefined;
  if ((topics[0]?.chance ?? 0) >= CLEAR && place === 1) return undefined;
  const best = ranked.find(
    ({ entry, kind, saidJustNow }) =>
      entry === topic && kind !== 'guide' && kind !== 'offer' && !(saidJustNow === true && isForeign(turn)),
  );
  const offer = ranked.find(({ entry, kind }) => entry === topic && kind === 'offer');
  if (best !== undefined && best.score >= WITHIN) return answerWith('matter_in_hand', best);
  return offer === undefined ? DECLINE : answerWith('matter_in_hand', offer);
}

/** Acts that go on about an answer ("chắc không") are none without one. */
function isOfItsOwn({ state, content }: Turn, { about, score }: Candidate): boolean {
  const act = content.dialogueActs.find(({ id }) => id === about)?.act;
  const isAboutLast = act === 'doubt' || act === 'explain' || act === 'example' || act === 'repeat';
  return score >= LIKELY_ACT && !(isAboutLast && state.last === undefined);
}

/** Words of its own that are none of ours: no reason to say again what was said. */
function isForeign({ reading }: Turn): boolean {
  return reading.entities.length === 0 && reading.topicWords.length > 0 && isOutside(reading);
}

function unsure(turn: Turn, ranked: readonly Candidate[], topics: readonly TopicChance[]): Judgement {
  const inHand = withinTopic(turn, ranked, topics);
  const isOffer = inHand?.decision === 'answer' && inHand.winner.kind === 'offer';
  if (inHand?.decision === 'answer' && !isOffer) return inHand;
  const near = topics.filter(({ entry, chance }) => entry !== undefined && chance >= NEAR);
  const [first, second] = near;
  const [best] = ranked;
  // What is no matter of the office's may still be small talk, grief or another office's matter.
  if (best?.kind === 'act' && isOfItsOwn(turn, best) && turn.reading.match.inScope < OUTSIDE)
    return answerWith('no_matter_of_ours', best);
  if (isOffer) return inHand;
  const warning = ranked.find(({ kind, score }) => kind === 'safety' && score >= LAST_RESORT);
  const nothing = (): Judgement => (warning === undefined ? DECLINE : answerWith('last_resort', warning));
  if (inHand !== undefined) return nothing();
  if (first === undefined || turn.reading.topicWords.length === 0) return nothing();
  // What is only told within a matter, and hardly like another, is heard; nothing else is opened by it.
  if (turn.state.topic !== undefined && !turn.reading.asks && first.chance < ONLY_NEAR) return nothing();
  const isAlone = second === undefined || first.chance >= ALONE * second.chance;
  const answer = ranked.find(
    ({ entry, kind }) => entry === first.entry && !(kind === 'guide' && entry === turn.state.topic),
  );
  if (isAlone && first.chance >= 0.3 && answer !== undefined)
    return answerWith('only_near_matter', answer, true);
  const options = near.slice(0, MAX_OPTIONS).flatMap(({ entry }) => intentOf(turn, entry ?? '') ?? []);
  return options.length > 1 ? askBetween(options) : nothing();
}
