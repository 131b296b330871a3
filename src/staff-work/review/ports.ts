import type { RankedIntent } from '../../intent-matching/types.js';
import type { ReviewCause } from './causes.js';

/** One message that waits for somebody to look at it. */
export interface ReviewItem {
  id: string;
  conversationId: string;
  at: Date;
  cause: ReviewCause;
  /** Masked; absent for a rating or a button: what was pressed, or typed to rate, is no question. */
  text?: string;
  /** What was rated, or what was answered. */
  procedure?: string;
  /** The procedure that its writer chose when the bot asked which was meant. */
  chosen?: string;
  /** What the bot thought when it answered. */
  confidence?: number;
  alternatives?: RankedIntent[];
}

/** Messages that wait for a decision; only those whose text may be kept. */
export interface ReviewQueue {
  newest(limit: number): Promise<ReviewItem[]>;
  count(): Promise<number>;
  /** Takes one out; `false` when somebody else has done so, or its writer took the message back. */
  claim(id: string): Promise<boolean>;
  settle(ids: readonly string[]): Promise<void>;
  /** Those that are still kept wait again. */
  putBack(ids: readonly string[]): Promise<void>;
}

/** An answer that is to be judged: one of a random sample, with what was answered. */
export interface SampledAnswer {
  id: string;
  conversationId: string;
  at: Date;
  text: string;
  replyTexts: string[];
  intent?: string;
  procedure?: string;
}

/** Answers to typed questions whose words are kept, in an order that depends on nothing about them. */
export interface AnswerSample {
  next(): Promise<SampledAnswer | null>;
  get(id: string): Promise<SampledAnswer | null>;
  count(): Promise<number>;
  /** Takes one out; `false` when somebody else has. */
  claim(id: string): Promise<boolean>;
  /** Those that are still kept can be judged again. */
  putBack(ids: readonly string[]): Promise<void>;
}

export const DECISIONS = ['filed', 'out_of_scope', 'dismissed', 'judged_right', 'judged_wrong'] as const;
export type ReviewDecision = (typeof DECISIONS)[number];

/** What somebody decided about a group of alike messages. */
export interface Review {
  id: string;
  decision: ReviewDecision;
  by: string;
  at: Date;
  /** The messages it was about: ids of the queue. */
  messages: string[];
  citizens: number;
  /** `wordingKey` of each wording, so that what was dismissed stays away when it is written again. */
  wordings: string[];
  /** The example as it stands in the file; absent when nothing was filed. */
  text?: string;
  /** Where it was filed; absent for out of scope. */
  intent?: string;
  /** When the answer that was judged was given. */
  answeredAt?: Date;
  /** Warnings of the content check that came with the example, in Vietnamese. */
  warnings?: string[];
  evaluation?: Evaluation;
  undoneBy?: string;
  undoneAt?: Date;
}

/** The figures without and with the example, by cross-validation; shares of 1. */
export interface Evaluation {
  measuredAt: Date;
  before: EvaluationFigures;
  after: EvaluationFigures;
  /** Other intents that are recognised noticeably less or more often, by more than chance explains. */
  moved: { intent: string; before: number; after: number }[];
}

export interface EvaluationFigures {
  examples: number;
  /** Best intent right. */
  accuracy: number;
  answeredRight: number;
  answeredWrong: number;
  askedBack: number;
  /** Of the intent it was filed under: the share of its examples that are recognised, … */
  recall: number | null;
  /** … and how many those are. */
  ofIntent?: number;
}

export interface Reviews {
  add(review: Review): Promise<void>;
  get(id: string): Promise<Review | null>;
  /** Newest first. */
  list(limit: number): Promise<Review[]>;
  /** Which of these wordings were dismissed and not brought back. */
  dismissed(wordings: readonly string[]): Promise<Set<string>>;
  /** `false` when it was undone already or does not exist. */
  undo(id: string, by: string, at: Date): Promise<boolean>;
  /** Takes an undoing back that could not be carried out. */
  redo(id: string): Promise<void>;
  /** Filed since then and not undone, without figures yet; oldest first, the newest `limit` of them. */
  unmeasured(since: Date, limit: number): Promise<Review[]>;
  setEvaluation(id: string, evaluation: Evaluation): Promise<void>;
}
