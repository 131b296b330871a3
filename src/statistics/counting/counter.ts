import { setTimeout as pause } from 'node:timers/promises';
import type { Collections } from '../../records/collections.js';
import type { Day } from '../../records/documents/day.js';
import { addDays } from '../../shared/days.js';
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import { startOf } from '../periods.js';
import { conversationDays } from './conversation-day.js';
import { countsOf, dayDifference, type DayCounts } from './day-counts.js';
import { newInPeriods } from './visits.js';

export type CountingStore = Pick<Collections, 'exchanges' | 'days' | 'visits'>;

/** Records counted with one write; bounds what a batch reads and the journal of its day. */
const BATCH = 200;
/** Another process counted the same day meanwhile: how often it is looked again before giving up until the next round. */
const ATTEMPTS = 20;
/** The pause after the first meeting is at most this long, after each further one twice as long. */
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 1000;

/**
 * Counts every record that is marked as uncounted into its day. May run in several processes at once and be stopped
 * anywhere: see docs/decisions/0060-statistics.md for why nothing is counted twice or lost.
 * Resolves to how many records were counted.
 */
export async function countWaiting(store: CountingStore, clock: Clock): Promise<number> {
  for (let counted = 0; ;) {
    const [waiting] = await store.exchanges.find(
      { uncounted: { $gt: '' } },
      { limit: 1, only: ['uncounted'] },
    );
    if (waiting?.uncounted === undefined) return counted;
    counted += await countBatch(store, waiting.uncounted, clock);
  }
}

/** One batch of one day. */
async function countBatch(store: CountingStore, day: string, clock: Clock): Promise<number> {
  const { exchanges } = store;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { revision } = await settledDay(store, day, clock);
    // Read after the journal is settled: none of these is in the counts yet.
    const waiting = await exchanges.find({ uncounted: day }, { limit: BATCH, only: ['conversationId'] });
    if (waiting.length === 0) return 0;
    const citizens = [...new Set(waiting.map(({ conversationId }) => conversationId))];
    const whole = await exchanges.find(
      { conversationId: { $in: citizens }, ...receivedOn(day) },
      WITHOUT_REPLIES,
    );
    const batch = whole.filter(({ uncounted }) => uncounted !== undefined);
    const before = whole.filter(({ uncounted }) => uncounted === undefined);
    const change = dayDifference(countsOf(whole), countsOf(before));
    const known = conversationDays(before);
    const newcomers = [...conversationDays(whole).keys()].filter((citizen) => !known.has(citizen));
    Object.assign(change.all, await newInPeriods(store, day, newcomers));
    const keys = batch.map(({ _id }) => _id);
    if (await writeChange(store, { day, revision, keys, change, at: clock.now() })) {
      await markCounted(store, keys);
      return keys.length;
    }
    // Counters in step would meet again and again, and the same one lose each time.
    await pause(Math.random() * Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt));
  }
  throw new AppError('DAY_BUSY', `${day}: other processes are counting this day; it is tried again`);
}

const WITHOUT_REPLIES = { omit: 'replyTexts' } as const;

export function receivedOn(day: string): { receivedAt: { $gte: Date; $lt: Date } } {
  return { receivedAt: { $gte: startOf(day), $lt: startOf(addDays(day, 1)) } };
}

/** The day's revision, after the records that its newest change counted have surely lost their mark. */
export async function settledDay(store: CountingStore, day: string, clock: Clock): Promise<Day> {
  const empty = {
    _id: day,
    all: {},
    procedures: {},
    events: 0,
    revision: 0,
    journal: [],
    countedAt: clock.now(),
  };
  for (;;) {
    const [found] = await store.days.find({ _id: day }, { only: ['revision', 'journal', 'events', 'all'] });
    if (found !== undefined) {
      await markCounted(store, found.journal);
      return found;
    }
    if (await store.days.insertOne(empty)) return empty;
  }
}

async function markCounted({ exchanges }: CountingStore, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await exchanges.updateMany({ _id: { $in: [...keys] } }, { $unset: { uncounted: true } });
}

interface Change {
  day: string;
  revision: number;
  keys: string[];
  change: DayCounts;
  at: Date;
}

/** Adds the counts and notes whose they are, in one write; `false` when the day has changed since it was read. */
async function writeChange(
  { days }: CountingStore,
  { day, revision, keys, change, at }: Change,
): Promise<boolean> {
  const added: Record<string, number> = { revision: 1, events: keys.length };
  for (const [key, by] of Object.entries(change.all)) added[`all.${key}`] = by;
  for (const [id, counts] of Object.entries(change.procedures)) {
    for (const [key, by] of Object.entries(counts)) added[`procedures.${id}.${key}`] = by;
  }
  const set = { journal: keys, countedAt: at };
  return (await days.updateOne({ _id: day, revision }, { $inc: added, $set: set })) === 1;
}
