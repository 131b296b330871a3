import { documentSchema, WHOLE } from './schema.js';

export interface SeatTaken {
  code: string;
  eventKey: string;
  conversationId: string;
  procedure?: string;
  at: Date;
}

/** One Saturday slot and all who booked it: one document, so that its seats can't be given twice. */
export interface Slot {
  _id: string;
  date: string;
  start: string;
  end: string;
  place: string;
  seats: SeatTaken[];
  /** Grows with each change; a change is made only to the revision that was read. */
  revision: number;
}

export const slotSchema = documentSchema({
  date: { type: String, required: true },
  start: { type: String, required: true },
  end: { type: String, required: true },
  place: { type: String, required: true },
  seats: { type: WHOLE, required: true },
  revision: { type: Number, required: true },
})
  .index({ date: 1 })
  .index({ 'seats.conversationId': 1 })
  .index({ 'seats.code': 1 });
