import type { Knowledge } from '../../../conversation/ports.js';
import { vietnameseDay, writtenDate } from '../../../shared/days.js';
import type { BookingList, SlotList } from '../../../staff-work/ports.js';
import { page } from '../answers.js';
import type { StaffRoute } from '../route.js';
import { WORK_STYLE } from './review-routes.js';

/** Who comes when on the announced Saturdays, to be printed and laid on the desk. */
export function bookingRoutes(bookings: BookingList, knowledge: Knowledge): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/thu-bay',
      roles: ['answerer'],
      nav: { label: 'Lịch thứ Bảy', order: 50 },
      handle: async ({ query, now }) => {
        const { procedures } = knowledge.current().content;
        const slots = await bookings.slots(vietnameseDay(now));
        const days = [...new Set(slots.map(({ date }) => date))];
        const wanted = query.get('ngay');
        const shown = slots.filter(
          ({ date }) => wanted === null || !days.includes(wanted) || date === wanted,
        );
        const data = {
          sessions: sessionsOf(shown).map((session) => ({
            ...session,
            slots: session.slots.map((slot) => ({
              ...slot,
              seats: slot.seats.map((seat) => ({
                ...seat,
                about:
                  seat.procedure === undefined
                    ? null
                    : (procedures.get(seat.procedure)?.name ?? seat.procedure),
              })),
            })),
          })),
          days: days.map((date) => ({ date, words: writtenDate(date) })),
          wanted: wanted ?? '',
        };
        return page('work/bookings', 'Lịch hẹn thứ Bảy', data, WORK_STYLE);
      },
    },
  ];
}

interface Session {
  date: string;
  dayWords: string;
  place: string;
  booked: number;
  capacity: number;
  slots: SlotList[];
}

/** One sheet: a day at a place. */
function sessionsOf(slots: readonly SlotList[]): Session[] {
  const sessions = new Map<string, SlotList[]>();
  for (const slot of slots) {
    const key = `${slot.date} ${slot.place}`;
    sessions.set(key, [...(sessions.get(key) ?? []), slot]);
  }
  return [...sessions.values()].map((own) => ({
    date: own[0]?.date ?? '',
    dayWords: writtenDate(own[0]?.date ?? ''),
    place: own[0]?.place ?? '',
    booked: own.reduce((sum, { seats }) => sum + seats.length, 0),
    capacity: own.reduce((sum, { capacity }) => sum + capacity, 0),
    slots: own,
  }));
}
