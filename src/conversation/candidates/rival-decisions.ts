import { belongsTo } from '../../content/decisions/of-entry.js';
import type { Decision } from '../../content/types.js';
import { decide } from '../decisions/decide.js';
import type { Told } from '../decisions/facts-told.js';
import { fold } from '../../shared/fold.js';
import { perObject } from '../../shared/per-object.js';
import { aspectOf } from '../reading/aspect.js';
import { questionIndexOf } from '../reading/questions/question-index.js';
import { procedureOf, type Turn } from '../turn.js';
import { namesHowMuch } from './sum-in-hand.js';
import type { TopicChance } from './topic-chance.js';
import { caseEvidence, sumsIn, WHOLE_CASE } from './told-facts.js';

/** From this chance on a decision is asked for in its own words. */
export const ASKED_WELL = 0.6;
/** What is left of a decision where a part of the matter is asked that it says nothing of. */
const OTHER_PART = 0.3;

/** Another decision reads more of the message, a choice among it that this one knows nothing of: it is meant. */
export function tellsMoreOf(
  decision: Decision,
  { each }: Told,
  turn: Turn,
  asked: number,
  topics: readonly TopicChance[],
): boolean {
  const own = each?.get(decision.id);
  const evidence = own === undefined ? 0 : Math.max(own.facts.length, caseEvidence(own, turn));
  const isUsed = (fact: string) => decision.facts.some((used) => used.fact === fact);
  // "Lương 20tr thưởng 30tr": what leaves one of the sums out is not meant where the matter in hand takes both.
  const ofTopic = [...(each?.values() ?? [])].filter(({ inPlay }) =>
    inPlay.some((one) => belongsTo(one, turn.state.topic)),
  );
  if (ofTopic.some((other) => sumsIn(other) > Math.max(1, sumsIn(own)))) return true;
  if (isGeneralOf(decision, each, topics) || isPartOfAsked(decision, each, turn)) return true;
  if (asked < ASKED_WELL && isCountedByOther(decision, each, turn, topics)) return true;
  return [...(each ?? [])].some(
    ([id, other]) =>
      id !== decision.id &&
      caseEvidence(other, turn) >= Math.max(WHOLE_CASE, evidence + 1) &&
      other.facts.some(({ fact }) => !isUsed(fact)) &&
      // Asked for in its own words, it is meant, whatever else is told beside.
      (asked < ASKED_WELL || other.inPlay.some((one) => askedChance(turn, one) >= asked)),
  );
}

/**
 * "Bán shopee 300 triệu": what a household owes in general is less than what is told of a seller on a platform, where both
 * answer for the same entry, the message is at least as likely about it, and the latter takes all that is told and a choice besides.
 */
function isGeneralOf(decision: Decision, each: Told['each'], topics: readonly TopicChance[]): boolean {
  const own = each?.get(decision.id)?.facts ?? [];
  const chanceOf = (id: string) => topics.find(({ entry }) => entry === id)?.chance ?? 0;
  return [...(each ?? [])].some(([id, { facts, inPlay }]) => {
    const other = inPlay.find((one) => one.id === id);
    if (other === undefined || id === decision.id || !decision.also.includes(other.entry)) return false;
    const isMore = own.length > 0 && takesMore(decision, own, facts);
    return isMore && chanceOf(other.entry) >= chanceOf(decision.entry);
  });
}

/** "Cho thuê nhà tháng 20 triệu": a decision whose result leaves the sum out is not meant where the likeliest matter's counts with it. */
function isCountedByOther(
  decision: Decision,
  each: Told['each'],
  turn: Turn,
  [likeliest]: readonly TopicChance[],
): boolean {
  const own = each?.get(decision.id);
  if (own === undefined || sumsIn(own) === 0 || countsWithSum(decision, own, turn)) return false;
  return [...(each ?? [])].some(([id, other]) =>
    other.inPlay.some(
      (one) => one.id === id && one.entry === likeliest?.entry && countsWithSum(one, other, turn),
    ),
  );
}

function countsWithSum(decision: Decision, { after, facts }: Told, turn: Turn): boolean {
  const sums = facts.filter(({ value }) => value.kind === 'money').map(({ fact }) => fact);
  const rest = Object.fromEntries(Object.entries(after).filter(([fact]) => !sums.includes(fact)));
  const [own, without] = [after, rest].map((values) => decide(decision, values, turn));
  return (
    sums.length > 0 && own?.kind === 'result' && !(without?.kind === 'result' && without.text === own.text)
  );
}

/**
 * "Bỏ địa chỉ, trễ 40 ngày thì sao" where another decision waits for a fact: that one takes all that this one does and a choice
 * besides, so its case is told, unless a sum is asked for.
 */
function isPartOfAsked(decision: Decision, each: Told['each'], turn: Turn): boolean {
  const { waiting } = turn.state;
  if (waiting?.for !== 'fact' || waiting.decision === decision.id || namesHowMuch(turn)) return false;
  const own = each?.get(decision.id)?.facts ?? [];
  const other = each?.get(waiting.decision)?.facts ?? [];
  return own.length > 0 && takesMore(decision, own, other);
}

/** All of `own` and a choice that the decision does not use. */
function takesMore({ facts }: Decision, own: Told['facts'], other: Told['facts']): boolean {
  return (
    own.every(({ fact }) => other.some((one) => one.fact === fact)) &&
    other.some(({ fact, value }) => value.kind === 'choice' && !facts.some((used) => used.fact === fact))
  );
}

/** How much the message is worded as one that asks for this decision, among the questions of its entry. */
export function askedChance(turn: Turn, decision: Decision): number {
  const index = questionIndexOf(turn.content, turn.matcher);
  const entries = [decision.entry, ...decision.also].flatMap((id) => procedureOf(turn, id) ?? []);
  return Math.max(0, ...entries.map((entry) => index.decisionChance(turn.reading.said, entry, decision.id)));
}

/** "Lệ phí trước bạ nộp ở đâu": where something is filed is asked, and no wording of the decision asks that. */
export function leftOfOtherPart({ reading: { questionType } }: Turn, decision: Decision): number {
  return questionType === 'where' && !partsAskedOf(decision).has('where') ? OTHER_PART : 1;
}

const partsAskedOf = perObject(
  ({ asks }: Decision): ReadonlySet<string> => new Set(asks.flatMap((ask) => aspectOf(fold(ask)) ?? [])),
);

/** No other decision of the matter is worded nearer to what is asked: "có phải đóng thuế ko" is no question of forms. */
export function isAskedMost(turn: Turn, decision: Decision, { inPlay }: Told): boolean {
  const own = askedChance(turn, decision);
  return inPlay.every((one) => !belongsTo(one, turn.state.topic) || askedChance(turn, one) <= own);
}
