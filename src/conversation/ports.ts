import type { Content } from '../content/types.js';
import type { IntentMatcher } from '../intent-matching/types.js';
import type { RequestKind } from './types.js';

/** What was learned from one content: which matter a message asks about, and which dialogue act it performs. */
export interface Understanding {
  matcher: IntentMatcher;
  acts: IntentMatcher;
}

/** The content and what was learned from it, swapped together. A turn takes one snapshot and keeps it. */
export interface Knowledge {
  current(): { content: Content } & Understanding;
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
   * How it stands, in a sentence for the citizen; `null` when there is no such code for this conversation. That data
   * were deleted is told to whoever has the code: nothing says any more whose they were.
   */
  status(conversationId: string, code: string): Promise<string | null>;
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
