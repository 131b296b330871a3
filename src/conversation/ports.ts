import type { Content } from '../content/types.js';
import type { IntentMatcher } from '../intent-matching/types.js';
import type { CitizenEvent, RequestKind } from './types.js';

/** What was learned from one content: which matter a message asks about, and which dialogue act it performs. */
export interface Understanding {
  matcher: IntentMatcher;
  acts: IntentMatcher;
}

/** The content and what was learned from it, swapped together. */
export interface ContentSnapshot extends Understanding {
  content: Content;
}

/** A turn, or a request to a staff page, takes one snapshot and keeps it. */
export interface Knowledge {
  current(): ContentSnapshot;
}

/** Where an officer's answer goes. */
export type TalkAddress = Pick<CitizenEvent, 'conversationId' | 'channel' | 'pageId' | 'address'>;

/** How an officer ended a request. */
type RequestClosing = 'done' | 'refused' | 'not_reached' | 'not_needed';

/** How a request stands, as far as it concerns the citizen who filed it. */
export interface RequestStatus {
  code: string;
  kind: RequestKind;
  status: 'open' | 'taken' | 'closed';
  filedAt: Date;
  takenAt?: Date;
  /** Until when the law wants it done; absent where it sets no term. */
  dueBy?: Date;
  /** Only of closed ones. */
  closing?: RequestClosing;
  closedAt?: Date;
}

/** What waits for a person. */
export interface Requests {
  /** Files a request and returns its code; the same event files one request only. */
  file(request: {
    eventKey: string;
    conversationId: string;
    kind: RequestKind;
    context?: string;
    at: Date;
    /** The turn itself does what was asked for: it is kept as closed, to show that it was done and when. */
    done?: boolean;
  }): Promise<string>;
  /**
   * How it stands; `null` when there is no such code for this conversation. That data were deleted is told to whoever
   * has the code: nothing says any more whose they were.
   */
  status(conversationId: string, code: string): Promise<RequestStatus | null>;
  /** Whether it still waits for an officer, or one is at it. */
  isWaiting(conversationId: string, code: string): Promise<boolean>;
  /**
   * The citizen agreed that officers read and answer in their conversation. Where answers go is kept with the request until
   * it is over; nothing of what was said is.
   */
  openTalk(code: string, where: TalkAddress, at: Date): Promise<void>;
  /** The citizen wants to read no more of officers: nothing can be sent for this request from now on. */
  closeTalk(conversationId: string): Promise<void>;
  /** The citizen takes the request back; false when there is none that still waits or is being seen to. */
  withdraw(conversationId: string, code: string, at: Date): Promise<boolean>;
}

export interface SaturdaySlot {
  date: string; // YYYY-MM-DD
  start: string; // HH:MM
  end: string;
  place: string;
  capacity: number;
  free: number;
}

export interface Booking {
  code: string;
  slot: Omit<SaturdaySlot, 'free' | 'capacity'>;
  procedure?: string;
  /** The event it was made with: a turn that runs anew finds its own. */
  eventKey: string;
}

export interface Bookings {
  openSlots(from: Date): Promise<SaturdaySlot[]>;
  /** `null` when the slot is full or gone. Never books over capacity; the same event books once. */
  book(request: {
    eventKey: string;
    conversationId: string;
    date: string;
    start: string;
    place: string;
    procedure?: string;
    at: Date;
  }): Promise<Booking | null>;
  own(conversationId: string, from: Date): Promise<Booking[]>;
  /** For the calendar file: whoever knows the code may have its day and place. */
  byCode(code: string): Promise<Booking | null>;
  cancel(conversationId: string, code: string): Promise<boolean>;
}
