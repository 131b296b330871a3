import type { TalkAddress } from '../conversation/ports.js';
import type { Channel, RequestKind, TurnResult } from '../conversation/types.js';
import type { TalkLine, TalkLines } from '../conversation/talk-line.js';
import type { Outcome } from '../conversation/outcome.js';

export { REVIEW_CAUSES, type ReviewCause } from './review/causes.js';
export * from './review/ports.js';

/** One turn of a conversation as it was recorded; texts only where they are kept. */
export interface TranscriptTurn {
  at: Date;
  channel: Channel;
  outcome: Outcome;
  entryPoint?: string;
  text?: string;
  replyTexts?: string[];
  procedure?: string;
  intent?: string;
  confidence?: number;
  rating?: TurnResult['rating'];
  request?: TurnResult['request'];
}

export interface Transcripts {
  /** Oldest first, the newest `limit` of them. */
  of(conversationId: string, limit: number): Promise<TranscriptTurn[]>;
}

/** Everything that is kept about one conversation, for the citizen who asks for a copy. */
export interface DataCopy {
  turns: TranscriptTurn[];
  consents: { choice: 'yes' | 'no'; noticeVersion?: string; at: Date }[];
  requests: StaffRequest[];
  bookings: { code: string; date: string; start: string; end: string; place: string; procedure?: string }[];
}

export interface DataCopies {
  of(conversationId: string): Promise<DataCopy>;
}

/** One file that a draft changes: its text when the draft was begun, and what it would become; `null`: no such file. */
export interface FileEdit {
  path: string;
  before: string | null;
  after: string | null;
}

export const DRAFT_STATES = ['draft', 'proposed', 'returned', 'live', 'dropped'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** A change of the content that is not live yet, or was. It blocks nobody: others may change the same files. */
export interface ContentDraft {
  id: string;
  title: string;
  edits: FileEdit[];
  by: string;
  at: Date;
  state: DraftState;
  /** What its writer says to who approves. */
  note?: string;
  decidedBy?: string;
  decidedAt?: Date;
  /** Why it was returned. */
  reason?: string;
}

export interface ContentDrafts {
  add(draft: ContentDraft): Promise<void>;
  get(id: string): Promise<ContentDraft | null>;
  /** Those in one of the states, newest first. */
  list(states: readonly DraftState[], limit: number): Promise<ContentDraft[]>;
  /** Of those that may still be changed; `false` when it is not in one of the states. */
  change(
    id: string,
    from: readonly DraftState[],
    changes: Partial<Omit<ContentDraft, 'id' | 'by'>>,
  ): Promise<boolean>;
}

export const CLOSINGS = ['done', 'refused', 'not_reached', 'not_needed'] as const;
/** How a request was closed. */
export type Closing = (typeof CLOSINGS)[number];

/** What waits for a person, as staff see it. */
export interface StaffRequest {
  code: string;
  conversationId: string;
  kind: RequestKind;
  context?: string;
  status: 'open' | 'taken' | 'closed';
  filedAt: Date;
  /** Until when its receipt is to be confirmed. */
  confirmBy: Date;
  /** Until when it is to be done; absent where the law sets no term. */
  dueBy?: Date;
  /** Taking it confirms its receipt: from then on the citizen who asks by code is told so. */
  takenBy?: string;
  takenAt?: Date;
  confirmedAt?: Date;
  /** Since when officers may read and answer in its conversation, with the citizen's consent; absent without, and once it is over. */
  talkSince?: Date;
  channel?: Channel;
  /** When the first officer's answer was written, and by whom. */
  firstAnswerAt?: Date;
  answeredBy?: string;
  extendedAt?: Date;
  extensionReason?: string;
  closing?: Closing;
  /** Absent where the bot did what was asked for, in the chat. */
  closedBy?: string;
  note?: string;
  closedAt?: Date;
}

interface RequestSearch {
  status: 'waiting' | 'closed';
  kind?: RequestKind;
  limit: number;
}

/** The staff's side of the requests. */
export interface RequestQueue {
  /** Waiting ones oldest first, closed ones by newest closing. */
  list(search: RequestSearch): Promise<StaffRequest[]>;
  get(code: string): Promise<StaffRequest | null>;
  /** `false` when someone has it already or there is no such code. */
  take(code: string, by: string, at: Date): Promise<boolean>;
  /** Back into the queue; `false` unless `by` has it. */
  giveBack(code: string, by: string): Promise<boolean>;
  /** Once, where the law allows it; `false` otherwise. */
  extend(code: string, reason: string, at: Date): Promise<boolean>;
  /** Where answers go; `null` without the citizen's consent or once it is over. */
  answerAddress(code: string): Promise<TalkAddress | null>;
  /** The first answer counts, later ones do not. */
  answered(code: string, by: string, at: Date): Promise<void>;
  /** `false` when it is closed already or there is no such code. */
  close(code: string, closing: { how: Closing; note: string; by: string }, at: Date): Promise<boolean>;
}

/** The staff's side of a request's conversation. */
export interface StaffTalk extends Pick<TalkLines, 'add'> {
  /** Oldest first, the newest `limit` of them. */
  lines(code: string, limit: number): Promise<TalkLine[]>;
  /** Officers' answers written since then that can't be delivered. */
  undelivered(since: Date): Promise<Pick<TalkLine, 'id' | 'code'>[]>;
}

export interface SlotList {
  date: string; // YYYY-MM-DD
  start: string; // HH:MM
  end: string;
  place: string;
  /** 0: booked once, but no longer announced. */
  capacity: number;
  seats: { code: string; procedure?: string; at: Date }[];
}

export interface BookingList {
  /** Every slot from that day on, announced or booked, by day, place and time. `YYYY-MM-DD`. */
  slots(from: string): Promise<SlotList[]>;
}

/** Who waits for a person in the Page's inbox. */
export interface InboxWaits {
  /** To whom nobody has written though the term that a request would have is over since `since` or later, oldest first. */
  overdue(now: Date, since: Date): Promise<{ id: string; confirmBy: Date }[]>;
}
