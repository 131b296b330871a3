import { Router, type RequestHandler } from 'express';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Booking, Bookings } from '../conversation/ports.js';
import { limited } from './rate-limit.js';
import { say, type Speaker } from '../conversation/wording/say.js';
import { CitizenError } from './citizen-error.js';

export interface CalendarFileDependencies {
  bookings: Pick<Bookings, 'byCode'>;
  authority: () => string;
  speaker: () => Speaker;
}

/** Vietnam keeps UTC+7 all year. */
const ZONE = '+07:00';

/** `/lich/LH-XXXXX.ics`: a booked Saturday for the phone's calendar. Says nothing of who booked or what for. */
export function calendarFileHandler({ bookings, authority, speaker }: CalendarFileDependencies): Router {
  const limit = limited({ limit: 30, windowMinutes: 1, refusal: tooMany });
  const send: RequestHandler = async (request, response) => {
    const code = /^\/(LH-[A-Z0-9]{5})\.ics$/.exec(request.path)?.[1];
    const booking = code === undefined ? null : await bookings.byCode(code);
    if (booking === null) {
      throw new CitizenError('NOT_FOUND', { status: 404, words: (to) => say(to, 'refused_booking') });
    }
    response
      .set('Cache-Control', 'no-store')
      .attachment(`${booking.code}.ics`)
      .type('text/calendar; charset=utf-8')
      .send(calendarOf(booking, authority(), speaker()));
  };
  return Router().get('/:file', limit, send);
}

function tooMany(): CitizenError {
  return new CitizenError('TOO_MANY_REQUESTS', {
    status: 429,
    words: (to) => say(to, 'refused_calendar_too_fast'),
  });
}

function calendarOf({ code, slot }: Booking, authority: string, speaker: Speaker): string {
  const calendar = ical({ name: authority, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: code,
    start: new Date(`${slot.date}T${slot.start}:00${ZONE}`),
    end: new Date(`${slot.date}T${slot.end}:00${ZONE}`),
    summary: say(speaker, 'calendar_event', { code }),
    location: slot.place,
    description: say(speaker, 'calendar_description', { code, authority }),
  });
  return calendar.toString();
}
