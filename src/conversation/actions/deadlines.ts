import type { Deadline } from '../../content/types.js';
import { weekdayOf, writtenDate } from '../../shared/days.js';
import { nextDeadline } from '../../content/deadlines.js';
import { fold, foldedWords } from '../../shared/fold.js';
import { body, type Line } from '../lines.js';
import { basisLine, choice, menuChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { WEEKDAY_NAMES } from '../weekday-names.js';
import { say } from '../wording/say.js';

/** Shown when the message does not say which deadline. */
const MAX_LISTED = 3;

/** "Khi nào nộp tờ khai quý 3": the next real date, moved off days off, with its basis. */
export function answerDeadline(turn: Turn): Answered {
  const named = bestNamed(turn.content.deadlines, turn.reading.said);
  const shown = named === undefined ? soonest(turn) : [named];
  if (shown.length === 0)
    return answered('declined_unknown', [text(say(turn, 'deadline_unknown'), [menuChoice(turn)])]);
  const heading = named === undefined ? [say(turn, 'deadline_heading')] : [];
  const links = shown
    .flatMap(({ procedure }) => turn.content.procedures.get(procedure ?? '') ?? [])
    .map(({ id, button }) => choice(button, { kind: 'open', procedure: id }));
  return answered('answered_deadline', [
    text(
      body([
        ...heading,
        ...shown.flatMap((deadline, index) => datedLines(turn, deadline, heading.length + index > 0)),
      ]),
      [...links, menuChoice(turn)],
    ),
  ]);
}

/** The next dates of an entry's own deadlines, each a line; at most two. */
export function deadlinesOf(turn: Turn, procedure: string): string[] {
  return turn.content.deadlines
    .filter((deadline) => deadline.procedure === procedure)
    .map((deadline) => ({ deadline, date: nextDeadline(deadline, turn.today, turn.content.holidays).date }))
    .sort((a, b) => a.date.localeCompare(b.date))
    .slice(0, 2)
    .map(({ deadline }) => deadlineLine(turn, deadline, true));
}

/** @param apart whether something stands before it */
function datedLines(turn: Turn, deadline: Deadline, apart: boolean): Line[] {
  const { basis, checkedOn } = deadline;
  const lines = [deadlineLine(turn, deadline), basisLine(turn, [basis], writtenDate(checkedOn))];
  return apart ? ['', ...lines] : lines;
}

function deadlineLine(turn: Turn, deadline: Deadline, short = false): string {
  const next = nextDeadline(deadline, turn.today, turn.content.holidays, turn.reading.said);
  const day = `${WEEKDAY_NAMES[weekdayOf(next.date)] ?? ''} ${writtenDate(next.date)}`;
  const moved =
    next.movedFrom === undefined
      ? ''
      : ` ${say(turn, 'deadline_moved', { from: writtenDate(next.movedFrom), reason: next.movedBecause ?? say(turn, 'day_off_some') })}`;
  const over = next.date < turn.today;
  const unsure = next.holidaysKnown || over ? '' : ` ${say(turn, 'deadline_unsure')}`;
  const period = next.period === undefined ? '' : ` (${next.period})`;
  const note = deadline.note === undefined ? '' : `\n${deadline.note}`;
  const last = say(turn, over ? 'deadline_over' : 'deadline_line', {
    name: `${deadline.name}${period}`,
    day: `${day}${moved}`,
  });
  return `${last}${short ? '' : unsure}${note}`;
}

/** The deadline whose words are in the message; the one with most of them. */
function bestNamed(deadlines: readonly Deadline[], said: string): Deadline | undefined {
  const words = ` ${foldedWords(said).join(' ')} `;
  let best: { deadline: Deadline; length: number } | undefined;
  for (const deadline of deadlines) {
    const lengths = deadline.ask
      .map((phrase) => fold(phrase))
      .filter((phrase) => words.includes(` ${phrase} `))
      .map((phrase) => phrase.length);
    const length = Math.max(0, ...lengths);
    if (length > (best?.length ?? 0)) best = { deadline, length };
  }
  return best?.deadline;
}

function soonest(turn: Turn): Deadline[] {
  const dated = turn.content.deadlines.map((deadline) => ({
    deadline,
    date: nextDeadline(deadline, turn.today, turn.content.holidays).date,
  }));
  return dated
    .filter(({ date }) => date >= turn.today)
    .sort((a, b) => a.date.localeCompare(b.date))
    .slice(0, MAX_LISTED)
    .map(({ deadline }) => deadline);
}
