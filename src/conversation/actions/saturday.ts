import { addDays, weekdayOf, writtenDate } from '../../content/days.js';
import type { Booking, SaturdaySlot } from '../ports.js';
import { button, buttons, choice, linkButton, menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { whomToAskAbout } from './contacts.js';
import { say } from '../wording/say.js';
import { aboutHours } from './hours.js';

const MAX_SLOTS = 10;
const SATURDAY = 6;

/** "Thứ 7 này có làm không": answered for the real date, with the open times to choose from. */
export async function saturday(turn: Turn): Promise<Answered> {
  const own = await turn.bookings.own(turn.event.conversationId, turn.now);
  const slots = (await turn.bookings.openSlots(turn.now)).filter(({ free }) => free > 0);
  const said = [answerForDate(turn, comingSaturday(turn.today), slots)];
  if (own.length > 0) return showOwn(turn, own, said);
  if (slots.length === 0)
    return answered('answered_calendar', [
      text(said.join('\n'), [...aboutHours(turn), menuChoice(turn), personChoice(turn)]),
    ]);
  const procedure = procedureOf(turn, turn.state.topic);
  turn.state.waiting = { for: 'slot', ...(procedure === undefined ? {} : { procedure: procedure.id }) };
  const shown = slots.slice(0, MAX_SLOTS);
  const lines = shown.map((slot, index) =>
    say(turn, 'slot_line', {
      number: String(index + 1),
      slot: slotName(turn, slot),
      free: String(slot.free),
    }),
  );
  const words = [...said, say(turn, 'slot_choose'), ...lines];
  const choices = shown.map(({ date, start, place }) =>
    choice(`${shortDate(date)} ${start}`, { kind: 'slot', date, start, place }),
  );
  return answered('answered_calendar', [text(words.join('\n'), [...choices, menuChoice(turn)])]);
}

/** A typed number of the list; `null` when it is something else. */
export async function typedSlot(turn: Turn): Promise<Answered | null> {
  const number = /^\D{0,12}(\d{1,2})\D{0,4}$/u.exec(turn.reading.folded)?.[1];
  if (number === undefined) return null;
  const slots = (await turn.bookings.openSlots(turn.now)).filter(({ free }) => free > 0);
  const slot = slots[Number(number) - 1];
  return slot === undefined ? saturday(turn) : takeSlot(turn, slot);
}

/** Books one place; a slot that filled up meanwhile is said to be full, with what is still open. */
export async function takeSlot(
  turn: Turn,
  { date, start, place }: Pick<SaturdaySlot, 'date' | 'start' | 'place'>,
): Promise<Answered> {
  delete turn.state.waiting;
  const procedure = procedureOf(turn, turn.state.topic)?.id;
  const { key: eventKey, conversationId } = turn.event;
  const booking = await turn.bookings.book({
    eventKey,
    conversationId,
    date,
    start,
    place,
    at: turn.now,
    ...(procedure === undefined ? {} : { procedure }),
  });
  if (booking === null) {
    const other = await saturday(turn);
    return {
      ...other,
      replies: [text(say(turn, 'slot_full')), ...other.replies],
    };
  }
  const papers = procedure === undefined ? [] : [say(turn, 'booking_papers')];
  const words = [
    say(turn, 'booking_made', { slot: slotName(turn, booking.slot), code: booking.code }),
    ...papers,
  ];
  return answered('answered_booking', [bookingReply(turn, booking, words.join('\n'))], {
    booking: 'made',
    ...(procedure === undefined ? {} : { procedure }),
  });
}

/** "Huỷ hẹn": the one booking, or which of several; that there is none is said. Moving one is cancelling and choosing anew. */
export async function cancelOrMoveBooking(turn: Turn): Promise<Answered> {
  const own = await turn.bookings.own(turn.event.conversationId, turn.now);
  const [only, second] = own;
  if (only === undefined)
    return answered('answered_booking', [
      text(say(turn, 'booking_none'), [menuChoice(turn), personChoice(turn)]),
    ]);
  if (second === undefined) return cancelBooking(turn, only.code);
  const lines = own.map(({ code, slot }) => `• ${code}: ${slotName(turn, slot)}`);
  const choices = own.map(({ code }) =>
    choice(say(turn, 'button_cancel_code', { code }), { kind: 'cancel_booking', code }),
  );
  return answered('asked_back_detail', [
    text([say(turn, 'booking_which'), ...lines].join('\n'), [...choices, menuChoice(turn)]),
  ]);
}

export async function cancelBooking(turn: Turn, code: string): Promise<Answered> {
  const { conversationId } = turn.event;
  const own = await turn.bookings.own(conversationId, turn.now);
  const procedure = own.find((booking) => booking.code === code)?.procedure;
  const cancelled = await turn.bookings.cancel(conversationId, code);
  const words = cancelled ? say(turn, 'booking_cancelled', { code }) : say(turn, 'booking_unknown', { code });
  return answered(
    'answered_booking',
    [text(words, [menuChoice(turn)])],
    cancelled ? { booking: 'cancelled', ...(procedure === undefined ? {} : { procedure }) } : {},
  );
}

function showOwn(turn: Turn, own: readonly Booking[], said: readonly string[]): Answered {
  const replies = own
    .slice(0, 3)
    .map((booking) =>
      bookingReply(
        turn,
        booking,
        say(turn, 'booking_own', { slot: slotName(turn, booking.slot), code: booking.code }),
      ),
    );
  return answered('answered_booking', [text(said.join('\n')), ...replies]);
}

function bookingReply(turn: Turn, { code }: Booking, words: string) {
  const calendar =
    turn.settings.publicUrl === undefined
      ? []
      : [linkButton(say(turn, 'button_calendar'), `${turn.settings.publicUrl}/lich/${code}.ics`)];
  return buttons(
    words,
    [...calendar, button(say(turn, 'button_cancel_booking'), { kind: 'cancel_booking', code })],
    [menuChoice(turn)],
  );
}

/** Whether there is support on that Saturday, as far as it has been announced. */
function answerForDate(turn: Turn, date: string, open: readonly SaturdaySlot[]): string {
  const { saturdays, askWhom } = turn.content.calendar;
  const day = writtenDate(date);
  const places = saturdays.filter((session) => session.date === date).map(({ place }) => place);
  if (places.length > 0)
    return say(turn, 'saturday_open', { date: day, places: [...new Set(places)].join('; ') });
  if (open.length > 0) return say(turn, 'saturday_others', { date: day });
  return say(turn, 'saturday_unknown', { date: day, whom: whomToAskAbout(turn, askWhom) });
}

function comingSaturday(today: string): string {
  return addDays(today, (SATURDAY - weekdayOf(today) + 7) % 7);
}

type SlotTime = Pick<SaturdaySlot, 'date' | 'start' | 'end' | 'place'>;

function slotName(turn: Turn, { date, start, end, place }: SlotTime): string {
  return say(turn, 'slot', { date: writtenDate(date), start, end, place });
}

function shortDate(date: string): string {
  return writtenDate(date).slice(0, 5);
}
