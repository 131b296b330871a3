import { foldedWords } from '../../shared/fold.js';
import { belongsTo, decisionsOf } from '../../content/decisions/of-entry.js';
import { entryOf } from '../../content/entry-of-intent.js';
import type { Content, Decision } from '../../content/types.js';
import { decide } from '../decisions/decide.js';
import type { Told } from '../decisions/facts-told.js';
import { isSomethingElse } from '../decisions/assign.js';
import { cueDistance, isNegated } from '../decisions/mentions.js';
import { saysOnly } from '../decisions/other-matter.js';
import { areOfSeveralPayers } from '../decisions/payers.js';
import { isKin, ownerOf } from '../decisions/owners.js';
import type { Entity } from '../reading/entities/types.js';
import type { FactValue } from '../state/told-facts.js';
import { procedureOf, type Turn } from '../turn.js';

/** A decision that takes the sum, with what the message tells it. */
export interface SumInHand {
  decision: Decision;
  told: Told;
}

/** From this chance on a question is of the matter that the matcher reads. */
const ANOTHER_MATTER = 0.75;

/**
 * The decision of the matter in hand that a sum (or a number of days) is told to, where nothing else is said: "mỗi tháng 20 triệu" in a
 * guide of shops is what the shop takes in, whatever matter such words are nearest to. Of a matter without a calculation
 * it is that of the nearest related one. Asked for a part ("520tr nộp ở đâu"), none is meant.
 */
export function decisionOfSum(turn: Turn, tell: (decision: Decision) => Told): SumInHand | undefined {
  const { topic } = turn.state;
  const sums = sumsOf(turn);
  if (topic === undefined || sums.length === 0 || turn.reading.isStory) return undefined;
  if (asksForPart(turn) || asksOfAnother(turn, topic)) return undefined;
  // "Ck e 45 củ" right after a salary goes on with that calculation, for the husband.
  const { last } = turn.state;
  const inHand = last?.kind === 'decision' ? turn.content.decisions.get(last.decision) : undefined;
  if (inHand !== undefined && isForSomebody(tell(inHand))) return undefined;
  // "Ck e 45 củ đóng nhiêu": what is asked for somebody else is weighed by how it is asked.
  const isAskedForSomebody =
    turn.reading.asks && ownDecisions(turn, topic).some((one) => isForSomebody(tell(one)));
  if (isAskedForSomebody) return undefined;
  const own = takersAmong(turn, ownDecisions(turn, topic), sums, tell);
  return own ?? relatedTaker(turn, topic, sums, tell);
}

function sumsOf({ reading: { entities, folded } }: Turn): Entity[] {
  return entities.filter(
    (one) => (one.kind === 'money' || one.kind === 'duration') && !isNegated(one, folded),
  );
}

const HOW_MUCH = /\b(?:bao nhieu|nhieu|nhiu|bn|may|het bao(?! lau))\b/u;
const MAX_SUM_WORDS = 6;

/**
 * "Vậy đóng nhiêu" once one was worked out asks for that sum, not for what else the matter may be decided by; of several
 * for the one that is asked for most in such words (`asked`, 0 to 1).
 */
export function asksForTheSum(
  { reading, state, content }: Turn,
  decision: Decision,
  asked: (one: Decision) => number,
): boolean {
  const { folded } = reading;
  if (!asksHowMuch({ reading })) return false;
  if (folded.trim().split(/\s+/u).length > MAX_SUM_WORDS) return false;
  const worked = (state.decided ?? [])
    .flatMap((id) => content.decisions.get(id) ?? [])
    .filter((one) => belongsTo(one, state.topic));
  const most = Math.max(...worked.map(asked));
  return worked.findLast((one) => asked(one) === most)?.id === decision.id;
}

