import type { Payload } from '../payloads.js';
import type { Answered, Turn } from '../turn.js';
import { cancelBooking } from './bookings.js';
import { anotherSeat, listToMove, moveBooking, pressSlot } from './book.js';
import { showPlaceNamed } from './office.js';

type Input = Extract<
  Payload,
  { kind: 'place' | 'slot' | 'cancel_booking' | 'move_booking' | 'move_booking_to' | 'another_seat' }
>;

export function answerPressedInput(turn: Turn, payload: Input): Answered | Promise<Answered> {
  switch (payload.kind) {
    case 'place':
      return showPlaceNamed(turn, payload.place);
    case 'slot':
      return pressSlot(turn, payload);
    case 'cancel_booking':
      return cancelBooking(turn, payload.code);
    case 'move_booking':
      return listToMove(turn, payload.code);
    case 'move_booking_to':
      return moveBooking(turn, payload.code, payload);
    case 'another_seat':
      return anotherSeat(turn, payload.has, payload);
  }
}
