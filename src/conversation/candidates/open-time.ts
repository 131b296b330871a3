import { belongsTo } from '../../content/decisions/of-entry.js';
import type { Decision } from '../../content/types.js';
import { daysOpen } from '../decisions/days-open.js';
import { moneyParts } from '../decisions/money-parts.js';
import { menuChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';

/** As sure as a sum that is told to the matter in hand. */
const TOLD = 0.965;
/** What may be asked with it: how much it then is. "Nghỉ 3 tháng có phải báo không" asks for something else. */
const ASKS_AGAIN =
  /\b(?:thi (?:sao|rang|the nao)|bao nhieu|nhiu|nhieu|tinh (?:lai|sao|the nao)|(?:co|con) (?:phai )?(?:dong|nop|chiu)|mien)\b|\bco may (?:thang|ngay|bua|tuan)\b/u;
/** Whose doors are meant: not the citizen's. */
const OFFICE =
  /\b(?:co quan|chi cuc|can bo|ben thue|mot cua|uy ban|ubnd|kho bac|ngan hang|nghi viec|nghi huu|tam ngung)\b/u;
/** A part of the year without its length: "mùa mưa em nghỉ", "bán có mấy tháng hè", "bán theo mùa". */
const SOME_TIME =
  /\b(?:mua (?:mua|nang|he|lanh|dong|he|bien|du lich|le|vu|cuoi)|(?:may|vai|mot so|nhung) (?:thang|ngay|bua|tuan)|theo mua|mua vu|thoi vu|may dip|dip (?:tet|le|he)|ngay le|tet|he)\b/u;
const SELLS = /\b(?:ban|mo|mo cua|lam|chay|day|nghi|dong cua|trong|co khach|hoat dong)\b/u;
const MAX_WORDS = 12;

/** Whether the message says over how much of the year a sum of the decision in hand was made, and nothing else: "nghỉ chủ nhật". */
export function changesOpenTime(turn: Turn, decision: Decision): boolean {
  const { entities, folded } = turn.reading;
  return isSpokenOf(turn, decision) && daysOpen(entities, folded) !== undefined;
}

/** Only a part of the year, of no length that could be counted with: how long it is is asked for. */
export function proposeOpenTime(turn: Turn): Candidate[] {
  const { entities, folded } = turn.reading;
  const decision = decisionInHand(turn);
  if (decision === undefined || !isSpokenOf(turn, decision) || daysOpen(entities, folded) !== undefined)
    return [];
  const isPart = SOME_TIME.test(folded) && SELLS.test(folded);
  if (!isPart || entities.length > 0 || folded.trim().split(/\s+/u).length > MAX_WORDS) return [];
  const answer = (): Answered =>
    answered('asked_back_detail', [text(say(turn, 'which_months'), [menuChoice(turn)])], {
      procedure: decision.entry,
    });
  return [{ kind: 'ask_back', about: 'months', score: TOLD, answer }];
}

/** The decision is in hand, a sum of it was told by the day or the month, and the message tells no other one. */
function isSpokenOf(turn: Turn, decision: Decision): boolean {
  const { asks, entities, folded, isStory } = turn.reading;
  if (decisionInHand(turn)?.id !== decision.id || isStory || (asks && !ASKS_AGAIN.test(folded))) return false;
  if (OFFICE.test(folded) || entities.some(({ kind }) => kind === 'money')) return false;
  return decision.facts.some(({ fact: id }) => {
    const fact = turn.content.facts.get(id);
    const parts = moneyParts(turn.state.facts?.[id]?.value);
    return (
      fact?.period === 'year' &&
      parts.some(({ period = fact.unsaid }) => period === 'day' || period === 'month')
    );
  });
}

/** Of the last answer, or the newest of the matter in hand. */
function decisionInHand({ state, content }: Turn): Decision | undefined {
  if (state.last?.kind === 'decision') return content.decisions.get(state.last.decision);
  const before = (state.decided ?? []).flatMap((id) => content.decisions.get(id) ?? []);
  return before.findLast((decision) => state.topic !== undefined && belongsTo(decision, state.topic));
}
