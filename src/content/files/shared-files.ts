import type { Dated, OfficialForm, SeasonalEntry } from '../dated-types.js';
import type {
  Calendar,
  Contact,
  Deadline,
  Group,
  Holidays,
  Offices,
  Rate,
  ServicePromise,
  Step,
} from '../types.js';
import type { Sentences } from '../sentences.js';
import { list, object, optional, orElse, record } from '../shapes/collections.js';
import type { Reader } from '../shapes/reader.js';
import { id, oneOf, boundedText } from '../shapes/text.js';
import { date, monthAndDay, number, timeOfDay } from '../shapes/values.js';
import { deadlineRule } from './deadline-rule.js';
import { sentencesOf } from './sentences-file.js';
import { step } from './procedure-file.js';

const source = boundedText({ max: 400 });
const none = (): never[] => [];

/** `procedures/shared/sentences.yml` */
export const sentencesFile: Reader<{ sentences: Sentences; quietPosts: string[] }> = object({
  sentences: sentencesOf,
  quiet_posts: orElse(list(boundedText({ max: 100 })), none),
});

/** `procedures/shared/groups.yml` */
export const groupsFile: Reader<{ groups: Group[] }> = object({
  groups: list(object({ id, name: boundedText({ max: 20 }), procedures: list(id) }), { min: 1 }),
});

/** `procedures/shared/steps.yml` */
export const stepsFile: Reader<{ steps: Map<string, Dated<Step>[]> }> = object({
  steps: record(list(step, { min: 1 })),
});

/** `procedures/shared/contacts.yml` */
export const contactsFile: Reader<{ contacts: Contact[] }> = object({
  contacts: list(
    object({
      id,
      name: boundedText({ max: 120 }),
      value: boundedText({ max: 300 }),
      note: optional(boundedText({ max: 400 })),
      shown_for: orElse(list(oneOf(['hotline', 'person'])), none),
      asks_for: optional(oneOf(['place'])),
      source,
      checked_on: date,
    }),
  ),
});

const formerPlace = object({ unit: oneOf(['xã', 'phường', 'thị trấn']), name: boundedText({ max: 60 }) });

/** `procedures/shared/offices.yml` */
export const officesFile: Reader<Offices> = object({
  authority: optional(boundedText({ max: 60 })),
  source,
  checked_on: date,
  only_after_unit: orElse(list(boundedText({ max: 60 })), none),
  poster_places: orElse(list(boundedText({ max: 60 })), none),
  unassigned: orElse(list(boundedText({ max: 60 })), none),
  offices: list(
    object({
      id,
      name: boundedText({ max: 80 }),
      seat: boundedText({ max: 200 }),
      address: optional(boundedText({ max: 300 })),
      phone: optional(boundedText({ max: 60 })),
    }),
    { min: 1 },
  ),
  places: list(
    object({
      name: boundedText({ max: 60 }),
      unit: oneOf(['xã', 'phường', 'đặc khu']),
      office: id,
      district: boundedText({ max: 60 }),
      formerly: orElse(list(formerPlace), none),
      counter: optional(boundedText({ max: 300 })),
    }),
  ),
});

const slot = object({
  start: timeOfDay,
  end: timeOfDay,
  capacity: number({ min: 1, max: 1000, whole: true }),
});

/** `procedures/shared/calendar.yml` */
export const calendarFile: Reader<Calendar> = object({
  ask_whom: boundedText({ max: 200 }),
  about: optional(id),
  office_hours: list(
    object({
      office: id,
      weekdays: list(number({ min: 1, max: 7, whole: true }), { min: 1 }),
      from: timeOfDay,
      to: timeOfDay,
      source,
      checked_on: date,
    }),
  ),
  saturdays: list(object({ date, place: boundedText({ max: 200 }), slots: list(slot, { min: 1 }), source })),
  no_appointment_days: list(
    object({ date, place: boundedText({ max: 200 }), what: boundedText({ max: 300 }), source }),
  ),
});

const namedHoliday = {
  name: boundedText({ max: 100 }),
  called: optional(list(boundedText({ max: 60 }))),
};

/** `procedures/shared/holidays.yml` */
export const holidaysFile: Reader<Holidays> = object({
  every_year: optional(list(object({ day: monthAndDay, ...namedHoliday }))),
  announced: optional(list(object(namedHoliday))),
  years: list(
    object({
      year: number({ min: 2020, max: 2100, whole: true }),
      source,
      checked_on: date,
      days: list(
        object({ date, name: boundedText({ max: 100 }), make_up_for: optional(boundedText({ max: 100 })) }),
      ),
    }),
  ),
});

/** `procedures/shared/rates.yml` */
export const ratesFile: Reader<{ rates: Rate[] }> = object({
  rates: list(
    object({
      id,
      value: number({ min: 0, max: 1e15 }),
      unit: boundedText({ max: 60 }),
      from: date,
      to: optional(date),
      basis: boundedText({ max: 300 }),
      checked_on: date,
    }),
  ),
});

/** `procedures/shared/deadlines.yml` */
export const deadlinesFile: Reader<{ deadlines: Deadline[] }> = object({
  deadlines: list(
    object({
      id,
      name: boundedText({ max: 120 }),
      ask: list(boundedText({ max: 100 }), { min: 1 }),
      rule: deadlineRule,
      procedure: optional(id),
      note: optional(boundedText({ max: 400 })),
      from: optional(date),
      until: optional(date),
      basis: boundedText({ max: 300 }),
      checked_on: date,
    }),
  ),
});

/** `procedures/shared/promises.yml` */
export const promisesFile: Reader<{ promises: ServicePromise[] }> = object({
  promises: list(
    object({
      procedure: id,
      place: boundedText({ max: 100 }),
      promise: boundedText({ max: 300 }),
      condition: optional(boundedText({ max: 300 })),
      source,
      from: date,
      to: optional(date),
    }),
  ),
});

/** `procedures/shared/season.yml` */
export const seasonFile: Reader<{ season: SeasonalEntry[] }> = object({
  season: orElse(list(object({ entry: id, from: date, until: date })), none),
});

/** `procedures/shared/forms.yml` */
export const formsFile: Reader<{ forms: OfficialForm[] }> = object({
  forms: orElse(
    list(
      object({
        number: boundedText({ max: 60 }),
        name: boundedText({ max: 200 }),
        law: boundedText({ max: 200 }),
        from: optional(date),
        until: optional(date),
      }),
    ),
    none,
  ),
});
