import { dayOffReason, holidaysKnownIn } from './days-off.js';
import { weekdayOf, yearOf } from '../shared/days.js';
import type { Calendar, Holidays, NoAppointmentDay, OfficeHours, SaturdaySession } from './types.js';

/** What is known of one day. */
export interface Opening {
  /** Why offices are shut: a holiday's name, "thứ Bảy", "Chủ nhật". A Saturday session still takes place. */
  off?: string;
  /** Announced hours of that weekday; empty on days off. */
  hours: OfficeHours[];
  /** False: staff have announced no hours at all, so an empty `hours` says nothing. */
  hoursAnnounced: boolean;
  sessions: SaturdaySession[];
  noAppointment: NoAppointmentDay[];
  /** False: the year's days off are not announced yet. */
  holidaysKnown: boolean;
}

/** `date` is YYYY-MM-DD. */
export function openingOn(calendar: Calendar, holidays: Holidays, date: string): Opening {
  const weekday = weekdayOf(date);
  const hours = calendar.officeHours.filter(({ weekdays }) => weekdays.includes(weekday));
  const reason = dayOffReason(date, holidays);
  // Hours announced for Saturdays hold against "thứ Bảy", not against a holiday.
  const off = reason === 'thứ Bảy' && hours.length > 0 ? undefined : reason;
  return {
    ...(off === undefined ? {} : { off }),
    hours: off === undefined ? hours : [],
    hoursAnnounced: calendar.officeHours.length > 0,
    sessions: calendar.saturdays.filter((session) => session.date === date),
    noAppointment: calendar.noAppointmentDays.filter((day) => day.date === date),
    holidaysKnown: holidaysKnownIn(yearOf(date), holidays),
  };
}
