import type { Collections } from '../records/collections.js';
import { addDays } from '../shared/days.js';
import { foldedWords } from '../shared/fold.js';
import { startOf, type ReportPeriod } from './periods.js';

export interface Phrase {
  /** As it was written last; numbers and names are masked. */
  text: string;
  times: number;
  citizens: number;
}

/** Only the newest are looked at, so that the cost has a bound. */
const NEWEST = 1000;
/** What a single person wrote might tell who it was. */
const MIN_CITIZENS = 2;

/**
 * What was asked most of all that was not understood, alike wordings together. Read from the records themselves: there
 * is only text that citizens let us keep, and it goes when they go.
 */
export async function topPhrases(
  { exchanges }: Pick<Collections, 'exchanges'>,
  { from, to }: ReportPeriod,
  limit = 10,
): Promise<Phrase[]> {
  const found = await exchanges.find(
    {
      outcome: 'declined_unknown',
      receivedAt: { $gte: startOf(from), $lt: startOf(addDays(to, 1)) },
      text: { $gt: '' },
    },
    { sort: { receivedAt: -1 }, limit: NEWEST, only: ['text', 'conversationId'] },
  );
  const groups = new Map<string, { text: string; times: number; who: Set<string> }>();
  for (const { text = '', conversationId } of found) {
    const key = foldedWords(text).join(' ');
    const group = groups.get(key) ?? { text, times: 0, who: new Set() };
    group.times += 1;
    group.who.add(conversationId);
    groups.set(key, group);
  }
  return [...groups.values()]
    .filter(({ who }) => who.size >= MIN_CITIZENS)
    .sort((a, b) => b.times - a.times || b.who.size - a.who.size || (a.text < b.text ? -1 : 1))
    .slice(0, limit)
    .map(({ text, times, who }) => ({ text, times, citizens: who.size }));
}
