import { writtenDate } from '../../shared/days.js';
import type { Booking, SaturdaySlot } from '../ports.js';
import { button, buttons, choice, linkButton, menuChoice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Reply, SlotTime } from '../types.js';
import { say } from '../wording/say.js';
import { whomToAskAbout } from './contacts.js';

const MAX_SHOWN = 3;

export function ownBookings({ bookings, event, now }: Turn): Promise<Booking[]> {
  return bookings.own(event.conversationId, now);
}

/** Later messages are read with what this citizen has in mind: "dời qua 9h", "mã là gì". */
export async function rememberBooked(turn: Turn): Promise<Booking[]> {
  const own = await ownBookings(turn);
  const booked = own.map(({ code, slot: { date, start } }) => ({ code, date, start }));
  if (booked.length > 0) turn.state.booked = booked;
  else delete turn.state.booked;
  return own;
}

/** Shows what the citizen has: time, place and code, each with its buttons. */
export function showOwn(turn: Turn, own: readonly Booking[], ...said: readonly string[]): Answered {
  const before = said.length === 0 ? [] : [text(said.join('\n'))];
  return answered('answered_booking', [...before, ...ownReplies(turn, own)]);
}

function ownReplies(turn: Turn, own: readonly Booking[]): Reply[] {
  return own.slice(0, MAX_SHOWN).map((booking) => {
    const { slot, code } = booking;
    return bookingReply(turn, booking, say(turn, 'booking_own', { slot: slotName(turn, slot), code }));
  });
}

/** "Em hẹn lúc mấy giờ", "mã là gì". */
export async function tellOwn(turn: Turn): Promise<Answered> {
  const own = await rememberBooked(turn);
  return own.length === 0 ? noBooking(turn) : showOwn(turn, own);
}

/** "Mang theo gì bữa đó" before any matter was named. */
export async function tellWhatToBring(turn: Turn): Promise<Answered> {
  const [first] = await rememberBooked(turn);
  if (first === undefined) return noBooking(turn);
  const words = say(turn, 'booking_bring', { code: first.code });
  return answered('answered_booking', [text(words, [menuChoice(turn)])]);
}

/** "Tới đó gửi xe ở đâu": what is known of it, and who knows the rest. */
export async function tellOfTheDay(turn: Turn): Promise<Answered> {
  const own = await rememberBooked(turn);
  if (own.length === 0) return noBooking(turn);
  const whom = whomToAskAbout(turn, turn.content.calendar.askWhom);
  return answered('answered_booking', [
    ...ownReplies(turn, own),
    text(say(turn, 'booking_no_more', { whom }), [menuChoice(turn), personChoice(turn)]),
  ]);
}

export function noBooking(turn: Turn): Answered {
  return answered('answered_booking', [
    text(say(turn, 'booking_none'), [menuChoice(turn), personChoice(turn)]),
  ]);
}

export function isSameTime(one: SlotTime, other: SlotTime): boolean {
  return one.date === other.date && one.start === other.start && one.place === other.place;
}

/** Another time was chosen while there is a booking: nothing is booked before it is said whether it moves or one more is wanted. */
export function haveAlready(turn: Turn, own: readonly Booking[], wanted: SlotTime): Answered {
  const [first, second] = own;
  if (first === undefined) return noBooking(turn);
  const { date, start, place } = wanted;
  if (own.some(({ slot }) => isSameTime(slot, wanted))) return showOwn(turn, own);
  const words = say(turn, 'booking_have', {
    slot: slotName(turn, first.slot),
    code: first.code,
    wanted: `${start} ${writtenDate(date)}`,
  });
  const move = button(say(turn, 'button_move_here'), {
    kind: 'move_booking_to',
    code: first.code,
    date,
    start,
    place,
  });
  const more = button(say(turn, 'button_another_seat'), {
    kind: 'another_seat',
    has: own.length,
    date,
    start,
    place,
  });
  const keep = button(say(turn, 'button_keep_booking'), { kind: 'skip' });
  return answered('asked_back_detail', [
    buttons(words, second === undefined ? [move, more, keep] : [more, keep], [menuChoice(turn)]),
  ]);
}

/** Gives one seat back and says which are left. */
export async function cancelBooking(turn: Turn, code: string): Promise<Answered> {
  delete turn.state.waiting;
  const { conversationId } = turn.event;
  const before = (await ownBookings(turn)).find((booking) => booking.code === code);
  const cancelled = await turn.bookings.cancel(conversationId, code);
  const left = await rememberBooked(turn);
  const words = [
    say(turn, cancelled ? 'booking_cancelled' : 'booking_unknown', { code }),
    ...left.map(({ slot, code: other }) =>
      say(turn, 'booking_left', { slot: slotName(turn, slot), code: other }),
    ),
  ];
  const procedure = before?.procedure === undefined ? {} : { procedure: before.procedure };
  return answered(
    'answered_booking',
    [text(words.join('\n'), [menuChoice(turn)])],
    cancelled ? { booking: 'cancelled', ...procedure } : {},
  );
}

/** Which of several is to be cancelled or moved: by button, time, number or code. */
export function askWhichBooking(
  turn: Turn,
  own: readonly Booking[],
  wish: 'cancel' | 'move',
  to?: SlotTime,
): Answered {
  turn.state.waiting = {
    for: 'booking',
    wish,
    codes: own.map(({ code }) => code),
    ...(to === undefined ? {} : { to }),
  };
  const lines = own.map(({ code, slot }, index) => `${index + 1}. ${code}: ${slotName(turn, slot)}`);
  const choices = own.map(({ code }) => {
    if (wish === 'cancel')
      return choice(say(turn, 'button_cancel_code', { code }), { kind: 'cancel_booking', code });
    const title = say(turn, 'button_move_code', { code });
    return choice(
      title,
      to === undefined ? { kind: 'move_booking', code } : { kind: 'move_booking_to', code, ...to },
    );
  });
  const lead = say(turn, wish === 'cancel' ? 'booking_which' : 'booking_which_move');
  return answered('asked_back_detail', [text([lead, ...lines].join('\n'), [...choices, menuChoice(turn)])]);
}

export function bookingReply(turn: Turn, { code }: Booking, words: string): Reply {
  const calendar =
    turn.settings.publicUrl === undefined
      ? []
      : [linkButton(say(turn, 'button_calendar'), `${turn.settings.publicUrl}/lich/${code}.ics`)];
  return buttons(
    words,
    [
      ...calendar,
      button(say(turn, 'button_move_booking'), { kind: 'move_booking', code }),
      button(say(turn, 'button_cancel_booking'), { kind: 'cancel_booking', code }),
    ],
    [menuChoice(turn)],
  );
}

export function slotName(
  turn: Turn,
  { date, start, end, place }: Pick<SaturdaySlot, 'date' | 'start' | 'end' | 'place'>,
): string {
  return say(turn, 'slot', { date: writtenDate(date), start, end, place });
}
