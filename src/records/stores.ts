import type { Logger } from '../shared/logger.js';
import type { Clock } from '../shared/clock.js';
import type { Bookings, Requests } from '../conversation/ports.js';
import type { TalkLines } from '../conversation/talk-line.js';
import type { Conversations, Inbox, Records, SentMessages, WebHistory, WebReplies } from '../turns/ports.js';
import { SCHEMAS, type Collections } from './collections.js';
import type { Engine } from './engine/engine.js';
import { realDisk, type Disk } from './engine/log/disk.js';
import type { CleaningTimes } from './engine/log/log-cleaner.js';
import { openEmbedded } from './engine/open-embedded.js';
import { openMongo } from './engine/open-mongo.js';
import { migrated } from './migrations.js';
import { createBookingList } from './stores/booking-list.js';
import { createBookings, type CalendarSupplier } from './stores/bookings.js';
import type { ContentVersions } from '../content/versions.js';
import { createContentDrafts } from './stores/content-drafts.js';
import { createContentVersions } from './stores/content-versions.js';
import { createConversations } from './stores/conversations.js';
import { createInbox } from './stores/inbox.js';
import { memoryLeases, storedLeases } from './stores/leases.js';
import { createRecords } from './stores/records.js';
import type {
  BookingList,
  ContentDrafts,
  DataCopies,
  RequestQueue,
  AnswerSample,
  ReviewQueue,
  Reviews,
  InboxWaits,
  StaffTalk,
  Transcripts,
} from '../staff-work/ports.js';
import { createInboxWaits } from './stores/inbox-waits.js';
import { createRequests, type DaysOff } from './stores/requests.js';
import { createRetention, MAX_RETENTION_DAYS, type Retention } from './stores/retention.js';
import type { AlertStore } from '../alerts/types.js';
import { createAlertStore } from './stores/alerts.js';
import type { ServiceSwitches } from '../conversation/service-switch.js';
import { createSentMessages } from './stores/sent-messages.js';
import { createServiceSwitches } from './stores/service-switches.js';
import { createStaffStores, type StaffStores } from './stores/staff/staff-stores.js';
import { createAnswerSample } from './stores/answer-sample.js';
import { createReviewQueue } from './stores/review-queue.js';
import { createReviews } from './stores/reviews.js';
import { createDataCopies, createTranscripts } from './stores/transcripts.js';
import { createTalkLines } from './stores/talk-lines.js';
import { createWebHistory } from './stores/web-history.js';
import { createWebReplies } from './stores/web-replies.js';

export interface StoreOptions {
  /** Set: MongoDB. Not set: the embedded engine in `dataDir`. */
  mongodbUri?: string;
  dataDir: string;
  logger: Logger;
  clock: Clock;
  /** How long conversations are kept in detail, days: 1 to 30; 30 unless told. */
  retentionDays?: number;
  /** The file system under `dataDir`; tests put one that is full in its place. */
  disk?: Disk;
  /** When what is outdated leaves the files under `dataDir`. */
  cleaning?: CleaningTimes;
}

export interface Stores {
  engine: Engine['name'];
  inbox: Inbox;
  conversations: Conversations;
  records: Records;
  requests: Requests & RequestQueue;
  /** Seats of the Saturdays that the content announces. */
  bookings(calendar: CalendarSupplier): Bookings & BookingList;
  webReplies: WebReplies;
  /** What was said in the conversations of requests. */
  talkLines: TalkLines & StaffTalk;
  webHistory: WebHistory;
  inboxWaits: InboxWaits;
  /** The switch for the whole bot. */
  service: ServiceSwitches;
  /** Which answer a message of ours belongs to. */
  sentMessages: SentMessages;
  /** What the office was told of. */
  alerts: AlertStore;
  contentVersions: ContentVersions;
  contentDrafts: ContentDrafts;
  /** Accounts, sessions, tokens and the audit trail of the staff pages. */
  staff: StaffStores;
  reviewQueue: ReviewQueue;
  answerSample: AnswerSample;
  reviews: Reviews;
  transcripts: Transcripts;
  dataCopies: DataCopies;
  retention: Retention;
  /** For what only reads: statistics, exports. */
  collections: Collections;
  /** Everything as it stands, for a backup (`Engine`). */
  snapshot: Engine['snapshot'];
  /** Terms in working days pass over these official days off from now on; over weekends alone until told. */
  passOver(daysOff: DaysOff): void;
  /** Writes something; rejects when nothing can be stored now. */
  ping(): Promise<void>;
  /** As `ping`, but a write that went through just now is enough: to be asked before something is done that must be noted down. */
  writable(): Promise<void>;
  /** Embedded engine: what is outdated or deleted is gone from the files when this resolves. Otherwise nothing. */
  clean(): Promise<void>;
  /** Of the disk under the data directory; `undefined` where a database has the data. */
  space?: () => { free: number; size: number };
  /** How many conversations the embedded engine holds; `null` where a database does. */
  heldConversations(): number | null;
  /** Why the last write was refused; `null` when it was not. */
  refusal(): string | null;
  close(): Promise<void>;
}

