import { writtenDate } from '../../shared/days.js';
import { writtenRange } from '../../content/decisions/engine/written.js';
import type { Decision, Procedure } from '../../content/types.js';
import { dayAsked, dayNamed, inHand } from '../decisions/day-asked.js';
import { holderOf } from '../decisions/case-holder.js';
import { decide } from '../decisions/decide.js';
import { whomToAsk } from '../guide/key-facts.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { sayDecided } from '../wording/decided.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { prefixed } from './navigation.js';
import { nothingTold } from './told-facts.js';

/** The calculation in hand, for the day that is asked about. */
const COUNTED_AGAIN = 0.88;
/** Of a guide nothing is known about another day: what the entry itself says of it is better. */
const NOT_KNOWN = 0.44;
/** The same where nothing but the day is said: no wording of a common question can be meant. */
const ONLY_THE_DAY = 0.58;
const CHANGE = /\b(?:doi|thay doi|khac|ap dung|con giu|van vay|van the)\b/u;

/** "Sang năm thì sao": what holds on that day, or that it is not known. */
export function proposeOtherDay(turn: Turn): Candidate[] {
  const { state, reading } = turn;
  const decision = inHand(turn);
  const date = decision === undefined ? dayNamed(turn) : dayAsked(turn);
  const entry = procedureOf(turn, state.topic);
  if (date === undefined || entry === undefined) return [];
  const day = { written: writtenRange(date), day: date.from > turn.today ? date.from : date.to };
  const about = `${entry.id}/${day.day}`;
  if (decision === undefined) {
    const isOnlyDay = reading.topicWords.every((word) => DAY_WORDS.has(word) || /\d/u.test(word));
    // What names anything else is about that.
    if (reading.topicWords.length > MAX_OTHER_WORDS || (!isOnlyDay && !CHANGE.test(reading.folded)))
      return [];
    const score = isOnlyDay ? ONLY_THE_DAY : NOT_KNOWN;
    return [
      { kind: 'facet', about, entry: entry.id, score, answer: () => notKnown(turn, entry, day.written) },
    ];
  }
  return [
    {
      kind: 'facet',
      about,
      entry: decision.entry,
      score: COUNTED_AGAIN,
      answer: () => countedFor(turn, decision, entry, day),
    },
  ];
}

const MAX_OTHER_WORDS = 4;
const DAY_WORDS = new Set(
  'nam thang sang qua ngoai truoc sau toi hoi roi moi doi thay khac ap dung giu van'.split(' '),
);

interface AskedDay {
  written: string;
  /** YYYY-MM-DD */
  day: string;
}

/** The rates of that day, and what of the facts depends on the time gone by then. */
function countedFor(turn: Turn, decision: Decision, entry: Procedure, { written, day }: AskedDay): Answered {
  const then = { ...turn, today: day };
  const holder = holderOf(turn, decision);
  const decided = decide(decision, holder.known, then);
  if (decided.kind !== 'result') return notKnown(turn, entry, written);
  const said = sayDecided(then, decision, decided, nothingTold(holder));
  return prefixed(said, say(turn, day > turn.today ? 'day_ahead' : 'day_before', { day: written }));
}

function notKnown(turn: Turn, entry: Procedure, written: string): Answered {
  const words = say(turn, 'day_unknown', {
    day: written,
    checked: writtenDate(entry.checkedOn),
    whom: whomToAsk(entry, turn.content),
  });
  return answered('answered_question', [text(words, [menuChoice(turn), personChoice(turn)])], {
    procedure: entry.id,
  });
}
