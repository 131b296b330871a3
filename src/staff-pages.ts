import { createOpenId } from './accounts/openid.js';
import type { Config, OpenIdConfig } from './config.js';
import type { OfficeConfig } from './config-types.js';
import { STAFF_BASE } from './http/staff/navigation.js';
import { OPENID_RETURN } from './http/staff/sign-in/openid-routes.js';
import type { LiveContent } from './content/live-content.js';
import type { LiveKnowledge } from './conversation/live-knowledge.js';
import { conversationSettings, type TalkConfig } from './conversation-settings.js';
import type { Bookings, Knowledge } from './conversation/ports.js';
import type { WorkRouteDependencies } from './http/staff/work/routes.js';
import { crossValidateInWorker } from './intent-matching/train-in-worker.js';
import type { Stores } from './records/stores.js';
import { openDataOf, type OpenDataSource } from './statistics/open-data.js';
import { createStatistics, type Statistics } from './statistics/statistics.js';
import { AUDIT_DAYS } from './records/stores/retention.js';
import { staffArea } from './http/staff/area.js';
import type { StaffAccounts } from './accounts/staff-accounts.js';
import type { Metrics } from './shared/metrics.js';
import type { Clock } from './shared/clock.js';
import type { Logger } from './shared/logger.js';
import { createContentService } from './staff-work/content/content-service.js';
import type { MaskedText } from './privacy/types.js';
import { createTalkService } from './staff-work/requests/talk-service.js';
import { createDraftService } from './staff-work/content/draft-service.js';
import { createLibrary } from './staff-work/content/library.js';
import type { BookingList } from './staff-work/ports.js';
import { createTrial } from './staff-work/trial/trial.js';
import { createReviewService } from './staff-work/review/review-service.js';
import { createJudgingService } from './staff-work/review/judging.js';
import { createMeasuring, type Measuring } from './staff-work/review/measuring.js';
import { createDraftEffects } from './staff-work/content/draft-effects.js';
import { createEvaluationJobs } from './staff-work/review/evaluation-jobs.js';
import { exampleFiles } from './staff-work/review/filing.js';

export interface StaffPagesDependencies {
  config: OfficeConfig;
  stores: Stores;
  accounts: StaffAccounts;
  knowledge: LiveKnowledge;
  live: LiveContent;
  clock: Clock;
  metrics: Metrics;
  logger: Logger;
  mask: (text: string) => MaskedText;
  /** Something waits in these conversations. */
  stored: (conversationIds: readonly string[]) => void;
}

export type StaffPages = ReturnType<typeof staffPages>;

/** Everything under `/quan-tri`, joined; `stop` ends what is still being measured. */
export function staffPages(parts: StaffPagesDependencies): {
  handle: ReturnType<typeof staffArea>;
  /** Nothing is published until the office names the licence. */
  openData: OpenDataSource | undefined;
  statistics: Statistics;
  stop: () => void;
} {
  const { config, stores, knowledge, clock } = parts;
  const statistics = createStatistics(stores.collections, () => knowledge.current().content, clock);
  statistics.prepare().catch(() => {
    parts.logger.warn('the counts could not be read ahead; the first page of statistics will take longer');
  });
  const closing = new AbortController();
  const { work, jobs } = staffServices({ ...parts, closing: closing.signal });
  jobs.takeUp().catch((error: unknown) => {
    parts.logger.warn({ err: error }, 'what was being measured before could not be taken up again');
  });
  const handle = staffArea({
    ...parts,
    statistics,
    work,
    demo: () => statistics.isDemo(),
    service: stores.service,
    auditDays: AUDIT_DAYS,
    authority: () => config.authority,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    ...(config.openId === undefined ? {} : { openId: openIdOf(config.openId) }),
  });
  return {
    handle,
    statistics,
    openData: openDataFor(parts, statistics),
    stop: () => {
      closing.abort();
      jobs.stop();
    },
  };
}

