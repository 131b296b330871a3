import type { TalkLine } from '../conversation/talk-line.js';
import type {
  CitizenEvent,
  Channel,
  ConversationState,
  Handover,
  Reply,
  TurnResult,
} from '../conversation/types.js';

/** Events wait here between acknowledgement and answer. */
export interface Inbox {
  /** Stores events; one whose key is known changes nothing. Resolves only when all are durable; returns how many were new. */
  store(events: CitizenEvent[]): Promise<number>;
  /** Conversations with events that wait, oldest event first. */
  waitingConversations(limit: number): Promise<string[]>;
  /** The waiting events of one conversation by `sentAt`, then `sequence`. */
  waitingEvents(conversationId: string, limit: number): Promise<CitizenEvent[]>;
  /** How many events wait, and when the oldest of them came in. */
  waiting(): Promise<{ count: number; oldest?: Date }>;
  /**
   * The event was answered: its text and payload are removed, whatever of them may be kept is in the record; the key
   * stays so that a redelivery is a no-op.
   */
  markHandled(key: string, at: Date): Promise<void>;
  /**
   * Our copy of a message's text is deleted, wherever it stands. `unsend`: the event that takes it back; if the message
   * comes only later, it is not stored any more.
   */
  forgetMessage(conversationId: string, messageId: string, unsend?: CitizenEvent): Promise<void>;
}

export interface OutgoingReply {
  id: string;
  reply: Reply;
  /** Send attempts so far, and when the next may be made. */
  attempts: number;
  notBefore?: Date;
  /** Instead of the reply: who has the conversation from now on. */
  handover?: Handover;
  /** A private reply to the comment that the address names: it goes out once at most. */
  comment?: true;
  /** A private reply or a handover that was about to be sent when this was written: whether it arrived is not known. */
  begun?: boolean;
}

/** One document per conversation: the state, what was handled, what waits to go out, what waits to be recorded. */
export interface Conversation {
  id: string;
  channel: Channel;
  pageId: string;
  /** Where replies go; absent once nothing is owed and the citizen's data was deleted. */
  address?: string;
  state: ConversationState;
  /** Keys of the newest handled events: one of them may not be marked in the inbox yet. */
  handled: string[];
  outbox: OutgoingReply[];
  unrecorded: ExchangeRecord[];
}

export interface Lease {
  conversationId: string;
  owner: string;
  until: Date;
}

export interface Conversations {
  /** Takes the conversation for `owner`, creating it if need be; `null` while another owner's lease runs. */
  lease(conversationId: string, owner: string, now: Date, milliseconds: number): Promise<Lease | null>;
  release(lease: Lease): Promise<void>;
  load(conversationId: string): Promise<Conversation | null>;
  /**
   * One atomic document write under the lease: new state, event key, replies to send, record to write.
   * Rejects with code `LEASE_LOST` when another owner has taken over.
   */
  commitTurn(lease: Lease, turn: CommittedTurn): Promise<void>;
  /**
   * Reply `id` is out (or given up): it leaves the outbox. In the same write: records that were written meanwhile, and
   * with the `last` reply where replies go.
   */
  delivered(
    lease: Lease,
    replyId: string,
    also?: { recorded?: readonly string[]; last?: boolean },
  ): Promise<void>;
  /** Reply `id` failed and is to be tried again; `begun`: it is about to be sent, and may go out. */
  postponed(lease: Lease, replyId: string, attempts: number, notBefore: Date, begun?: boolean): Promise<void>;
  recorded(lease: Lease, eventKey: string): Promise<void>;
  /** Conversations with replies whose time has come or records still owed, whose lease has run out: work left over by a crash. */
  owing(now: Date, limit: number): Promise<string[]>;
  /** How many conversations are owed replies, and since when the one is that was left alone longest. */
  owedReplies(): Promise<{ count: number; oldest?: Date }>;
  /**
   * Everything the citizen left: conversation, events, records' text, web replies, ratings' comments. Counts stay, and
   * the request for it, closed, without a name. `left`: the state that the conversation goes on with; it is gone without.
   */
  deleteAll(conversationId: string, left?: ConversationState): Promise<void>;
}

