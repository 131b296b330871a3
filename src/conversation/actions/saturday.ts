import { addDays, weekdayOf, writtenDate } from '../../shared/days.js';
import { appointmentWords } from '../reading/appointments.js';
import type { SaturdaySlot } from '../ports.js';
import { choice, menuChoice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Choice, SlotTime } from '../types.js';
import { say } from '../wording/say.js';
import { rememberBooked, showOwn, slotName } from './bookings.js';
import { whomToAskAbout } from './contacts.js';
import { aboutHours } from './hours.js';

const MAX_SLOTS = 10;
const SATURDAY = 6;

/** What a list of times is for: a first seat, one more, or the place of a booking that is moved. */
export interface SlotWish {
  moves?: string;
  more?: true;
}

/** "Thứ 7 này có làm không": answered for the real date, with the open times to choose from. */
export async function answerSaturday(turn: Turn): Promise<Answered> {
  const own = await rememberBooked(turn);
  const slots = await freeSlots(turn);
  const said = answerForDate(turn, comingSaturday(turn.today), slots);
  if (own.length > 0) return showOwn(turn, own, said);
  if (slots.length === 0)
    return answered(
      'answered_calendar',
      [text(said, [...aboutHours(turn), menuChoice(turn), personChoice(turn)])],
      { english: say(turn, 'english_saturday') },
    );
  return listSlots(turn, slots, said);
}

/** Open times that still have room, earliest first. */
export async function freeSlots(turn: Turn): Promise<SaturdaySlot[]> {
  return (await turn.bookings.openSlots(turn.now)).filter(({ free }) => free > 0);
}

/** Lists times to choose from, by number, words or button. */
export function listSlots(
  turn: Turn,
  slots: readonly SaturdaySlot[],
  lead: string,
  wish: SlotWish = {},
): Answered {
  const shown = slots.slice(0, MAX_SLOTS);
  const options = shown.map(({ date, start, place }): SlotTime => ({ date, start, place }));
  turn.state.waiting = { for: 'slot', options, ...wish };
  const lines = shown.map((slot, index) =>
    say(turn, 'slot_line', {
      number: String(index + 1),
      slot: slotName(turn, slot),
      free: String(slot.free),
    }),
  );
  const words = [lead, say(turn, 'slot_choose'), ...lines];
  const choices = options.map((slot) => slotChoice(slot));
  return answered('answered_calendar', [text(words.join('\n'), [...choices, menuChoice(turn)])]);
}

function slotChoice({ date, start, place }: SlotTime): Choice {
  return choice(`${writtenDate(date).slice(0, 5)} ${start}`, { kind: 'slot', date, start, place });
}

/** Whether there is support on that Saturday, as far as it has been announced. */
function answerForDate(turn: Turn, date: string, open: readonly SaturdaySlot[]): string {
  const { saturdays, askWhom } = turn.content.calendar;
  const day = writtenDate(date);
  const places = saturdays.filter((session) => session.date === date).map(({ place }) => place);
  if (places.length > 0)
    return say(turn, 'saturday_open', { date: day, places: [...new Set(places)].join('; ') });
  if (open.length > 0) return say(turn, 'saturday_others', { date: day });
  const wantsSeat = appointmentWords(turn.reading.said).takes;
  return say(turn, wantsSeat ? 'saturday_no_seat' : 'saturday_unknown', {
    date: day,
    whom: whomToAskAbout(turn, askWhom),
  });
}

export function comingSaturday(today: string): string {
  return addDays(today, (SATURDAY - weekdayOf(today) + 7) % 7);
}
