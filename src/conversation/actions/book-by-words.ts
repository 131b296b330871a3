import type { SaturdaySlot } from '../ports.js';
import type { AppointmentWords } from '../reading/appointments.js';
import { button, buttons } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import type { Waiting } from '../types.js';
import { say } from '../wording/say.js';
import { chooseSlot, listToMove, moveBooking, slotFull } from './book.js';
import {
  askWhichBooking,
  cancelBooking,
  isSameTime,
  noBooking,
  rememberBooked,
  slotName,
} from './bookings.js';
import { cancelRequest } from './requests.js';
import { freeSlots, listSlots, type SlotWish } from './saturday.js';
import { fitting, meant, numberSaid, tellsTime } from './slot-words.js';

/** One of the listed times in words: by number, hour, part of the day or date. */
export async function chooseByWords(
  turn: Turn,
  words: AppointmentWords,
  waiting: Extract<Waiting, { for: 'slot' }>,
): Promise<Answered> {
  const { options } = waiting;
  const wish = wishOf(waiting);
  const number = numberSaid(turn, words, options.length);
  const chosen = number === undefined ? undefined : options[number - 1];
  if (chosen !== undefined) return chooseSlot(turn, chosen, wish);
  const slots = await freeSlots(turn);
  const listed = slots.filter((slot) => options.some((option) => isSameTime(option, slot)));
  return chooseOf(turn, fitting(turn, words, listed), words, wish);
}

/** Asked about without choosing: the times once more. */
export async function listAgain(turn: Turn, waiting: Extract<Waiting, { for: 'slot' }>): Promise<Answered> {
  const wish = wishOf(waiting);
  const slots = await freeSlots(turn);
  return slots.length === 0 ? slotFull(turn, wish) : listSlots(turn, slots, say(turn, 'slot_which'), wish);
}

/** What the list was for, without the list. */
function wishOf({ moves, more }: SlotWish): SlotWish {
  return { ...(moves === undefined ? {} : { moves }), ...(more === true ? { more } : {}) };
}

/** "Giữ thêm một chỗ 8 giờ cho vợ": one more, at the time told or from the list. */
export async function takeMore(turn: Turn, words: AppointmentWords): Promise<Answered> {
  await rememberBooked(turn);
  const slots = await freeSlots(turn);
  return chooseOf(turn, fitting(turn, words, slots), words, { more: true });
}

/** The one time that fits is taken unless it was only asked about; several are listed, and of none that is said. */
async function chooseOf(
  turn: Turn,
  fits: readonly SaturdaySlot[],
  words: AppointmentWords,
  wish: SlotWish,
): Promise<Answered> {
  const [only, second] = fits;
  const asksOnly = words.asksWhether && !words.takes && !words.moves;
  if (only !== undefined && second === undefined && !asksOnly) return chooseSlot(turn, only, wish);
  if (only !== undefined) return listSlots(turn, fits, say(turn, 'slot_which'), wish);
  const all = await freeSlots(turn);
  return all.length === 0 ? slotFull(turn, wish) : listSlots(turn, all, say(turn, 'slot_none_then'), wish);
}

/** "Huỷ hẹn", "huỷ lịch 8h": the one meant, or which of several; that there is none is said. */
export async function cancelByWords(turn: Turn, words: AppointmentWords): Promise<Answered> {
  const own = await rememberBooked(turn);
  const [only, second] = meant(own, words);
  if (own.length === 0) return noBooking(turn);
  if (only === undefined || second !== undefined) return askWhichBooking(turn, own, 'cancel');
  return cancelBooking(turn, only.code);
}

/** "Huỷ" where there is an appointment and a request for a person: which of them. */
export async function askWhatToCancel(turn: Turn): Promise<Answered> {
  const own = await rememberBooked(turn);
  const [first] = own;
  if (first === undefined) return cancelRequest(turn);
  turn.state.waiting = { for: 'booking', wish: 'cancel', codes: own.map(({ code }) => code) };
  return answered('asked_back_detail', [
    buttons(say(turn, 'cancel_which', { slot: slotName(turn, first.slot) }), [
      button(say(turn, 'button_cancel_booking'), { kind: 'cancel_booking', code: first.code }),
      button(say(turn, 'button_cancel_request'), { kind: 'say', text: say(turn, 'button_cancel_request') }),
      button(say(turn, 'button_keep_both'), { kind: 'skip' }),
    ]),
  ]);
}

/** "Bận rồi không đi được": whether it is to be cancelled or moved. */
export async function askWhenAway(turn: Turn): Promise<Answered> {
  const own = await rememberBooked(turn);
  const [only, second] = own;
  if (only === undefined) return noBooking(turn);
  if (second !== undefined) return askWhichBooking(turn, own, 'cancel');
  const { code, slot } = only;
  return answered('asked_back_detail', [
    buttons(say(turn, 'booking_away', { slot: slotName(turn, slot) }), [
      button(say(turn, 'button_cancel_booking'), { kind: 'cancel_booking', code }),
      button(say(turn, 'button_move_booking'), { kind: 'move_booking', code }),
      button(say(turn, 'button_keep_booking'), { kind: 'skip' }),
    ]),
  ]);
}

/** "Dời qua 9h", "đổi lịch 8h sang thứ bảy tuần sau". */
export async function moveByWords(turn: Turn, words: AppointmentWords): Promise<Answered> {
  const own = await rememberBooked(turn);
  if (own.length === 0) return noBooking(turn);
  const slots = await freeSlots(turn);
  const others = slots.filter((slot) => !own.some((had) => isSameTime(had.slot, slot)));
  const isTold = tellsTime(turn, words);
  const fits = fitting(turn, words, others);
  const [only, second] = words.times.length > 1 ? meant(own, words) : own;
  if (only === undefined || second !== undefined)
    return askWhichBooking(turn, own, 'move', isTold && fits.length === 1 ? fits[0] : undefined);
  if (!isTold || others.length === 0) return listToMove(turn, only.code);
  return chooseOf(turn, fits, { ...words, moves: true }, { moves: only.code });
}

/** Which of several it is, after that was asked; nothing where the words tell none of them. */
export async function chosenBooking(
  turn: Turn,
  words: AppointmentWords,
  { wish, codes, to }: Extract<Waiting, { for: 'booking' }>,
): Promise<Answered> {
  const own = (await rememberBooked(turn)).filter(({ code }) => codes.includes(code));
  const named = own.filter(({ code }) => turn.reading.said.toUpperCase().includes(code.toUpperCase()));
  const number = numberSaid(turn, words, codes.length);
  const told =
    number === undefined ? meant(own, words) : own.filter(({ code }) => code === codes[number - 1]);
  const [only, second] = named.length > 0 ? named : told;
  if (only === undefined || second !== undefined) return askWhichBooking(turn, own, wish, to);
  if (wish === 'cancel') return cancelBooking(turn, only.code);
  return to === undefined ? listToMove(turn, only.code) : moveBooking(turn, only.code, to);
}
