import type { Booking, Bookings, SaturdaySlot } from '../../src/conversation/ports.js';

/** Keeps bookings in memory; never more than a slot's capacity. */
export class FakeBookings implements Bookings {
  private readonly booked: (Booking & { conversationId: string })[] = [];
  private codes = 0;

  constructor(private readonly slots: Omit<SaturdaySlot, 'free'>[] = []) {}

  openSlots(): Promise<SaturdaySlot[]> {
    return Promise.resolve(this.slots.map((slot) => ({ ...slot, free: slot.capacity - this.taken(slot) })));
  }

  book({
    eventKey,
    conversationId,
    date,
    start,
    place,
  }: Parameters<Bookings['book']>[0]): Promise<Booking | null> {
    const had = this.booked.find((booking) => booking.eventKey === eventKey);
    if (had !== undefined) return Promise.resolve(had);
    const slot = this.slots.find((one) => one.date === date && one.start === start && one.place === place);
    if (slot === undefined || this.taken(slot) >= slot.capacity) return Promise.resolve(null);
    const booking = { code: `LH-${(this.codes += 1)}`, slot, conversationId, eventKey };
    this.booked.push(booking);
    return Promise.resolve(booking);
  }

  own(conversationId: string): Promise<Booking[]> {
    return Promise.resolve(this.booked.filter((booking) => booking.conversationId === conversationId));
  }

  byCode(code: string): Promise<Booking | null> {
    return Promise.resolve(this.booked.find((booking) => booking.code === code) ?? null);
  }

  cancel(conversationId: string, code: string): Promise<boolean> {
    const index = this.booked.findIndex(
      (booking) => booking.code === code && booking.conversationId === conversationId,
    );
    if (index >= 0) this.booked.splice(index, 1);
    return Promise.resolve(index >= 0);
  }

  private taken({ date, start, place }: Omit<SaturdaySlot, 'free'>): number {
    return this.booked.filter(
      ({ slot }) => slot.date === date && slot.start === start && slot.place === place,
    ).length;
  }
}
