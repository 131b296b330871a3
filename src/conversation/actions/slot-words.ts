import { addDays } from '../../shared/days.js';
import type { Booking, SaturdaySlot } from '../ports.js';
import type { AppointmentWords } from '../reading/appointments.js';
import type { Turn } from '../turn.js';
import { comingSaturday } from './saturday.js';

const NOON = '12:00';
/** Hours up to this one, told without "sáng", are meant in the afternoon: "2 giờ". */
const AFTERNOON_UP_TO = 6;
const TYPED_NUMBER = /^\D{0,12}(\d{1,2})\D{0,4}$/u;

type Clock = AppointmentWords['times'][number];

/** A place in the list that was shown, from 1; a number beyond its end is none. */
export function numberSaid(
  { reading: { reference, folded } }: Turn,
  { ordinal, times, number: alone }: AppointmentWords,
  count: number,
): number | undefined {
  if (ordinal !== undefined) return ordinal === 'last' ? count : ordinal;
  if (times.length > 0) return undefined;
  const number = reference?.to === 'option' ? reference.number : (alone ?? bareNumber(folded));
  if (number === 'last') return count;
  return number !== undefined && number <= count ? number : undefined;
}

export function bareNumber(folded: string): number | undefined {
  const typed = TYPED_NUMBER.exec(folded)?.[1];
  return typed === undefined ? undefined : Number(typed);
}

/** Whether anything was said of when: an hour, a part of the day, a week, a date. */
export function tellsTime({ reading }: Turn, words: AppointmentWords): boolean {
  const { times, partOfDay, week, otherDay } = words;
  const hasDate = reading.entities.some(({ kind }) => kind === 'date');
  return times.length > 0 || partOfDay !== undefined || week !== undefined || otherDay || hasDate;
}

/** Those of the times that agree with all that was told of when; of two hours the last ("dời 8h qua 9h"). */
export function fitting(turn: Turn, words: AppointmentWords, slots: readonly SaturdaySlot[]): SaturdaySlot[] {
  const { partOfDay, week, times, otherDay } = words;
  const { entities, folded } = turn.reading;
  if (otherDay) return [];
  const bare = words.moves || words.takes ? undefined : bareNumber(folded);
  const time = times.at(-1) ?? (bare === undefined ? undefined : { hour: bare, minute: 0 });
  const dates = entities.flatMap((one) => (one.kind === 'date' ? [one] : []));
  const saturday = week === undefined ? undefined : addDays(comingSaturday(turn.today), 7 * week);
  const agree = slots.filter(
    (slot) =>
      isInPart(slot, partOfDay) &&
      (saturday === undefined || slot.date === saturday) &&
      dates.every(({ from, to }) => from <= slot.date && slot.date <= to) &&
      (time === undefined || isAt(slot, time, partOfDay)),
  );
  const exact = time === undefined ? [] : agree.filter(({ start }) => start === clockOf(time, partOfDay));
  return exact.length > 0 ? exact : agree;
}

/** Which of the citizen's own times is spoken of: all where nothing tells them apart. */
export function meant(
  own: readonly Booking[],
  { times: [time], ordinal, partOfDay }: AppointmentWords,
): readonly Booking[] {
  if (ordinal !== undefined) return own.slice(ordinal === 'last' ? -1 : ordinal - 1).slice(0, 1);
  return own.filter(
    ({ slot }) => isInPart(slot, partOfDay) && (time === undefined || isAt(slot, time, partOfDay)),
  );
}

function isInPart({ start }: Pick<SaturdaySlot, 'start'>, part: AppointmentWords['partOfDay']): boolean {
  return part === undefined || start < NOON === (part === 'morning');
}

/** Starts at that time or is under way then. */
function isAt(
  { start, end }: Pick<SaturdaySlot, 'start' | 'end'>,
  time: Clock,
  part: AppointmentWords['partOfDay'],
): boolean {
  const clock = clockOf(time, part);
  return start <= clock && clock < end;
}

function clockOf({ hour, minute }: Clock, part: AppointmentWords['partOfDay']): string {
  const isAfternoon = hour < 12 && (part === 'afternoon' || (part === undefined && hour <= AFTERNOON_UP_TO));
  return [isAfternoon ? hour + 12 : hour, minute].map((one) => String(one).padStart(2, '0')).join(':');
}
