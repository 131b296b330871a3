import { addDays, vietnameseDay } from '../content/days.js';
import { posterPlaces } from '../content/poster-places.js';
import type { Content } from '../content/types.js';
import type { Collections } from '../records/collections.js';
import type { Clock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import { conversationRows, type ConversationRow } from './conversation-rows.js';
import type { Period } from './periods.js';
import { readPersonAnswers, type PersonReport } from './person-answers.js';
import { createDayCache } from './day-cache.js';
import { withKnownPlaces } from './known-places.js';
import { isDemo, readReport, type Report } from './report.js';

/** What the numbers are asked of: everything, one group of procedures, one procedure. */
export interface Scope {
  group?: string;
  procedure?: string;
}

/** What pages, exports and the API are given. */
export interface Statistics {
  /** Reads the counts of two years ahead of the first question. Rejects when the storage does not answer. */
  prepare(): Promise<void>;
  /** Rejects with `UNKNOWN_SCOPE` for a group or procedure that content does not have. */
  report(period: Period, scope: Scope): Promise<Report>;
  /** One for each conversation whose records are still there (at most 30 days). */
  conversations(period: Period): AsyncIterable<ConversationRow>;
  /** How requests for a person fared. */
  personAnswers(period: Period): Promise<PersonReport>;
  isDemo(): Promise<boolean>;
  groups(): { id: string; name: string; procedures: { id: string; name: string }[] }[];
  /** A procedure's name; its id when content no longer has it. */
  nameOf(procedure: string): string;
  now(): Date;
}

export type StatisticsStore = Pick<Collections, 'days' | 'exchanges' | 'requests' | 'markers'>;

/** A year and the one before, as the longest period on the page asks. */
const TWO_YEARS = 730;

export function createStatistics(store: StatisticsStore, content: () => Content, clock: Clock): Statistics {
  const readDays = createDayCache(store);
  return {
    async prepare() {
      const today = vietnameseDay(clock.now());
      await readDays({ from: addDays(today, -TWO_YEARS), to: today });
    },
    async report(period, scope) {
      const procedures = proceduresOf(scope, content());
      const question = procedures === undefined ? { period } : { period, procedures };
      const report = await readReport(store, question, clock.now(), readDays);
      return withKnownPlaces(report, posterPlaces(content()));
    },
    conversations: (period) => conversationRows(store, period),
    personAnswers: (period) => readPersonAnswers(store, period, clock.now()),
    isDemo: () => isDemo(store),
    groups: () =>
      content().groups.map(({ id, name, procedures }) => ({
        id,
        name,
        procedures: procedures.map((procedure) => ({
          id: procedure,
          name: content().procedures.get(procedure)?.name ?? procedure,
        })),
      })),
    nameOf: (procedure) => content().procedures.get(procedure)?.name ?? procedure,
    now: () => clock.now(),
  };
}

function proceduresOf({ group, procedure }: Scope, content: Content): string[] | undefined {
  if (procedure !== undefined) {
    if (!content.procedures.has(procedure)) throw unknown('thủ tục', procedure);
    return [procedure];
  }
  if (group === undefined) return undefined;
  const found = content.groups.find(({ id }) => id === group);
  if (found === undefined) throw unknown('nhóm thủ tục', group);
  return found.procedures;
}

function unknown(what: string, id: string): AppError {
  return new AppError('UNKNOWN_SCOPE', `Không có ${what} “${id.slice(0, 60)}”.`, {
    status: 400,
    remedy: 'Chọn trong danh sách ở trang thống kê; có thể mục này đã bị đổi tên hoặc bỏ.',
  });
}
