import type { BookingList, SlotList } from '../../staff-work/ports.js';
import type { Collections } from '../collections.js';
import type { SeatTaken } from '../documents/slot.js';
import { announcedSlots, slotId, type CalendarSupplier } from './bookings.js';

/** Announced slots with their seats, and those that were booked before their announcement was taken back. */
export function createBookingList(
  { slots }: Pick<Collections, 'slots'>,
  calendar: CalendarSupplier,
): BookingList {
  return {
    async slots(from) {
      const booked = await slots.find({ date: { $gte: from } });
      const known = new Map(booked.map((slot) => [slot._id, slot]));
      const coming = announcedSlots(calendar).filter(({ date }) => date >= from);
      const ids = new Set(coming.map(slotId));
      const left = booked.filter(({ _id, seats }) => !ids.has(_id) && seats.length > 0);
      return [...coming, ...left.map((slot) => ({ ...slot, capacity: 0 }))]
        .map(({ date, start, end, place, capacity }) => {
          const seats = known.get(slotId({ date, start, place }))?.seats ?? [];
          return { date, start, end, place, capacity, seats: seats.map(shownSeat) };
        })
        .sort((a, b) => orderOf(a).localeCompare(orderOf(b), 'vi'));
    },
  };
}

function shownSeat({ code, procedure, at }: SeatTaken): SlotList['seats'][number] {
  return procedure === undefined ? { code, at } : { code, at, procedure };
}

const orderOf = ({ date, place, start }: SlotList) => `${date} ${place} ${start}`;
