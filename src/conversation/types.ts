import type { MaskedKind } from '../privacy/types.js';
import type { RankedIntent } from '../intent-matching/types.js';
import type { Body } from './lines.js';
import type { AttachmentKind, EventKind } from './event-kinds.js';
import type { Handover, InboxStep, OfficerAct, Thread } from './handover.js';
import type { Outcome } from './outcome.js';
import type { Who } from './decisions/owners.js';
import type { FactValue, ToldFact } from './state/told-facts.js';
import type { LastAnswer } from './state/last-answer.js';

export type { AttachmentKind, EventKind } from './event-kinds.js';
export type { Handover, InboxStep, OfficerAct, Thread } from './handover.js';

/** The channel a conversation comes through. `web`: the page at `/`, a trial of the same conversation. */
export type Channel = 'messenger' | 'web';

export interface CitizenEvent {
  /** The deduplication key, made from the original bytes (design, "One message, end to end", 1). */
  key: string;
  channel: Channel;
  /** Keyed hash of channel, page and citizen: the only name of a citizen outside the delivery address. */
  conversationId: string;
  pageId: string;
  /** Where replies go: the PSID, or the web session. Kept only while an answer is owed. */
  address: string;
  kind: EventKind;
  /** What the platform says; already brought to milliseconds. */
  sentAt: Date;
  receivedAt: Date;
  /** Arrival order among events of one conversation with equal `sentAt`. */
  sequence: number;
  text?: string;
  masked?: MaskedKind[];
  maybeMoney?: boolean;
  /** Only the beginning of what was typed: it was longer than what is read of one message. */
  truncated?: boolean;
  payload?: string;
  attachments?: AttachmentKind[];
  /** `ref` of an m.me link or QR code: letters, digits, `-`, `_`, `=`. */
  ref?: string;
  /**
   * For `notice`: what the conversation must know of it. `human_echo`: a person, as far as is known, wrote to the citizen from the Page;
   * `app_echo`: another app did; `thread_…`: who has the conversation now; `standby`: what was said while another has it; `pass_refused`: the inbox did not take it.
   */
  notice?:
    | 'human_echo'
    | 'app_echo'
    | 'thread_returned'
    | 'thread_inbox'
    | 'thread_elsewhere'
    | 'standby'
    | 'pass_refused';
  /** For `notice`: the citizen's thumb under the message of ours that `messageId` names. */
  thumb?: 'up' | 'down';
  /** For `officer`: what the officer did; the words of `say` are the event's text. */
  officer?: OfficerAct;
  /** For `comment`: the post it stands under. */
  post?: string;
  /** For `unsend`: the key of the message that is taken back, which may come after it. */
  original?: string;
  /** For `unsend` and `edit`: the message spoken of. For messages: its own id. */
  messageId?: string;
  /** The first message beyond what is taken from one citizen in a day (`DailyAllowance`). */
  overAllowance?: boolean;
}

/** What the citizen is shown. Rendered by each channel within its limits; texts are already short enough. */
export type Reply = Body &
  Marks &
  (
    | { kind: 'text'; quickReplies?: Choice[] }
    /** At most 3 buttons, text at most 640 characters. */
    | { kind: 'buttons'; buttons: Button[]; quickReplies?: Choice[] }
  );

/** What a channel that keeps a conversation on its own screen has to know of a reply. */
interface Marks {
  /** A person wrote it: the name under which the office's people answer. */
  by?: string;
  /** It is part of this procedure's guide, which can be had as a whole. */
  guide?: string;
  /** What was said before it is being deleted at the citizen's wish. */
  deletes?: true;
}

/** Title at most 20 characters, payload at most 1000. */
export interface Choice {
  title: string;
  payload: string;
}

export type Button = ({ type: 'reply' } & Choice) | { type: 'link'; title: string; url: string };

type ConsentChoice = 'unasked' | 'asked' | 'yes' | 'no';

interface Consent {
  choice: ConsentChoice;
  /** Version of the notice that was shown, and when the choice was made. */
  noticeVersion?: string;
  at?: Date;
}

/** Where a citizen stands in a step guide. */
export interface OpenGuide {
  procedure: string;
  /** Version of the content that the guide was opened with. */
  contentVersion: string;
  part: 'overview' | 'papers' | 'steps' | 'basis';
  /** 0-based; within `steps`. */
  step: number;
  openedAt: Date;
}

/** What the bot asked last and waits for; the next message that does not fit it is an ordinary question. */
export type Waiting =
  | { for: 'choice'; options: string[]; question: string }
  /** Places of common questions in the procedure, in the order offered. */
  | { for: 'question'; procedure: string; options: number[] }
  | { for: 'commune'; matter?: string }
  /** A fact that a decision needs to know. */
  | { for: 'fact'; decision: string; fact: string }
  /** Of which of several things told before a sum is. */
  | { for: 'sum'; options: SumOption[] }
  /** One of these times; `moves`: the booking that is to be moved there, `more`: one more beside what there is. */
  | { for: 'slot'; options: SlotTime[]; moves?: string; more?: true }
  /** Which booking is to be cancelled or moved. */
  | { for: 'booking'; wish: 'cancel' | 'move'; codes: string[]; to?: SlotTime }
  | { for: 'degree'; procedure?: string }
  | { for: 'comment'; procedure?: string }
  | { for: 'deletion' }
  /** Whether an officer may read and answer here. */
  | { for: 'talk' };

