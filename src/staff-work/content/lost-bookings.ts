import { parse } from 'yaml';
import { vietnameseDay } from '../../shared/days.js';
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import type { BookingList } from '../ports.js';

export const CALENDAR = 'procedures/shared/calendar.yml';

/** Seats that citizens have, of a time that the calendar no longer announces. */
export interface LostBooking {
  date: string;
  start: string;
  place: string;
  seats: number;
}

/** Which booked times of today and later a calendar would no longer have. */
export async function lostBookings(
  { bookings, clock }: { bookings: BookingList; clock: Clock },
  calendar: string,
): Promise<LostBooking[]> {
  const kept = announced(calendar);
  const slots = await bookings.slots(vietnameseDay(clock.now()));
  return slots
    .filter(({ date, start, place, seats }) => seats.length > 0 && !kept.has(`${date} ${start} ${place}`))
    .map(({ date, start, place, seats }) => ({ date, start, place, seats: seats.length }));
}

/** Whoever takes announced times back is told first whom it concerns. */
export const bookingsLost = () =>
  new AppError('BOOKINGS_LOST', 'Có lịch hẹn sẽ không còn trong lịch mới.', {
    status: 422,
    remedy: 'Đọc danh sách lịch hẹn, đánh dấu vào ô xác nhận rồi làm lại.',
  });

/** Read leniently: what is wrong with the file is told by its check. */
function announced(calendar: string): Set<string> {
  const found = new Set<string>();
  for (const session of listOf(parsed(calendar), 'saturdays'))
    for (const slot of listOf(session, 'slots'))
      found.add(`${wordOf(session, 'date')} ${wordOf(slot, 'start')} ${wordOf(session, 'place')}`);
  return found;
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function valueOf(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null
    ? Object.entries(of).find(([name]) => name === key)?.[1]
    : undefined;
}

function listOf(of: unknown, key: string): unknown[] {
  const value = valueOf(of, key);
  return Array.isArray(value) ? (value as unknown[]) : [];
}

const wordOf = (of: unknown, key: string): string => {
  const value = valueOf(of, key);
  return typeof value === 'string' ? value.trim() : '';
};
