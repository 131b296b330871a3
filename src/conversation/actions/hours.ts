import { openingOn } from '../../content/calendar.js';
import { announcedDay, holidayNamed, type DatedHoliday } from '../../content/days-off.js';
import { addDays, realDate, weekdayOf, writtenDate, yearOf } from '../../shared/days.js';
import { choice, menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import { WEEKDAY_NAMES } from '../weekday-names.js';
import { say } from '../wording/say.js';
import { whomToAskAbout } from './contacts.js';

/** The button of the entry that says what is known of office hours in general. */
export function aboutHours(turn: Turn): Choice[] {
  const about = procedureOf(turn, turn.content.calendar.about);
  return about === undefined ? [] : [choice(about.button, { kind: 'open', procedure: about.id })];
}

function aboutSaturday(turn: Turn): Choice[] {
  const intent = [...turn.content.intents.values()].find(
    ({ target }) => 'action' in target && target.action === 'saturday',
  );
  return intent === undefined
    ? []
    : [choice(say(turn, 'button_saturday'), { kind: 'intent', intent: intent.id })];
}

/** Office hours from the staff's calendar; until they have announced any, that is what is said, with who knows. */
export function officeHours(turn: Turn): Answered {
  const { officeHours: hours, askWhom, noAppointmentDays } = turn.content.calendar;
  const holiday = holidayNamed(turn.reading.folded, turn.content.holidays);
  const day = holiday === undefined ? dayMeant(turn) : dayOfHoliday(turn, holiday);
  const free = noAppointmentDays.filter(({ date }) => date >= turn.today).slice(0, 3);
  const closed =
    holiday !== undefined && day === undefined
      ? [say(turn, 'day_off_announced', { name: holiday.name }), ...dayOff(turn, turn.today)]
      : dayOff(turn, day ?? turn.today);
  // Whoever asks whether a holiday is off has the answer; the hours of other days were not asked for.
  const isAnswered = closed.length > 0 && (day !== undefined || holiday !== undefined);
  const unknown = isAnswered ? [] : [say(turn, 'hours_unknown', { whom: whomToAskAbout(turn, askWhom) })];
  const lines = [
    ...closed,
    ...(day === undefined ? [] : ordinaryDay(turn, day)),
    ...(hours.length === 0
      ? unknown
      : hours.map(({ office, weekdays, from, to, source, checkedOn }) =>
          say(turn, 'hours_line', {
            office: officeName(turn, office),
            weekdays: weekdays.map((weekday) => WEEKDAY_NAMES[weekday] ?? '').join(', '),
            from,
            to,
            source,
            checked: writtenDate(checkedOn),
          }),
        )),
    ...free.map(({ date, place, what }) =>
      say(turn, 'no_appointment_day', { date: writtenDate(date), place, what }),
    ),
  ];
  const isKnown = hours.length > 0 || holiday !== undefined;
  return toldWith(turn, lines, isKnown ? {} : { english: say(turn, 'english_hours') });
}

function toldWith(turn: Turn, lines: readonly string[], more: Pick<Answered, 'english'>): Answered {
  const choices = [...aboutSaturday(turn), ...aboutHours(turn), menuChoice(turn), personChoice(turn)];
  return answered('answered_calendar', [text(lines.join('\n'), choices)], more);
}

/** The holiday from today on; `undefined` where its day is announced each year and was not yet. */
function dayOfHoliday({ content, today }: Turn, holiday: DatedHoliday): string | undefined {
  if (holiday.day === undefined) return announcedDay(holiday, content.holidays, today);
  const [month, day] = holiday.day.split('-').map(Number);
  return nextDate(day ?? 0, month ?? 0, today);
}

/** "Hôm nay", "ngày mai", "chủ nhật", "2/9": the day that is asked about, from today on; `undefined` when none is named. */
export function dayMeant({ reading: { folded }, today }: Turn): string | undefined {
  if (/\bchu nhat\b|\bcn\b/.test(folded)) return addDays(today, (7 - weekdayOf(today)) % 7);
  const date = /(?<!\d)(\d{1,2})\s*(?:[/.-]|\s+thang\s+)\s*(\d{1,2})(?!\d)/.exec(folded);
  if (date !== null) return nextDate(Number(date[1]), Number(date[2]), today);
  if (/\b(sang|trua|chieu|toi|ngay)? ?mai\b/.test(folded)) return addDays(today, 1);
  if (/\bngay (kia|mot)\b/.test(folded)) return addDays(today, 2);
  return /\b(hom|bua|ngay) (nay|ni)\b/.test(folded) ? today : undefined;
}

/** That day and month, this year or next; `undefined` for a day that no calendar has. */
function nextDate(day: number, month: number, today: string): string | undefined {
  const thisYear = realDate(yearOf(today), month, day);
  return thisYear !== undefined && thisYear >= today ? thisYear : realDate(yearOf(today) + 1, month, day);
}

/** No holiday that is known, and no weekend: that much can be said before any hours are announced. */
function ordinaryDay(turn: Turn, day: string): string[] {
  const { off, holidaysKnown } = openingOn(turn.content.calendar, turn.content.holidays, day);
  if (off !== undefined) return [];
  return [say(turn, holidaysKnown ? 'working_day' : 'working_day_unsure', { day: dayName(day) })];
}

/** A holiday or a Sunday is known without anyone's announcement; a Saturday is a question of its own. */
function dayOff(turn: Turn, day: string): string[] {
  const { off } = openingOn(turn.content.calendar, turn.content.holidays, day);
  if (off === undefined || off === WEEKDAY_NAMES[6]) return [];
  return [
    off === WEEKDAY_NAMES[7]
      ? say(turn, 'day_off', { day: dayName(day) })
      : say(turn, 'day_off_because', { day: dayName(day), reason: off }),
  ];
}

function officeName(turn: Turn, id: string): string {
  return turn.content.offices.offices.find((office) => office.id === id)?.name ?? say(turn, 'all_offices');
}

/** "Thứ Hai 07/12/2026", as a sentence begins. */
function dayName(day: string): string {
  const name = WEEKDAY_NAMES[weekdayOf(day)] ?? '';
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${writtenDate(day)}`;
}
