import type { Payload } from '../payloads.js';
import type { Answered, Turn } from '../turn.js';
import type { Waiting } from '../types.js';
import { answerPlace, showPlaceNamed } from './office.js';
import { cancelBooking, takeSlot, typedSlot } from './saturday.js';

/** What was typed after the bot asked for a commune, a sum or a slot; `null` when it is something else. */
export function answerInput(
  turn: Turn,
  waiting: Extract<Waiting, { for: 'commune' | 'slot' }>,
): Answered | null | Promise<Answered | null> {
  switch (waiting.for) {
    case 'commune':
      return answerPlace(turn);
    case 'slot':
      return typedSlot(turn);
  }
}

export function answerPressedInput(
  turn: Turn,
  payload: Extract<Payload, { kind: 'place' | 'slot' | 'cancel_booking' }>,
): Answered | Promise<Answered> {
  switch (payload.kind) {
    case 'place':
      return showPlaceNamed(turn, payload.place);
    case 'slot':
      return takeSlot(turn, payload);
    case 'cancel_booking':
      return cancelBooking(turn, payload.code);
  }
}