function openDataFor(
  { config, clock }: StaffPagesDependencies,
  statistics: Statistics,
): OpenDataSource | undefined {
  const { openDataLicence: licence } = config;
  const publisher = () => config.authority;
  return licence === undefined ? undefined : openDataOf(statistics, { publisher, licence }, clock);
}

function openIdOf({ publicUrl, name, ...settings }: OpenIdConfig) {
  const redirectUri = publicUrl + STAFF_BASE + OPENID_RETURN;
  return { name, provider: createOpenId({ ...settings, redirectUri }) };
}

export interface StaffServiceDependencies {
  config: Pick<Config, 'contentDir' | 'contentApproval'> & TalkConfig;
  stores: Stores;
  knowledge: Knowledge;
  live: Pick<LiveContent, 'problems' | 'edit'>;
  clock: Clock;
  logger: Logger;
  mask: (text: string) => MaskedText;
  stored: (conversationIds: readonly string[]) => void;
  /** Ends what pages listen to. */
  closing: AbortSignal;
}

/** What the pages on which staff work need, and the measuring that goes on behind them. */
export function staffServices(parts: StaffServiceDependencies) {
  const { config, stores, knowledge, live, clock, logger } = parts;
  const { reviews, reviewQueue: queue, answerSample: sample } = stores;
  const files = exampleFiles(config.contentDir, clock);
  const edit: LiveContent['edit'] = (by, work) => live.edit(by, work);
  const measuring = createMeasuring(crossValidateInWorker);
  const jobs = createEvaluationJobs({ files, reviews, measuring, clock, logger });
  const bookings = stores.bookings(() => knowledge.current().content.calendar.saturdays);
  const work: WorkRouteDependencies = {
    knowledge,
    queue,
    reviews,
    jobs,
    trial: trialOf(parts, bookings),
    judging: createJudgingService({ sample, reviews, files, edit, clock }),
    reviewService: createReviewService({ queue, sample, reviews, files, jobs, knowledge, edit, clock }),
    content: createContentService({
      root: config.contentDir,
      versions: stores.contentVersions,
      problems: () => live.problems(),
      content: () => knowledge.current().content,
      edit,
      bookings,
      clock,
    }),
    pages: contentPagesParts(parts, edit, bookings, measuring),
    transcripts: stores.transcripts,
    dataCopies: stores.dataCopies,
    requests: stores.requests,
    talks: talkService(parts),
    closing: parts.closing,
    service: stores.service,
    mask: parts.mask,
    sentences: () => knowledge.current().content.sentences.get('officer_ready') ?? [],
    bookings,
    deleteAll: (conversationId) => stores.conversations.deleteAll(conversationId),
    authority: () => config.authority,
  };
  return { work, jobs };
}

function contentPagesParts(
  { config, stores, knowledge, clock, logger }: StaffServiceDependencies,
  edit: LiveContent['edit'],
  bookings: BookingList,
  measuring: Measuring,
): WorkRouteDependencies['pages'] {
  const { contentDir: root, contentApproval: approval } = config;
  return {
    drafts: createDraftService({ root, drafts: stores.contentDrafts, edit, bookings, clock, approval }),
    effects: createDraftEffects({ root, measuring, knowledge, clock, logger }),
    library: createLibrary(root),
    versions: stores.contentVersions,
    knowledge,
    clock,
  };
}

function trialOf(
  { config, knowledge, clock }: StaffServiceDependencies,
  bookings: Pick<Bookings, 'openSlots'>,
) {
  const settings = conversationSettings(config);
  return createTrial({ knowledge, openSlots: (from) => bookings.openSlots(from), settings, clock });
}

function talkService({ config, stores, clock, mask, stored }: StaffServiceDependencies) {
  const { officers } = config;
  const { silenceHours, humanAgent } = officers;
  return createTalkService({
    ...{ requests: stores.requests, talk: stores.talkLines, mask, clock, stored },
    store: (events) => stores.inbox.store(events),
    async standing(conversationId) {
      const state = (await stores.conversations.load(conversationId))?.state;
      return state ?? null;
    },
    settings: { officerName: () => officers.name, silenceMs: silenceHours * 3_600_000, humanAgent },
  });
}
