import { vietnameseDay } from '../../shared/days.js';
import type { Booking, Bookings, SaturdaySlot } from '../../conversation/ports.js';
import type { SaturdaySession } from '../../content/types.js';
import type { Collections } from '../collections.js';
import type { SeatTaken, Slot } from '../documents/slot.js';
import { newCode, normalCode } from './code.js';

/** The announced Saturdays as the content has them now. */
export type CalendarSupplier = () => readonly SaturdaySession[];

export type Announced = Omit<SaturdaySlot, 'free'>;

export function createBookings({ slots }: Pick<Collections, 'slots'>, calendar: CalendarSupplier): Bookings {
  const announced = () => announcedSlots(calendar);

  return {
    async openSlots(from) {
      const coming = announced().filter((slot) => slot.date >= vietnameseDay(from));
      const booked = await slots.find({ _id: { $in: coming.map(slotId) } });
      const taken = new Map(booked.map((slot) => [slot._id, slot.seats.length]));
      return coming
        .map((slot) => ({ ...slot, free: Math.max(0, slot.capacity - (taken.get(slotId(slot)) ?? 0)) }))
        .filter((slot) => slot.free > 0)
        .sort((a, b) => `${a.date} ${a.start}`.localeCompare(`${b.date} ${b.start}`));
    },

    async book({ eventKey, conversationId, date, start, place, procedure, at }) {
      const wanted = announced().find(
        (slot) => slot.date === date && slot.start === start && slot.place === place,
      );
      if (wanted === undefined || date < vietnameseDay(at)) return null;
      const seat = { code: newCode('LH'), eventKey, conversationId, at };
      return takeSeat(slots, wanted, procedure === undefined ? seat : { ...seat, procedure });
    },

    async own(conversationId, from) {
      const found = await slots.find({ 'seats.conversationId': conversationId }, { sort: { date: 1 } });
      return found
        .filter((slot) => slot.date >= vietnameseDay(from))
        .flatMap((slot) =>
          slot.seats
            .filter((seat) => seat.conversationId === conversationId)
            .map((seat) => booking(slot, seat)),
        );
    },

    async byCode(code) {
      const [slot] = await slots.find({ 'seats.code': normalCode(code) }, { limit: 1 });
      const seat = slot?.seats.find((taken) => taken.code === normalCode(code));
      return slot === undefined || seat === undefined ? null : booking(slot, seat);
    },

    cancel: (conversationId, code) => giveBack(slots, conversationId, normalCode(code)),
  };
}

export function announcedSlots(calendar: CalendarSupplier): Announced[] {
  return calendar().flatMap(({ date, place, slots }) => slots.map((time) => ({ date, place, ...time })));
}

/**
 * Takes one seat, or finds the one this event has. A slot is changed only as it was read, in one update of its one
 * document: of several who come together one gets through each time, and the others look again.
 */
async function takeSeat(
  slots: Collections['slots'],
  wanted: Announced,
  seat: SeatTaken,
): Promise<Booking | null> {
  for (;;) {
    const slot = await slots.findOne({ _id: slotId(wanted) });
    if (slot === null) {
      const { date, start, end, place } = wanted;
      await slots.insertOne({ _id: slotId(wanted), date, start, end, place, seats: [], revision: 0 });
      continue;
    }
    const had = slot.seats.find((taken) => taken.eventKey === seat.eventKey);
    if (had) return booking(slot, had);
    if (slot.seats.length >= wanted.capacity) return null;
    if (await replaceSeats(slots, slot, [...slot.seats, seat])) return booking(slot, seat);
  }
}

async function giveBack(slots: Collections['slots'], conversationId: string, code: string): Promise<boolean> {
  const own = (seat: SeatTaken) => seat.code === code && seat.conversationId === conversationId;
  for (;;) {
    const found = await slots.find({ 'seats.conversationId': conversationId });
    const slot = found.find((candidate) => candidate.seats.some(own));
    if (slot === undefined) return false;
    const left = slot.seats.filter((seat) => !own(seat));
    if (await replaceSeats(slots, slot, left)) return true;
  }
}

async function replaceSeats(slots: Collections['slots'], slot: Slot, seats: SeatTaken[]): Promise<boolean> {
  const asRead = { _id: slot._id, revision: slot.revision };
  return (await slots.updateOne(asRead, { $set: { seats }, $inc: { revision: 1 } })) === 1;
}

export function slotId({ date, start, place }: { date: string; start: string; place: string }): string {
  return `${date} ${start} ${place}`;
}

function booking({ date, start, end, place }: Slot, { code, procedure, eventKey }: SeatTaken): Booking {
  const made = { code, slot: { date, start, end, place }, eventKey };
  return procedure === undefined ? made : { ...made, procedure };
}