/** "Vậy có đóng thuế gì không", "chị có phải nộp thuế ko", "co mat thue ko": whether anything is due, and nothing else. */
const WHETHER_DUE =
  /^(?:(?:vay|the|rua|roi|da|a|u|em|e|chi|anh|tui|toi|minh|me|ba|bo|ma|cha|co|chu|bac|con|no|chong|vo)\s){0,4}?(?:co\s)?(?:(?:phai|bi|can|mat)\s)?(?:(?:dong|nop|chiu|tra|mat|ton)\s)?thue\s(?:(?:gi|chi|j|nao|nua|luon)\s)?(?:khong|ko|k|hong|hok|kh|khg|ha|a)(?:\s(?:em|e|a|ad|shop|ban|vay|z|v|ta|hè|he|hi|nhi|day|do))?$/u;

/** Asked whether anything is due right after a decision: it is that one's result which is asked for. */
export function asksWhetherDue({ reading }: Pick<Turn, 'reading'>): boolean {
  const asked = reading.folded.replace(/[^\p{L}\s]/gu, '').trim();
  // An English question has no "không" behind it, which would be read as a no to what was asked before.
  return WHETHER_DUE.test(reading.match.language === 'en' ? `${asked} khong` : asked);
}

export const namesHowMuch = ({ reading }: Pick<Turn, 'reading'>): boolean => HOW_MUCH.test(reading.folded);

export function asksHowMuch({ reading: { entities, folded } }: Pick<Turn, 'reading'>): boolean {
  return entities.length === 0 && speaksOfHowMuch(folded);
}

/** "Bn tiền", "nhiu rứa": how much, and nothing that it is of. */
const ALONE =
  /^(?:(?:da|a|u|the|vay|rua|roi|thi|la|het|ton|mat|phai|em|chi|anh|tui|toi|minh|dong|nop|tra|tinh ra) )*(?:bao nhieu|bao nhiu|bn|bnhieu|nhiu|nhieu|may)(?: tien)?(?: (?:a|em|vay|rua|the|day|do|ha|hi|he|z|ad|ta|lan))*$/u;

export function asksHowMuchAlone({ reading }: Turn): boolean {
  return reading.entities.length === 0 && ALONE.test(foldedWords(reading.said).join(' '));
}

/** The same of a sum that stands in the message. */
export function asksHowMuchOnSum({ reading: { entities, folded } }: Turn): boolean {
  const isAsked =
    speaksOfHowMuch(folded) || (HOW_MUCH.test(folded) && /\b(?:truoc ba|le phi)\b/u.test(folded));
  return isAsked && entities.some(({ kind }) => kind === 'money');
}

function speaksOfHowMuch(folded: string): boolean {
  return HOW_MUCH.test(folded) && /\b(?:dong|nop|tra|thue|tong|tong cong|cong lai|gop lai)\b/u.test(folded);
}

/** "Mỗi shop được trừ 1 tỷ hả": what asks with a sum that is none of the facts asks for something else than the result. */
export function leavesOutSum(turn: Turn, decision: Decision, facts: Told['facts']): boolean {
  const isSum = turn.reading.entities.some(({ kind }) => kind === 'money');
  const isTaken = facts.some(({ value }) => value.kind === 'money');
  return turn.reading.asks && isSum && !isTaken && !knowsOtherPrice(turn, decision);
}

/** "Hồi mới 700 triệu": the decision knows a price so told for another one than it needs. */
export function knowsOtherPrice({ reading, content }: Turn, { facts }: Decision): boolean {
  const prices = facts
    .flatMap(({ fact }) => content.facts.get(fact) ?? [])
    .filter(({ kind, period }) => kind === 'money' && period === undefined);
  const sums = reading.entities.filter(({ kind }) => kind === 'money');
  return sums.every((sum) => prices.some((price) => isSomethingElse(sum, price, reading.folded)));
}

const ENGLISH_VARIATION = /^(?:and|how about|what about|what if)\b/iu;

/** A question that names its matter itself ("bán nhà 3 tỷ đóng bao nhiêu") is none about the one in hand. */
function asksOfAnother({ reading, content }: Turn, topic: string): boolean {
  if (!reading.asks || reading.followsUp || ENGLISH_VARIATION.test(reading.said)) return false;
  return [...reading.topics].some(([intent, chance]) => {
    const entry = entryOf(content.intents.get(intent));
    return chance >= ANOTHER_MATTER && entry !== undefined && entry !== topic;
  });
}

