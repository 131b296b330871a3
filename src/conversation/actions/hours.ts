import { openingOn } from '../../content/calendar.js';
import { addDays, weekdayOf } from '../../content/days.js';
import { choice, MENU_CHOICE, PERSON_CHOICE, text, writtenDate } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { WEEKDAY_NAMES } from '../vietnam-time.js';
import { whomToAskAbout } from './contacts.js';

/** The entry that says what is known of office hours in general. */
const ABOUT_HOURS = 'gio-lam-viec';

/** Office hours from the staff's calendar; until they have announced any, that is what is said, with who knows. */
export function officeHours(turn: Turn): Answered {
  const { officeHours: hours, askWhom, noAppointmentDays } = turn.content.calendar;
  const day = dayMeant(turn);
  const about = procedureOf(turn, ABOUT_HOURS);
  const more = about === undefined ? [] : [choice(about.button, { kind: 'open', procedure: about.id })];
  const free = noAppointmentDays.filter(({ date }) => date >= turn.today).slice(0, 3);
  const lines = [
    ...dayOff(turn, day),
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
      ...more,
      MENU_CHOICE,
      PERSON_CHOICE,
    ]),
  ]);
}

/** "Hôm nay", "mai", or today when nothing is said. */
export function dayMeant(turn: Turn): string {
  if (/\b(ngay mai|mai)\b/.test(turn.folded)) return addDays(turn.today, 1);
  if (/\b(ngay kia|mot nua|mot)\b/.test(turn.folded) && !/\bmot (so|cai|vai)\b/.test(turn.folded))
    return addDays(turn.today, 2);
  return turn.today;
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
