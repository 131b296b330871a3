import type { Answered } from '../turn.js';

export type CandidateKind =
  | 'safety'
  | 'command'
  | 'refusal'
  | 'awaited'
  | 'decision'
  | 'question'
  | 'facet'
  | 'guide'
  | 'navigation'
  | 'act'
  | 'action'
  | 'place'
  | 'form'
  | 'facts'
  | 'offer'
  | 'ask_back'
  | 'decline';

/** One way to answer a message. Nothing is changed before it has won: `answer` does that. */
export interface Candidate {
  kind: CandidateKind;
  /** What it is about, for whoever looks at why it won: an entry, an act, a decision. */
  about: string;
  /** How likely this is what the citizen wants, 0 to 1, on one scale for all kinds. */
  score: number;
  /** The intent that this answer counts for, where the matcher found it. */
  intent?: string;
  /** The entry it answers from. */
  entry?: string;
  /** It would say what was said just now: nothing new was told. */
  saidJustNow?: boolean;
  answer: () => Answered | Promise<Answered>;
}