/** "Làm giấy tờ gì", "nộp ở đâu" asks for no result, whatever is told beside it. */
export function asksForPart({ reading: { questionType } }: Turn): boolean {
  return questionType === 'papers' || questionType === 'where' || questionType === 'how_long';
}

/** The decision that asked last, and those of the matter in hand, its own before those that answer for it as well. */
function ownDecisions({ state: { waiting }, content }: Turn, topic: string): Decision[] {
  const asked = waiting?.for === 'fact' ? content.decisions.get(waiting.decision) : undefined;
  return [...new Set([...(asked === undefined ? [] : [asked]), ...ownFirst(content, topic)])];
}

function ownFirst(content: Content, entry: string): Decision[] {
  const all = decisionsOf(content, entry);
  return [...all.filter((one) => one.entry === entry), ...all.filter((one) => one.entry !== entry)];
}

/** What is told over a time ("ngày bán 2 triệu") in a guide that works nothing out. */
function relatedTaker(
  turn: Turn,
  topic: string,
  sums: readonly Entity[],
  tell: (decision: Decision) => Told,
): SumInHand | undefined {
  const isOverTime = sums.every((one) => one.kind === 'money' && one.period !== undefined);
  const isOfSeveral = areOfSeveralPayers(sums, turn.reading.folded);
  if (!isOverTime && !isOfSeveral) return undefined;
  if (ownDecisions(turn, topic).some((decision) => takes(tell(decision)))) return undefined;
  // What a decision asks for first is what it is about.
  const isAbout = ({ facts: [first] }: Decision) =>
    turn.content.facts.get(first?.fact ?? '')?.kind === 'money';
  const takers = (procedureOf(turn, topic)?.related ?? []).flatMap(
    (id) => takersAmong(turn, ownFirst(turn.content, id).filter(isAbout), sums, tell) ?? [],
  );
  // What several payers pay is told to what can be worked out with it.
  const isEnough = ({ decision, told }: SumInHand) => decide(decision, told.after, turn).kind === 'result';
  return (isOfSeveral ? takers.find(isEnough) : undefined) ?? takers[0];
}

/** Of several the one that takes most of what is told; of equal ones the one whose own words stand beside the sum. */
function takersAmong(
  turn: Turn,
  decisions: readonly Decision[],
  sums: readonly Entity[],
  tell: (decision: Decision) => Told,
): SumInHand | undefined {
  const takers = decisions.flatMap((decision) => {
    const told = tell(decision);
    if (!takes(told) || !isAllThatIsSaid(turn, decision, sums)) return [];
    const cued = isCued(turn, told, sums) ? 1 : 0;
    return [{ decision, told, rank: told.facts.length + cued / 2 }];
  });
  const most = Math.max(...takers.map(({ rank }) => rank));
  return takers.find(({ rank }) => rank === most);
}

function isForSomebody({ facts, who }: Told): boolean {
  return who !== undefined && facts.some(isSum);
}

function takes({ facts, who }: Told): boolean {
  return who === undefined && facts.some(isSum);
}

/** "Má em bán vé số tháng 2 triệu" where persons are spoken of: what somebody of the family has, whatever it is made with. */
function isAllThatIsSaid(turn: Turn, decision: Decision, sums: readonly Entity[]): boolean {
  if (saysOnly(turn, decision)) return true;
  const { said: text, folded } = turn.reading;
  const isTheirs = decision.facts.some(({ fact }) => turn.content.facts.get(fact)?.whose === 'other');
  return (
    isTheirs &&
    sums.every((one) => {
      const owner =
        one.kind === 'money' && one.period !== undefined ? ownerOf(one, { text, folded }) : undefined;
      return owner !== undefined && isKin(owner);
    })
  );
}

function isSum({ value }: { value: FactValue }): boolean {
  return value.kind === 'money' || value.kind === 'days';
}

function isCued({ reading, content }: Turn, { facts }: Told, sums: readonly Entity[]): boolean {
  return facts.filter(isSum).some(({ fact }) => {
    const cues = content.facts.get(fact)?.cues ?? [];
    return sums.some((one) => cueDistance(one, cues, reading.folded, reading.entities) !== undefined);
  });
}
