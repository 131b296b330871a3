import type { Booking } from '../ports.js';
import { menuChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import type { SlotTime } from '../types.js';
import { say } from '../wording/say.js';
import {
  bookingReply,
  haveAlready,
  isSameTime,
  noBooking,
  ownBookings,
  rememberBooked,
  showOwn,
  slotName,
} from './bookings.js';
import { freeSlots, listSlots, answerSaturday, type SlotWish } from './saturday.js';

/** A time pressed in a list. The list may be an old one: whoever has a seat meanwhile takes no second one by it. */
export async function pressSlot(turn: Turn, slot: SlotTime): Promise<Answered> {
  const { waiting } = turn.state;
  return chooseSlot(turn, slot, waiting?.for === 'slot' ? waiting : {});
}

/** Takes the time that was chosen for what the list was for. */
export async function chooseSlot(turn: Turn, slot: SlotTime, { moves, more }: SlotWish): Promise<Answered> {
  delete turn.state.waiting;
  if (moves !== undefined) return moveBooking(turn, moves, slot);
  const own = await ownBookings(turn);
  const isOwn = own.some(({ eventKey }) => eventKey === turn.event.key);
  return own.length > 0 && more !== true && !isOwn ? haveAlready(turn, own, slot) : takeSlot(turn, slot);
}

/** Books one place; a slot that filled up meanwhile is said to be full, with what is still open. */
async function takeSlot(turn: Turn, slot: SlotTime): Promise<Answered> {
  const booking = await bookSlot(turn, slot);
  if (booking === null) return slotFull(turn, {});
  await rememberBooked(turn);
  const { procedure } = booking;
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

function bookSlot(turn: Turn, { date, start, place }: SlotTime): Promise<Booking | null> {
  const procedure = procedureOf(turn, turn.state.topic)?.id;
  const { key: eventKey, conversationId } = turn.event;
  return turn.bookings.book({
    ...{ eventKey, conversationId, date, start, place, at: turn.now },
    ...(procedure === undefined ? {} : { procedure }),
  });
}

export async function slotFull(turn: Turn, wish: SlotWish): Promise<Answered> {
  const slots = await freeSlots(turn);
  const full = say(turn, 'slot_full');
  if (slots.length > 0) return listSlots(turn, slots, full, wish);
  const other = await answerSaturday(turn);
  return { ...other, replies: [text(full), ...other.replies] };
}

/** One more beside those there were when the button was shown; pressed again, there are more and nothing is booked. */
export async function anotherSeat(turn: Turn, has: number, slot: SlotTime): Promise<Answered> {
  const own = await ownBookings(turn);
  const isOwn = own.some(({ eventKey }) => eventKey === turn.event.key);
  return own.length === has || isOwn ? takeSlot(turn, slot) : showOwn(turn, await rememberBooked(turn));
}

/** The other open times, to move a booking to. */
export async function listToMove(turn: Turn, code: string): Promise<Answered> {
  const own = await rememberBooked(turn);
  const moved = own.find((booking) => booking.code === code);
  if (moved === undefined) return own.length === 0 ? noBooking(turn) : showOwn(turn, own);
  const others = (await freeSlots(turn)).filter((slot) => !own.some((had) => isSameTime(had.slot, slot)));
  if (others.length > 0)
    return listSlots(turn, others, say(turn, 'booking_move_to', { slot: slotName(turn, moved.slot) }), {
      moves: code,
    });
  return answered('answered_booking', [text(say(turn, 'booking_move_none'), [menuChoice(turn)])]);
}

/**
 * Takes the new time first and gives the old one back after it, so that a full new time leaves the old one untouched. A turn
 * that runs anew finds the seat it took.
 */
export async function moveBooking(turn: Turn, code: string, to: SlotTime): Promise<Answered> {
  delete turn.state.waiting;
  const own = await rememberBooked(turn);
  const moved = own.find((booking) => booking.code === code);
  if (moved === undefined) return own.length === 0 ? noBooking(turn) : showOwn(turn, own);
  if (isSameTime(moved.slot, to)) return showOwn(turn, own);
  const booking = await bookSlot(turn, to);
  if (booking === null) return slotFull(turn, { moves: code });
  await turn.bookings.cancel(turn.event.conversationId, code);
  await rememberBooked(turn);
  const slot = slotName(turn, booking.slot);
  const words = say(turn, 'booking_moved', { slot, code: booking.code, old: code });
  return answered('answered_booking', [bookingReply(turn, booking, words)]);
}
