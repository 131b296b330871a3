import type { Content, Procedure } from '../content/types.js';
import type { IntentMatcher } from '../intent-matching/types.js';
import type { Payload } from './payloads.js';
import type { Bookings, Requests } from './ports.js';
import type { Reading } from './reading/reading.js';
import type { Channel, CitizenEvent, ConversationState, InboxStep, Reply, TurnResult } from './types.js';

/** What a channel is like, as far as what is said there depends on it. */
interface ChannelCapabilities {
  /** Messages pass through somebody else, who keeps copies. */
  thirdParty: boolean;
  /** Colleagues have an inbox of their own there. */
  inbox: boolean;
}

export interface ConversationSettings {
  /** Whose bot it is, as citizens know it: "Thuế thành phố Đà Nẵng". */
  authority: string;
  /** `ask`: text is kept only after a yes. `notice`: kept unless the citizen says no (the office relies on its duty). */
  consentMode: 'ask' | 'notice';
  /** How long conversations are kept, in days: said in the notice. */
  retentionDays: number;
  channels: Readonly<Record<Channel, ChannelCapabilities>>;
  /** Where people answer citizens of a channel with an inbox; in the staff pages unless told. */
  answersIn?: 'staff_pages' | 'page_inbox';
  /** How long the bot keeps out after a person's last word, milliseconds: of the Page's inbox, and of whoever else writes from the Page. */
  silence?: { inboxMs: number; echoMs: number };
  /** Address of this service as citizens reach it; absent on a trial machine. */
  publicUrl?: string;
}

/** One event on its way to an answer. `state` is this turn's own copy: steps change it in place. */
export interface Turn {
  event: CitizenEvent;
  state: ConversationState;
  content: Content;
  matcher: IntentMatcher;
  acts: IntentMatcher;
  now: Date;
  /** Today in Vietnam, YYYY-MM-DD. */
  today: string;
  /** What the message says, read once; of nothing but text it is empty. */
  reading: Reading;
  /** Only of button events. */
  payload: Payload | null;
  /** The citizen's first event, or the first after a day of silence. */
  returning: boolean;
  settings: ConversationSettings;
  requests: Requests;
  bookings: Bookings;
  /** A person had the conversation until now: what is said of it before the answer. */
  back?: string;
  /** What became of the wait for a person in the Page's inbox, in this turn. */
  inboxSteps: InboxStep[];
}

/** What a step says when it is the one that answers. */
export type Answered = Omit<TurnResult, 'state' | 'contentVersion' | 'entryPoint'> & {
  /** The answer to the very point in English, where staff wrote it. */
  english?: string;
};

export function procedureOf(turn: Turn, id: string | undefined): Procedure | undefined {
  return id === undefined ? undefined : turn.content.procedures.get(id);
}

export function answered(
  outcome: Answered['outcome'],
  replies: Reply[],
  more: Omit<Answered, 'outcome' | 'replies'> = {},
): Answered {
  return { outcome, replies, ...more };
}