export interface CommittedTurn {
  event: CitizenEvent;
  state: ConversationState;
  replies: OutgoingReply[];
  record: ExchangeRecord;
  /** Messages answered together with the event: their keys and records are part of the same write. */
  earlier?: ExchangeRecord[];
}

/** One event and what became of it. Unique by `eventKey`, so that a replay changes nothing. */
export interface ExchangeRecord extends Omit<
  TurnResult,
  'state' | 'replies' | 'deleteData' | 'talk' | 'handover'
> {
  /** What is kept of it for the officer, apart from the exchange; gone from here once it is written. */
  talkLines?: TalkLine[];
  eventKey: string;
  conversationId: string;
  channel: Channel;
  pageId: string;
  /** The platform's id of the citizen's message, so that an unsend finds the text however late it comes. */
  messageId?: string;
  /** The masked text; absent without consent. */
  text?: string;
  /** The replies' texts, for the transcript; absent without consent. */
  replyTexts?: string[];
  /** A thumb under the message of ours that `messageId` names. */
  thumb?: 'up' | 'down';
  receivedAt: Date;
  answeredAt: Date;
}

/** Writes the exchange and counts it into the day's statistics, both idempotent by `eventKey`. */
export interface Records {
  write(record: ExchangeRecord): Promise<void>;
}

/** Whom a reply goes to. `lastEventAt`: when they last wrote; Messenger takes answers for a day after that. */
export interface DeliveryTarget {
  address: string;
  pageId: string;
  conversationId: string;
  lastEventAt?: Date;
}

/** Which answer the platform's messages of ours belong to, so that a thumb under one finds it. */
export interface SentMessages {
  note(sent: { messageId: string; replyId: string; conversationId: string; at: Date }): Promise<void>;
}

/** How one reply reaches a citizen. */
export interface Delivery {
  /** Shows that an answer is coming, where the channel has a sign for it; never rejects. */
  announce?(target: DeliveryTarget): Promise<void>;
  /**
   * `sent`; `retry` after a wait (milliseconds); `rejected`: this reply will never go out, the next may;
   * `closed`: nothing can be sent to this address until the citizen writes again; `paused`: the whole page is stopped.
   */
  send(target: DeliveryTarget, reply: OutgoingReply): Promise<DeliveryResult>;
}

export type DeliveryResult =
  | { status: 'sent' }
  | { status: 'retry'; afterMs: number; reason: string }
  | { status: 'rejected' | 'closed'; reason: string }
  | { status: 'paused'; untilMs: number; reason: string };

/** Runs one event through the dialogue engine and comes back with the result; rejects only on our own errors. */
export interface TurnRunner {
  run(event: CitizenEvent, state: ConversationState): Promise<TurnResult>;
}

/** Replies to web sessions: kept until the page has read them, swept after a day. */
export interface WebReplies {
  /** The same reply id is kept once. */
  add(conversationId: string, reply: OutgoingReply, at: Date): Promise<void>;
  /** In order; `sequence` grows by one per reply of a conversation. */
  after(conversationId: string, sequence: number): Promise<{ sequence: number; reply: Reply }[]>;
}

/** One message of a citizen whose text is kept by consent, and what was answered to it. */
export interface KeptTurn {
  /** The page's own id of the message, where it gave one. */
  messageId?: string;
  text: string;
  at: Date;
  answeredAt: Date;
  replies: Reply[];
}

/** What a web page that is opened again may show of the conversation so far. */
export interface WebHistory {
  /**
   * The newest `limit` turns answered before that time, oldest first; those without a kept text are left out. `older`:
   * where to go on, absent when there is nothing older. `newest`: number of the newest web reply, 0 without any.
   */
  of(
    conversationId: string,
    limit: number,
    before?: Date,
  ): Promise<{ turns: KeptTurn[]; older?: Date; newest: number }>;
}
