import { Router, type RequestHandler } from 'express';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Booking, Bookings } from '../conversation/ports.js';
import { AppError } from '../shared/errors.js';
import { limited } from './rate-limit.js';

export interface CalendarFileParts {
  bookings: Pick<Bookings, 'byCode'>;
  authority: string;
}

/** Vietnam keeps UTC+7 all year. */
const ZONE = '+07:00';

/** `/lich/LH-XXXXX.ics`: a booked Saturday for the phone's calendar. Says nothing of who booked or what for. */
export function calendarFileHandler({ bookings, authority }: CalendarFileParts): Router {
  const limit = limited({ limit: 30, windowMinutes: 1, refusal: tooMany });
  const send: RequestHandler = async (request, response) => {
    const code = /^\/(LH-[A-Z0-9]{5})\.ics$/.exec(request.path)?.[1];
    const booking = code === undefined ? null : await bookings.byCode(code);
    if (booking === null) {
      throw new AppError('NOT_FOUND', 'Không có lịch hẹn này, hoặc đã huỷ.', {
        status: 404,
        remedy: 'Anh/chị nhắn “thứ bảy” cho trợ lý để xem lịch của mình.',
      });
    }
    response
      .set('Cache-Control', 'no-store')
      .attachment(`${booking.code}.ics`)
      .type('text/calendar; charset=utf-8')
      .send(calendarOf(booking, authority));
  };
  return Router().get('/:file', limit, send);
}

function tooMany(): AppError {
  return new AppError('TOO_MANY_REQUESTS', 'Anh/chị tải lịch hơi nhanh.', {
    status: 429,
    remedy: 'Anh/chị chờ khoảng một phút rồi tải lại nhé.',
  });
}

function calendarOf({ code, slot }: Booking, authority: string): string {
  const calendar = ical({ name: authority, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: code,
    start: new Date(`${slot.date}T${slot.start}:00${ZONE}`),
    end: new Date(`${slot.date}T${slot.end}:00${ZONE}`),
    summary: `Thứ Bảy hỗ trợ người nộp thuế – mã ${code}`,
    location: slot.place,
    description: `Khi đến, anh/chị đọc mã ${code}. Muốn huỷ, nhắn “thứ bảy” cho trợ lý của ${authority}.`,
  });
  return calendar.toString();
}
