import { belongsTo } from '../../content/decisions/of-entry.js';
import type { Decision } from '../../content/types.js';
import { fold, foldedWords } from '../../shared/fold.js';
import { startingLower } from '../../shared/starting-lower.js';
import { holderOf } from '../decisions/case-holder.js';
import { decide, type Reached } from '../decisions/decide.js';
import { conclusionIn, outcomeIn, type Conclusion } from '../reading/conclusions.js';
import type { Turn } from '../turn.js';
import { withoutDa } from '../wording/decided.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { openDecision } from './decisions.js';
import { proposeSaidConcluded } from './said-concluded.js';
import { isInDanger } from './topic-chance.js';

/** What was worked out is asked for once more in so many words; a question that staff wrote just so comes first. */
const CONCLUDED = 0.875;

export interface Worked {
  decision: Decision;
  reached: Reached;
}

/** "Vậy là em khỏi đóng đúng không": what was worked out for the case that was told answers, with a yes or a no where both are plain. */
export function proposeConcluded(turn: Turn): Candidate[] {
  const { reading, state, content } = turn;
  const conclusion = conclusionIn(reading.folded, reading.topicWords);
  if (reading.entities.length > 0 || isInDanger(state, content)) return [];
  if (conclusion === undefined) return proposeSaidConcluded(turn);
  // "Thế phải nộp giấy tờ gì" asks for a part.
  if (reading.questionType !== undefined && reading.questionType !== 'cost') return [];
  return workedOut(turn)
    .filter((one) => isMeant(turn, one, conclusion))
    .slice(0, 1)
    .map((one) => sayWorked(turn, one, { score: CONCLUDED, text: () => inWords(turn, one, conclusion) }));
}

/** Says what was worked out in other words (`text`), and what else is shown under it. */
export function sayWorked(
  turn: Turn,
  { decision: { id, entry }, reached }: Worked,
  {
    score,
    text,
    ...shown
  }: { score: number; text: () => string } & Partial<Pick<Reached, 'next' | 'details'>>,
): Candidate {
  const answer = () => {
    const said = openDecision(turn, id, { ...reached, ...shown, text: text() });
    if (said === undefined) throw new Error(`no decision ${id}`);
    return said;
  };
  return { kind: 'decision', about: id, entry, score, answer };
}

/** The decisions that came to a result in this conversation, the last one first. */
export function workedOut(turn: Turn): Worked[] {
  const { decided = [] } = turn.state;
  return decided.toReversed().flatMap((id) => {
    const decision = turn.content.decisions.get(id);
    if (decision === undefined) return [];
    const reached = decide(decision, holderOf(turn, decision).known, turn);
    return reached.kind === 'result' ? [{ decision, reached }] : [];
  });
}

const IS_FINE = /\b(?:khung phat|phat|canh cao)\b/u;
const IS_BAN = /\bxuat canh\b/u;
const IS_DUE = /\b(?:nop|dong|mien|chiu thue|bi tru)\b/u;
const SAYS_IF: readonly (string | undefined)[] = ['allowed', 'denied'];
/** How much it comes to, also where it is nothing. */
const HAS_SUM = /\d[\d.,]* (?:trieu|ty|dong)\b|\bduoc mien\b/u;

function isMeant({ state }: Turn, { decision, reached }: Worked, { about, of, named }: Conclusion): boolean {
  const said = fold(reached.text);
  const spoken = new Set(foldedWords(said));
  if (named.some((word) => !spoken.has(word))) return false;
  if (of === 'fine') return IS_FINE.test(said);
  if (of === 'ban') return IS_BAN.test(said);
  if (IS_FINE.test(said) || IS_BAN.test(said)) return about === 'sum' && isLast(state.last, decision);
  if (about === 'allowed' || about === 'denied')
    return SAYS_IF.includes(outcomeIn(said)) && belongsTo(decision, state.topic);
  if (about === 'sum') return IS_DUE.test(said) && HAS_SUM.test(said) && isNear(state, decision);
  return IS_DUE.test(said) && belongsTo(decision, state.topic);
}

/** Of a matter left behind no sum is meant, unless the one in hand came out of it ("vậy thuế hết nhiêu" after a question on invoices). */
function isNear({ topic, decided = [] }: Turn['state'], decision: Decision): boolean {
  return belongsTo(decision, topic) || decided.at(-1) === decision.id || decided.at(-2) === decision.id;
}

function isLast(last: Turn['state']['last'], { id }: Decision): boolean {
  return last?.kind === 'decision' && last.decision === id;
}

const OPPOSITE = { due: 'free', free: 'due', allowed: 'denied', denied: 'allowed' } as const;
/** The answer itself says it in front of the sentence. */
const YES_OR_NO = /^(?:có|không|được|không được)[,:]\s+/u;

function inWords(turn: Turn, { reached }: Worked, { about, asksWhether, named }: Conclusion): string {
  if (about === 'sum') return reached.text;
  const outcome = outcomeIn(fold(reached.text));
  const result = startingLower(withoutDa(reached.text).replace(YES_OR_NO, ''));
  // What was only assumed may make it the other way round, and of several things named one may be due: neither yes nor no is said.
  if (named.length > 0 || reached.assumed.length > 0 || (outcome !== about && outcome !== OPPOSITE[about]))
    return say(turn, 'concluded_case', { result });
  if (outcome !== about) return say(turn, 'concluded_no', { result });
  return say(turn, asksWhether === true ? 'concluded_yes' : 'concluded_right', { result });
}
