import type { MaskedText } from '../privacy/types.js';
import type { FactValue } from './state/told-facts.js';
import { MESSENGER_LIMITS } from '../shared/messenger-limits.js';

/**
 * What a button carries. A payload is only ever read from a button event (the channel says so), never from typed text:
 * a citizen who types one gets an ordinary answer. Form: `dh1|kind|value|value`, at most 1000 characters.
 */
export type Payload =
  | { kind: 'get_started' }
  | { kind: 'menu' }
  | { kind: 'group'; group: string; page: number }
  /** `entryPoint`: pressed as an ice breaker, not in a menu of ours. */
  | { kind: 'open'; procedure: string; entryPoint?: 'ice_breaker' }
  | { kind: 'intent'; intent: string }
  | {
      kind: 'part';
      procedure: string;
      part: 'overview' | 'papers' | 'steps' | 'all_steps' | 'basis' | 'questions';
    }
  | { kind: 'step'; procedure: string; step: number }
  | { kind: 'question'; procedure: string; index: number }
  | { kind: 'back_to'; procedure: string }
  | { kind: 'helped'; procedure: string; helped: boolean }
  | { kind: 'degree'; procedure: string; degree: 1 | 2 | 3 | 4 | 5 }
  | { kind: 'skip' }
  | { kind: 'consent'; choice: 'yes' | 'no' }
  | { kind: 'privacy' }
  | { kind: 'delete_data'; confirmed: boolean }
  | { kind: 'person' }
  /** Whether an officer may read and answer in this conversation. */
  | { kind: 'talk'; agreed: boolean }
  | { kind: 'start' }
  | { kind: 'restart' }
  | { kind: 'help' }
  | { kind: 'place'; place: string }
  | { kind: 'slot'; date: string; start: string; place: string }
  | { kind: 'cancel_booking'; code: string }
  /** Opens the list of times to move to. */
  | { kind: 'move_booking'; code: string }
  | { kind: 'move_booking_to'; code: string; date: string; start: string; place: string }
  /** One more beside the `has` there are; pressed once more, there are others and nothing is booked. */
  | { kind: 'another_seat'; has: number; date: string; start: string; place: string }
  | { kind: 'none_of_these' }
  /** Tells a decision one fact (a `FactValue` as JSON), or asks for it anew. */
  | { kind: 'fact'; decision: string; fact: string; value?: string }
  | { kind: 'why'; decision: string }
  /** Stands for typing these words: an amount, a number of children. */
  | { kind: 'say'; text: string };

/** The fact that a button tells; `undefined` for one that asks for it anew, or that content has outgrown. */
export function factValueIn(written: string | undefined): FactValue | undefined {
  if (written === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(written);
    return isFactValue(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFactValue(value: unknown): value is FactValue {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const fields = new Map(Object.entries(value));
  const has = (name: string, type: 'string' | 'number') => typeof fields.get(name) === type;
  switch (value.kind) {
    case 'money':
      return has('amount', 'number');
    case 'number':
    case 'days':
      return has('value', 'number');
    case 'choice':
      return has('value', 'string');
    case 'date':
      return has('from', 'string') && has('to', 'string');
    default:
      return false;
  }
}

const PREFIX = 'dh1';

export function encodePayload(payload: Payload): string {
  return `${PREFIX}|${JSON.stringify(payload)}`;
}

/** Whether a payload is of our making, be it of an older form that is not read any more. */
export function isOurs(written: string): boolean {
  return written.startsWith(`${PREFIX}|`);
}

/** `null` for anything that is not of our making; old forms are answered with the menu by the caller. */
export function decodePayload(written: string | undefined): Payload | null {
  if (written?.startsWith(`${PREFIX}|`) !== true || written.length > MESSENGER_LIMITS.payload) return null;
  try {
    const value: unknown = JSON.parse(written.slice(PREFIX.length + 1), inNewTerms);
    return isPayload(value) ? value : null;
  } catch {
    return null;
  }
}

/** A Page's questions to begin with keep the payload they were set up with; its `entryPoint` was once called `door`. */
function inNewTerms(_field: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('door' in value)) return value;
  const { door: entryPoint, ...rest } = value;
  return { ...rest, entryPoint };
}

/**
 * The payload as it may be stored: only the fields it has by its kind, without personal data; `undefined` when it is
 * not of our making. Whoever writes to the web chat or to another app's button can put anything into one.
 */
export function keptPayload(
  written: string | undefined,
  mask: (text: string) => MaskedText,
): string | undefined {
  const payload = decodePayload(written);
  if (payload === null) return undefined;
  if (payload.kind === 'say') return encodePayload({ kind: 'say', text: mask(payload.text).text });
  const own = [
    'kind',
    ...Object.keys(FIELDS[payload.kind]),
    ...(payload.kind === 'open' ? ['entryPoint'] : []),
  ];
  const kept = Object.fromEntries(Object.entries(payload).filter(([field]) => own.includes(field)));
  const isPersonal = Object.values(kept).some(
    (value) => typeof value !== 'boolean' && mask(String(value)).found.length > 0,
  );
  return isPersonal ? undefined : `${PREFIX}|${JSON.stringify(kept)}`;
}

const FIELDS: Record<Payload['kind'], Record<string, 'string' | 'number' | 'boolean'>> = {
  get_started: {},
  menu: {},
  group: { group: 'string', page: 'number' },
  open: { procedure: 'string' },
  intent: { intent: 'string' },
  part: { procedure: 'string', part: 'string' },
  step: { procedure: 'string', step: 'number' },
  question: { procedure: 'string', index: 'number' },
  back_to: { procedure: 'string' },
  helped: { procedure: 'string', helped: 'boolean' },
  degree: { procedure: 'string', degree: 'number' },
  skip: {},
  consent: { choice: 'string' },
  privacy: {},
  delete_data: { confirmed: 'boolean' },
  person: {},
  talk: { agreed: 'boolean' },
  start: {},
  restart: {},
  help: {},
  place: { place: 'string' },
  slot: { date: 'string', start: 'string', place: 'string' },
  cancel_booking: { code: 'string' },
  move_booking: { code: 'string' },
  move_booking_to: { code: 'string', date: 'string', start: 'string', place: 'string' },
  another_seat: { has: 'number', date: 'string', start: 'string', place: 'string' },
  none_of_these: {},
  fact: { decision: 'string', fact: 'string' },
  why: { decision: 'string' },
  say: { text: 'string' },
};

function isPayload(value: unknown): value is Payload {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const fields = Object.entries(FIELDS).find(([kind]) => kind === value.kind)?.[1];
  if (fields === undefined) return false;
  const entries = new Map(Object.entries(value));
  const choice = entries.get('choice');
  if (choice !== undefined && choice !== 'yes' && choice !== 'no') return false;
  const entryPoint = entries.get('entryPoint');
  if (entryPoint !== undefined && entryPoint !== 'ice_breaker') return false;
  return Object.entries(fields).every(([field, type]) => typeof entries.get(field) === type);
}
