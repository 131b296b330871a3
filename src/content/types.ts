import type { Vocabulary } from '../intent-matching/types.js';
import type { SumKind } from './decisions/sum-kind.js';
import type { Decision, Fact } from './decisions/types.js';
import type { DatedProcedure, OfficialForm, SeasonalEntry, Validity } from './dated-types.js';
import type { Procedure } from './entry-types.js';
import type { Offices } from './office-types.js';
import type { DialogueActExamples } from './dialogue-acts.js';
import type { Sentences } from './sentences.js';

export type { Procedure, Paper, Step, QuestionAnswer } from './entry-types.js';
export type { Offices, Place } from './office-types.js';
export type { Decision } from './decisions/types.js';
export type { DialogueAct, DialogueActExamples } from './dialogue-acts.js';
export type { SentenceKey, Sentences } from './sentences.js';

/** One good state of `intents/` and `procedures/`, read, checked, links resolved. Never changed after it was made. */
export interface Content {
  /** SHA-256 (hex) over the files' paths and bytes. */
  version: string;
  groups: Group[];
  /** As they were on the day of loading: `contentOn` gives another day's. */
  procedures: ReadonlyMap<string, Procedure>;
  /** Those in which something changes with the day, whole. */
  dated: ReadonlyMap<string, DatedProcedure>;
  intents: ReadonlyMap<string, Intent>;
  outOfScope: readonly string[];
  /** Messages that staff judged and kept to measure with (`null`: out of scope). Nothing may learn from them. */
  tests: readonly { text: string; intent: string | null }[];
  /** What a citizen does with a message besides asking: thanks, doubts, takes leave … */
  dialogueActs: readonly DialogueActExamples[];
  /** Everything the bot says of itself, by key. */
  sentences: Sentences;
  /** Posts of the Page under which comments are left alone: ids, or the digits in their addresses. */
  quietPosts?: readonly string[];
  vocabulary: Vocabulary;
  offices: Offices;
  calendar: Calendar;
  holidays: Holidays;
  /** The newest of each id under its id, earlier ones under `id@from`: ask `rateOn` for a day's. */
  rates: ReadonlyMap<string, Rate>;
  deadlines: Deadline[];
  promises: ServicePromise[];
  contacts: Contact[];
  /** What citizens can tell, by id: the register of facts. */
  facts: ReadonlyMap<string, Fact>;
  /** What sums can be besides facts. */
  sumKinds: readonly SumKind[];
  decisions: ReadonlyMap<string, Decision>;
  season: SeasonalEntry[];
  forms: OfficialForm[];
}

export interface Group {
  id: string;
  name: string; // at most 20 characters: a menu button
  procedures: string[];
}

/** What an intent leads to: a procedure, or one of the product's own actions. */
export type IntentTarget = { procedure: string } | { action: Action };

export const ACTIONS = [
  'greeting',
  'thanks',
  'small_talk',
  'bot_or_human',
  'talk_to_person',
  'delete_data',
  'office_lookup',
  'office_hours',
  'saturday',
  'deadlines',
  'hotline',
  'request_status',
] as const;

export type Action = (typeof ACTIONS)[number];

export interface Intent {
  id: string;
  target: IntentTarget;
  /** The decision of the entry that is asked for: its button opens that instead of the guide. */
  decision?: string;
  /** Its answer is given where it is the likeliest, and it is never offered as a choice: nobody picks "evading tax" from a list. */
  neverAskedBack?: true;
  /** What "Hỏi lại" offers; at most 20 characters. A procedure's intent without its own takes the procedure's button. */
  button: string;
  /** For an action that answers with a text: wordings the bot picks from. */
  replies: string[];
  examples: string[];
}

export interface Calendar {
  /** Empty: not announced yet; the bot says so and who knows. */
  officeHours: OfficeHours[];
  saturdays: SaturdaySession[];
  noAppointmentDays: NoAppointmentDay[];
  askWhom: string;
  /** The entry that tells of office hours in general. */
  about?: string;
}

export interface OfficeHours {
  office: string; // office id, or `all`
  weekdays: number[]; // 1 Monday … 7 Sunday
  from: string; // HH:MM
  to: string;
  source: string;
  checkedOn: string;
}

export interface SaturdaySession {
  date: string; // YYYY-MM-DD
  place: string;
  slots: { start: string; end: string; capacity: number }[];
  source: string;
}

export interface NoAppointmentDay {
  date: string;
  place: string;
  what: string;
  source: string;
}

/** A public holiday, and how citizens call it. */
export interface NamedHoliday {
  name: string;
  called?: string[];
}

/** Days off by year; a year that is missing is not known, apart from the days that are off every year. */
export interface Holidays {
  /** Public holidays on a fixed day of the solar calendar, as MM-DD. */
  everyYear?: ({ day: string } & NamedHoliday)[];
  /** Public holidays whose days are announced anew each year. */
  announced?: NamedHoliday[];
  years: {
    year: number;
    days: { date: string; name: string; makeUpFor?: string }[];
    source: string;
    checkedOn: string;
  }[];
}

/** A sum, rate or limit with its basis: the only source of numbers for calculators. */
export interface Rate {
  id: string;
  value: number;
  unit: string;
  from: string; // YYYY-MM-DD
  to?: string;
  basis: string;
  checkedOn: string;
}

/** A recurring deadline; moved to the next working day when it falls on a day off. */
export interface Deadline extends Validity {
  id: string;
  name: string;
  /** Words that ask for it, as citizens write. */
  ask: string[];
  rule:
    | { every: 'month'; day: number; monthsAfter: number }
    | { every: 'quarter'; day: number | 'last'; monthsAfter: number }
    // `yearsAfter` 1: due in the year after the one it is for.
    | { every: 'year'; day: number | 'last'; month: number; yearsAfter?: number }
    | { every: 'once'; date: string };
  procedure?: string;
  note?: string;
  basis: string;
  checkedOn: string;
}

/** A locality's promise to be faster than the law asks. */
export interface ServicePromise {
  procedure: string;
  place: string;
  promise: string;
  condition?: string;
  source: string;
  from: string;
  to?: string;
}

export interface Contact {
  id: string;
  name: string;
  value: string;
  note?: string;
  /** Given to whoever asks for numbers; given beside a request for a person. */
  shownFor: ('hotline' | 'person')[];
  /** Asks for the commune: not given to whoever has named theirs. */
  asksFor?: 'place';
  source: string;
  checkedOn: string;
}
