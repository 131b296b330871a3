import { nextDeadline } from '../../content/deadlines.js';
import type { Decision } from '../../content/types.js';
import { addDays, writtenDate } from '../../shared/days.js';
import { fold } from '../../shared/fold.js';
import { daysSince } from '../../content/decisions/values.js';
import { after, followedBy } from '../lines.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { tellFact } from './decisions.js';
import type { TopicChance } from './topic-chance.js';

const MEANT = 0.97;
/** Without a matter in hand the message must surely name it. */
const NAMED = 0.6;
/** A deadline that passed longer ago was another year's (days). */
const LATELY = 180;
const LATE = /\b(?:quen|tre|muon|cham|qua han|chua (?:dong|nop)|phat)\b/u;
const MAX_WORDS = 14;
const MAX_TOPIC_WORDS = 4;
/** Late payment of so little stays small for a year (đồng). */
const LITTLE = 1_000_000;

/** "Mọi năm bác đóng có 180 ngàn à", told after a yearly day of payment was missed: what it costs by now is worked out. */
export function proposeLateSum(turn: Turn, topics: readonly TopicChance[]): Candidate[] {
  const { reading, state } = turn;
  const named = topics.find(({ chance }) => chance >= NAMED)?.entry;
  const procedure = procedureOf(turn, state.topic ?? named);
  const sums = reading.entities.flatMap((one) => (one.kind === 'money' ? [one] : []));
  const [sum] = sums;
  if (procedure === undefined || sum === undefined || sums.length > 1 || state.waiting?.for === 'fact')
    return [];
  if (sum.period !== undefined && sum.period !== 'year') return [];
  if (reading.folded.split(/\s+/u).length > MAX_WORDS || reading.topicWords.length > MAX_TOPIC_WORDS)
    return [];
  const due = missedDay(turn, procedure.id);
  const decision = lateInterest(turn);
  if (due === undefined || decision === undefined || !speaksOfDelay(turn)) return [];
  return [
    {
      kind: 'decision',
      about: decision.decision.id,
      entry: procedure.id,
      score: MEANT,
      answer: () => workedOut(turn, decision, { due, amount: sum.amount, entry: procedure.id }),
    },
  ];
}

/** The message says so, or the common question that was answered last is about it. */
function speaksOfDelay({ reading, state, content }: Turn): boolean {
  if (LATE.test(reading.folded)) return true;
  const { last } = state;
  if (last?.kind !== 'question') return false;
  const { title = '' } = content.procedures.get(last.entry)?.questions[last.index] ?? {};
  return LATE.test(fold(title));
}

/** The day of the entry's own yearly payment that passed not long ago. */
function missedDay({ content, today }: Turn, entry: string): string | undefined {
  return content.deadlines
    .filter(({ procedure, rule }) => procedure === entry && rule.every === 'year')
    .map((deadline) => nextDeadline(deadline, addDays(today, -LATELY), content.holidays).date)
    .filter((date) => date < today)
    .sort()
    .at(-1);
}

interface LateInterest {
  decision: Decision;
  sum: string;
  days: string;
}

/** The decision that counts by a sum and by days up to the day before payment. */
function lateInterest({ content }: Turn): LateInterest | undefined {
  for (const decision of content.decisions.values()) {
    const days = decision.facts.find(({ toDayBefore }) => toDayBefore)?.fact;
    const sum = decision.facts.find(({ fact }) => content.facts.get(fact)?.kind === 'money')?.fact;
    if (days !== undefined && sum !== undefined && decision.facts.length === 2)
      return { decision, sum, days };
  }
  return undefined;
}

function workedOut(
  turn: Turn,
  { decision, sum, days }: LateInterest,
  { due, amount, entry }: { due: string; amount: number; entry: string },
): Answered {
  const [late] = daysSince({ kind: 'date', from: due, to: due }, turn.today);
  tellFact(turn, decision.id, days, { kind: 'days', value: late, since: due });
  const told = tellFact(turn, decision.id, sum, { kind: 'money', amount });
  turn.state.topic = entry;
  const [first, ...others] = told?.replies ?? [];
  if (told === undefined || first === undefined) throw new Error(`${decision.id} gives no answer`);
  const since = after(say(turn, 'late_since', { day: writtenDate(due), days: String(late) }), first);
  const said = amount <= LITTLE ? followedBy(since, say(turn, 'late_little')) : since;
  return { ...told, procedure: entry, replies: [said, ...others] };
}
