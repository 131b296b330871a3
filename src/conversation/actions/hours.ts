import { openingOn } from '../../content/calendar.js';
import { addDays, realDate, weekdayOf, writtenDate, yearOf } from '../../content/days.js';
import { choice, MENU_CHOICE, PERSON_CHOICE, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import { WEEKDAY_NAMES } from '../weekday-names.js';
import { whomToAskAbout } from './contacts.js';

/** The button of the entry that says what is known of office hours in general. */
export function aboutHours(turn: Turn): Choice[] {
  const about = procedureOf(turn, 'gio-lam-viec');
  return about === undefined ? [] : [choice(about.button, { kind: 'open', procedure: about.id })];
}

/** Office hours from the staff's calendar; until they have announced any, that is what is said, with who knows. */
export function officeHours(turn: Turn): Answered {
  const { officeHours: hours, askWhom, noAppointmentDays } = turn.content.calendar;
  const day = dayMeant(turn);
  const free = noAppointmentDays.filter(({ date }) => date >= turn.today).slice(0, 3);
  const lines = [
    ...dayOff(turn, day ?? turn.today),
    ...(day === undefined ? [] : ordinaryDay(turn, day)),
    ...(hours.length === 0
      ? [
          `Dạ, giờ làm việc của từng cơ quan thuế chưa được công bố ở đây, em không dám nói bừa. Anh/chị hỏi ${whomToAskAbout(turn, askWhom)} trước khi đi ạ.`,
        ]
      : hours.map(
          ({ office, weekdays, from, to, source, checkedOn }) =>
            `${officeName(turn, office)}: ${weekdays.map((weekday) => WEEKDAY_NAMES[weekday] ?? '').join(', ')}, ${from}–${to} (${source}, kiểm tra ngày ${writtenDate(checkedOn)}).`,
        )),
    ...free.map(
      ({ date, place, what }) => `Ngày không cần hẹn: ${writtenDate(date)} tại ${place} – ${what}.`,
    ),
  ];
  return answered('answered_calendar', [
    text(lines.join('\n'), [
      choice('Thứ Bảy', { kind: 'say', text: 'thứ bảy có làm không' }),
      ...aboutHours(turn),
      MENU_CHOICE,
      PERSON_CHOICE,
    ]),
  ]);
}

/** "Hôm nay", "ngày mai", "chủ nhật", "2/9": the day that is asked about, from today on; `undefined` when none is named. */
function dayMeant({ reading: { folded }, today }: Turn): string | undefined {
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
  const unsure = holidaysKnown ? '' : '; lịch nghỉ lễ, Tết của năm đó thì theo thông báo';
  return [
    `${capital(WEEKDAY_NAMES[weekdayOf(day)] ?? '')} ${writtenDate(day)} là ngày trong tuần, em không thấy là ngày nghỉ${unsure}.`,
  ];
}

/** A holiday or a Sunday is known without anyone's announcement; a Saturday is a question of its own. */
function dayOff(turn: Turn, day: string): string[] {
  const { off } = openingOn(turn.content.calendar, turn.content.holidays, day);
  if (off === undefined || off === 'thứ Bảy') return [];
  return [
    `${capital(WEEKDAY_NAMES[weekdayOf(day)] ?? '')} ${writtenDate(day)} cơ quan thuế nghỉ${off === 'Chủ nhật' ? '' : ` (${off})`}.`,
  ];
}

function officeName(turn: Turn, id: string): string {
  return turn.content.offices.offices.find((office) => office.id === id)?.name ?? 'Các cơ quan thuế';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
