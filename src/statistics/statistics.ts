import { entryOf } from '../content/entry-of-intent.js';
import { addDays, vietnameseDay } from '../shared/days.js';
import { posterPlaces } from '../content/poster-places.js';
import type { Content } from '../content/types.js';
import type { Collections } from '../records/collections.js';
import type { Clock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import { conversationRows, type ConversationRow } from './conversation-rows.js';
import { readJudgedShare, type JudgedShare } from './judged-share.js';
import type { ReportPeriod } from './periods.js';
import { readPersonAnswers, type PersonReport } from './person-answers.js';
import { createDayCache } from './day-cache.js';
import { withKnownPlaces } from './known-places.js';
import { createProcedureCache } from './procedure-sums.js';
import { isDemo, readReport, type ComparedWith, type StatisticsReport } from './report.js';

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
  report(period: ReportPeriod, scope: Scope, compared?: ComparedWith): Promise<StatisticsReport>;
  /** One for each conversation whose records are still there (at most 30 days). */
  conversations(period: ReportPeriod): AsyncIterable<ConversationRow>;
  /** How requests for a person fared. */
  personAnswers(period: ReportPeriod): Promise<PersonReport>;
  /** How many of the answers that people judged were right. */
  judged(period: ReportPeriod): Promise<JudgedShare>;
  isDemo(): Promise<boolean>;
  groups(): { id: string; name: string; procedures: { id: string; name: string }[] }[];
  /** A procedure's name; its id when content no longer has it. */
  nameOf(procedure: string): string;
  /** What an intent's wordings lead to, for people. */
  intentName(intent: string): string;
  /** The day (YYYY-MM-DD) on which a procedure's content was last compared with the law. */
  checkedOn(procedure: string): string | undefined;
  now(): Date;
}

export type StatisticsStore = Pick<
  Collections,
  'days' | 'exchanges' | 'requests' | 'inboxWaits' | 'markers' | 'reviews'
>;

/** A year and the one before, as the longest period on the page asks. */
const TWO_YEARS = 730;

export function createStatistics(store: StatisticsStore, content: () => Content, clock: Clock): Statistics {
  const readDays = createDayCache(store);
  const readProcedures = createProcedureCache(store);
  const procedureOf = (intent: string) => entryOf(content().intents.get(intent));
  return {
    async prepare() {
      const today = vietnameseDay(clock.now());
      await readDays({ from: addDays(today, -TWO_YEARS), to: today });
      await readProcedures({ from: addDays(today, -TWO_YEARS / 2), to: today });
    },
    async report(period, scope, compared = 'before') {
      const procedures = proceduresOf(scope, content());
      const question = procedures === undefined ? { period, compared } : { period, compared, procedures };
      const readers = { readDays, readProcedures, procedureOf };
      const report = await readReport(store, question, clock.now(), readers);
      const offices = new Map(content().offices.offices.map(({ id, name }) => [id, name]));
      return withKnownPlaces(report, posterPlaces(content()), offices);
    },
    conversations: (period) => conversationRows(store, period),
    personAnswers: (period) => readPersonAnswers(store, period, clock.now()),
    judged: (period) => readJudgedShare(store, period),
    isDemo: () => isDemo(store),
    groups: () => groupsOf(content()),
    nameOf: (procedure) => content().procedures.get(procedure)?.name ?? procedure,
    intentName(intent) {
      const procedure = procedureOf(intent);
      const named = procedure === undefined ? undefined : content().procedures.get(procedure)?.name;
      return named ?? content().intents.get(intent)?.button ?? intent;
    },
    checkedOn: (procedure) => content().procedures.get(procedure)?.checkedOn,
    now: () => clock.now(),
  };
}

function groupsOf({ groups, procedures }: Content): ReturnType<Statistics['groups']> {
  return groups.map((group) => ({
    id: group.id,
    name: group.name,
    procedures: group.procedures.map((id) => ({ id, name: procedures.get(id)?.name ?? id })),
  }));
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