function officialDaysOff(): { daysOff: DaysOff; passOver: (days: DaysOff) => void } {
  let official: DaysOff = () => new Set();
  return { daysOff: () => official(), passOver: (days) => void (official = days) };
}

function bookingsOn(collections: Collections, calendar: CalendarSupplier): Bookings & BookingList {
  return { ...createBookings(collections, calendar), ...createBookingList(collections, calendar) };
}

/**
 * Opens the storage engine and all that is kept on it.
 * Rejects with `DATA_DIR_IN_USE` when another process has the data directory, `STORE_UNAVAILABLE` without MongoDB.
 */
export async function createStores(options: StoreOptions): Promise<Stores> {
  const { dataDir, logger, clock } = options;
  const { daysOff, passOver } = officialDaysOff();
  const days = Math.min(options.retentionDays ?? MAX_RETENTION_DAYS, MAX_RETENTION_DAYS);
  const engine = await openEngine(options);
  logger.info({ engine: engine.name }, 'storage is open');
  const collections = await migrated(engine.collections as unknown as Collections);
  const leases = engine.name === 'embedded' ? memoryLeases(collections) : storedLeases(collections);
  return {
    engine: engine.name,
    passOver,
    inbox: createInbox(collections, clock),
    conversations: createConversations(collections, leases, clock),
    records: createRecords(collections, daysOff),
    requests: createRequests(collections, daysOff),
    bookings: (calendar) => bookingsOn(collections, calendar),
    webReplies: createWebReplies(collections),
    talkLines: createTalkLines(collections),
    webHistory: createWebHistory(collections),
    ...besides(collections),
    contentVersions: createContentVersions(collections),
    contentDrafts: createContentDrafts(collections),
    staff: createStaffStores(collections),
    ...reviewStores(collections),
    transcripts: createTranscripts(collections),
    dataCopies: createDataCopies(collections),
    retention: createRetention(collections, days),
    collections,
    snapshot: () => engine.snapshot(),
    ping: () => engine.ping(),
    writable: () => engine.writable(),
    clean: () => engine.clean(),
    heldConversations: () => engine.sizes()['conversations'] ?? null,
    refusal: () => engine.refusal() ?? null,
    ...(engine.name === 'embedded' ? { space: () => (options.disk ?? realDisk).space(dataDir) } : {}),
    close: () => engine.close(),
  };
}

/** What stands beside the conversations. */
function besides(
  collections: Collections,
): Pick<Stores, 'service' | 'alerts' | 'sentMessages' | 'inboxWaits'> {
  return {
    inboxWaits: createInboxWaits(collections),
    service: createServiceSwitches(collections),
    alerts: createAlertStore(collections),
    sentMessages: createSentMessages(collections),
  };
}

function reviewStores(collections: Collections) {
  return {
    reviewQueue: createReviewQueue(collections),
    answerSample: createAnswerSample(collections),
    reviews: createReviews(collections),
  };
}

function openEngine(options: StoreOptions) {
  const { mongodbUri, dataDir, logger } = options;
  return mongodbUri === undefined
    ? openEmbedded({ directory: dataDir, logger, ...embeddedOptions(options) }, SCHEMAS)
    : openMongo(mongodbUri, SCHEMAS, logger);
}

function embeddedOptions({ disk, cleaning }: StoreOptions): { disk?: Disk; cleaning?: CleaningTimes } {
  return { ...(disk === undefined ? {} : { disk }), ...(cleaning === undefined ? {} : { cleaning }) };
}
