/** A citizen's wording and the intent it asks for. `null`: nothing of ours (out of scope). */
export interface Example {
  text: string;
  intent: string | null;
}

/** A message that is only measured, never trained on. */
export interface LabelledMessage extends Example {
  /** How it is written ("dialect", "story"); messages without a kind are the everyday ones. */
  kind?: string;
  /** The second matter of a message that asks two things. */
  also?: string;
}

/** Staff-editable vocabulary: what a written form stands for. Keys as citizens type them, folded to lower case. */
export interface Vocabulary {
  /** `mst` → `mã số thuế`. Several meanings: decided by the words around (`near`), else the first. */
  abbreviations: readonly Abbreviation[];
  /** English phrases and what they say in Vietnamese; without any, English is not read. */
  english?: readonly GlossaryPhrase[];
}

export interface GlossaryPhrase {
  /** Lower case, at most five words, singular, American spelling. */
  written: string;
  means: string;
}

export interface Abbreviation {
  written: string;
  means: string;
  /** Only in front of, or behind, one of these words (folded). Empty or absent: always. */
  near?: readonly string[];
}

export interface RankedIntent {
  intent: string;
  /** Calibrated: of the answers given at 0.8, about 80 % are right. 0 to 1. */
  confidence: number;
}

export type Language = 'vi' | 'en';

export type MatchDecision = 'answer' | 'ask_back' | 'decline';

export interface Match {
  /** Of the message: an English one is read through the glossary of the vocabulary. Left out: Vietnamese. */
  language?: Language;
  decision: MatchDecision;
  /** The best intent; `null` when the decision is `decline` and nothing came near. */
  intent: string | null;
  confidence: number;
  /** Best first, the best included, at most 5. With `ask_back`: the ones to choose between are those of `options`. */
  alternatives: RankedIntent[];
  /** The second matter of a message that asks two things, sure by its own part; `intent` is the first then. Left out: one thing. */
  second?: RankedIntent;
  /** With `ask_back`: 2 to 4 intents to offer. Otherwise empty. */
  options: string[];
  /** How much the text is ours at all; higher is more. The score that the out-of-scope figures rank by. */
  inScope: number;
}

/** Which part of a message spoke for (positive) or against (negative) an intent. */
export interface PartEvidence {
  part: string;
  weight: number;
}

/** A word as it was written, and what it is taken for, folded. */
export interface ReadWord {
  written: string;
  read: string;
}

export interface IntentMatcher {
  /** Content hash of what it was trained on. */
  readonly version: string;
  match(text: string): Match;
  /** The parts of the text that weighed most for the intent, heaviest first. */
  explain(text: string, intent: string): PartEvidence[];
  /** The words of the text as they are read: abbreviations written out, slips mended. */
  read(text: string): ReadWord[];
}
