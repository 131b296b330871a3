import { addDays, vietnameseDay } from '../../shared/days.js';
import type { Collections } from '../../records/collections.js';
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import type { Counts } from '../counts.js';
import { daysOf, startOf } from '../periods.js';
import { conversationDays } from './conversation-day.js';
import { countWaiting, receivedOn, settledDay, type CountingStore } from './counter.js';
import { countsOf, dayDifference, type DayCounts } from './day-counts.js';
import { brokenUnits, forgetVisits, newInPeriods, otherUnits, visitCounts, withoutVisits } from './visits.js';

export interface RebuiltDay {
  day: string;
  /** `missing`: fewer records than were counted are there, so the counts were left alone. */
  result: 'same' | 'corrected' | 'missing';
  /** What the correction added, by count; empty when nothing changed. */
  change: Counts;
}

const ATTEMPTS = 20;

/**
 * Counts the days anew whose records are all still there, and leaves the others alone. May be run while the bot works.
 * `onDay` is told of each day, oldest first.
 */
export async function rebuildDays(
  store: CountingStore & Pick<Collections, 'markers'>,
  clock: Clock,
  onDay: (rebuilt: RebuiltDay) => void,
): Promise<void> {
  await countWaiting(store, clock);
  const wholeFrom = await firstWholeDay(store);
  await forgetVisits(store, wholeFrom);
  const [oldest] = await store.exchanges.find(
    { receivedAt: { $gte: startOf(wholeFrom) } },
    { sort: { receivedAt: 1 }, limit: 1, only: ['receivedAt'] },
  );
  if (oldest === undefined) return;
  const period = { from: vietnameseDay(oldest.receivedAt), to: vietnameseDay(clock.now()) };
  for (const day of daysOf(period)) onDay(await rebuildDay(store, day, wholeFrom, clock));
}

/** Records of earlier days were deleted because their time had run out. */
async function firstWholeDay({ markers }: Pick<Collections, 'markers'>): Promise<string> {
  const swept = await markers.findOne({ _id: 'exchanges-swept' });
  if (swept === null) return '1970-01-01';
  const day = vietnameseDay(swept.at);
  return startOf(day) >= swept.at ? day : addDays(day, 1);
}

async function rebuildDay(
  store: CountingStore,
  day: string,
  wholeFrom: string,
  clock: Clock,
): Promise<RebuiltDay> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { revision } = await settledDay(store, day, clock);
    const [counted] = await store.days.find({ _id: day, revision });
    if (counted === undefined) continue;
    const records = await store.exchanges.find(receivedOn(day), { omit: 'replyTexts' });
    if (records.length < counted.events) return { day, result: 'missing', change: {} };
    const { all, procedures } = countsOf(records);
    // What can't be counted anew is kept, unless this day was never counted.
    const kept = counted.events === 0 ? [] : brokenUnits(day, wholeFrom);
    const citizens = [...conversationDays(records).keys()];
    const visits = await newInPeriods(store, day, citizens, otherUnits(kept));
    Object.assign(all, visits, visitCounts(counted.all, kept));
    const journal = records.flatMap(({ _id, uncounted }) => (uncounted === undefined ? [] : [_id]));
    const whole = { all, procedures, events: records.length, journal, countedAt: clock.now() };
    const written = await store.days.updateOne(
      { _id: day, revision },
      { $set: whole, $inc: { revision: 1 } },
    );
    if (written === 0) continue;
    await settledDay(store, day, clock);
    return { day, ...correction({ all, procedures }, counted) };
  }
  throw new AppError('DAY_BUSY', `Ngày ${day} đang được đếm liên tục, chưa đếm lại được.`, {
    remedy: 'Chạy lại lệnh này sau ít phút.',
  });
}

function correction(after: DayCounts, before: DayCounts): Pick<RebuiltDay, 'result' | 'change'> {
  const { all, procedures } = dayDifference(after, before);
  const change = withoutVisits(all);
  const same = Object.keys(change).length === 0 && Object.keys(procedures).length === 0;
  return { result: same ? 'same' : 'corrected', change };
}