/** A time on a Saturday at one place. */
export interface SlotTime {
  date: string; // YYYY-MM-DD
  start: string; // HH:MM
  place: string;
}

/** A sum as the value of one decision's fact. */
export interface SumOption {
  decision: string;
  fact: string;
  value: FactValue;
}

export interface ConversationState {
  consent: Consent;
  /** The citizen has switched the bot off ("dừng"); anything but "bắt đầu" stays unanswered but for one line. */
  stopped: boolean;
  guide?: OpenGuide;
  /** Guides left for another, newest last, at most 3: "quay lại". */
  suspended: OpenGuide[];
  waiting?: Waiting;
  /** The entry in hand, for "thế còn…", "cái đó". */
  topic?: string;
  /** Entries spoken of, newest last, at most 5. */
  topics?: string[];
  /** The matter from which a single question was answered out of another entry, and in which turn. */
  aside?: { from: string; turn: number };
  /** Messages of the citizen so far: a turn's number. */
  turns?: number;
  /** What the citizen told, typed: never sentences. Goes after silence (`state/memory.ts`). */
  facts?: Record<string, ToldFact>;
  /** Somebody else whose case was told, what was told of it, and the decision it was counted with last. */
  person?: { who: Who; decision: string; facts: Record<string, ToldFact> };
  /** Where the matter is, once a place was named: a tax office's id and the place as the register writes it. */
  place?: { office: string; name: string };
  /** Decisions answered, newest last, at most 3. */
  decided?: string[];
  /** What the bot said last, to say it again or explain it. */
  last?: LastAnswer;
  /** Declined or not understood so many times running. */
  declined?: number;
  /** A fraud was spoken of: what follows is read with that in mind. */
  danger?: boolean;
  /** Which warning was given last (the act's id), and in which turn another office's matter was last spoken of. */
  warned?: string;
  elsewhere?: number;
  /** Filed for a person and not yet taken back. `fromTurn`: in which officers were let in; what was told before is not theirs. */
  request?: { code: string; at: Date; talk?: true; fromTurn?: number };
  /** Saturday times this citizen has, as far as this conversation knows; which they really are the store says. */
  booked?: { code: string; date: string; start: string }[];
  /** An officer answers in the request's conversation: until then the bot keeps out of it. */
  officerUntil?: Date;
  /** Entries whose English summary was given, newest last, at most 5. */
  english?: string[];
  /** Buttons and quick replies of the last answer: their titles may be typed. */
  shown?: Choice[];
  /** Openings of the newest answers (hashes), so that the same sentence does not come twice running. */
  openings?: number[];
  /** What is said in full once in a conversation, by its key, newest last. */
  saidOnce?: string[];
  lastEventAt?: Date;
  lastDisclosedAt?: Date;
  /** Told of the office's switch: which setting of it, and on which day (YYYY-MM-DD). */
  switchTold?: { since: Date; day: string };
  /** A colleague is answering in the Page's own inbox: until then the bot keeps out of it. */
  silentUntil?: Date;
  /** Another than the bot has the conversation, by Conversation Routing. */
  thread?: Thread;
  /** When the bot took it back from the inbox: what is said next may still come as said to the inbox. */
  tookBack?: Date;
  /** The wait for a person in the Page's inbox, until it was answered and the conversation is back. */
  inboxWait?: { id: string; since: Date; answered?: true };
  /** The citizen asked for everything to be deleted; done once the last replies are out. */
  deletionDue?: boolean;
  /** A rating was asked for this procedure and not yet given. */
  ratingAsked?: { procedure: string; at: Date; turn?: number };
}

/** What one turn came to: the state after it, what to say, and what is counted. */
export interface TurnResult {
  state: ConversationState;
  replies: Reply[];
  outcome: Outcome;
  intent?: string;
  procedure?: string;
  confidence?: number;
  alternatives?: RankedIntent[];
  rating?: { helped?: boolean; degree?: 1 | 2 | 3 | 4 | 5; comment?: string; procedure?: string };
  /** A code under which a person will take it up: asked for a person, data request, one-star rating. */
  request?: { code: string; kind: RequestKind };
  /** By which entry point this turn came in, where it is known: menu, ice breaker, QR by place, typed. */
  entryPoint?: string;
  /** A seat on a Saturday was taken or given back, in this turn. */
  booking?: 'made' | 'cancelled';
  /** Where the matter is, as far as it was told: the tax office's id, and the commune or ward by its slug. */
  toldPlace?: { office: string; ward?: string };
  /** The citizen chose about keeping texts, in this turn. */
  consentGiven?: 'yes' | 'no';
  /** The version of content and matcher the turn answered from. */
  contentVersion: string;
  /** The request in whose conversation this was said: the words are kept for the officer until it is over. */
  talk?: string;
  /** Everything this citizen left is to be deleted after the replies are out. */
  deleteData?: boolean;
  handover?: Handover;
  /** What became of the wait for a person in the Page's inbox, in order. */
  inboxSteps?: InboxStep[];
}

export type RequestKind =
  'person' | 'data_copy' | 'data_correction' | 'data_deletion' | 'consent_withdrawal' | 'low_rating';
