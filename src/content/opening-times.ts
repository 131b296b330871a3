import { openingOn } from './calendar.js';
import { addDays, vietnameseDay } from '../shared/days.js';
import type { Calendar, Holidays } from './types.js';

/** From and to, HH:MM. */
export interface Hours {
  from: string;
  to: string;
}

/** The longest that offices are shut is Tết. */
const DAYS_AHEAD = 20;

/**
 * When an office is open again; `undefined` while one is. `assumed`: the hours of working days where none were announced;
 * without them, and with nothing announced, it is `undefined` too: nothing is known.
 */
export function nextOpening(
  calendar: Calendar,
  holidays: Holidays,
  now: Date,
  assumed?: Hours,
): Date | undefined {
  const today = vietnameseDay(now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = addDays(today, ahead);
    const spans = openOn(calendar, holidays, day, assumed);
    if (spans.some(({ from, to }) => from <= now && now < to)) return undefined;
    const next = spans.map(({ from }) => from).filter((from) => from > now);
    if (next.length > 0) return new Date(Math.min(...next.map((from) => from.getTime())));
  }
  return undefined;
}

function openOn(calendar: Calendar, holidays: Holidays, day: string, assumed: Hours | undefined) {
  const { off, hours, hoursAnnounced } = openingOn(calendar, holidays, day);
  const assumedHours = off === undefined && assumed !== undefined ? [assumed] : [];
  return (hoursAnnounced ? hours : assumedHours).map(({ from, to }) => ({
    from: instantOf(day, from),
    to: instantOf(day, to),
  }));
}

/** By the clocks where the offices are: UTC+7 all year. */
function instantOf(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`);
}
