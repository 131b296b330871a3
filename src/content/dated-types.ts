import type { Paper, Procedure, QuestionAnswer, Step } from './entry-types.js';

/** The days (YYYY-MM-DD, both included) on which something holds; left out: open on that side. */
export interface Validity {
  from?: string;
  until?: string;
}

export type Dated<T> = T & Validity;

/** One statement in the wordings that hold one after the other; most have one, without dates. */
export type DatedText = Dated<{ text: string }>[];

/** The parts of an entry that are one text. */
export const TEXT_PARTS = [
  'summary',
  'who',
  'when',
  'noPapers',
  'where',
  'timeLimit',
  'fee',
  'result',
] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** A common question whose answer may change with the day. */
type DatedQuestion = Omit<QuestionAnswer, 'answer'> & { answer: DatedText };

interface DatedParts {
  papers: Dated<Paper>[];
  steps: Dated<Step>[];
  questions: DatedQuestion[];
  unsure: DatedText;
  summary: DatedText;
}

/** An entry with all that it says at one time or another. */
export type DatedProcedure = Omit<Procedure, keyof DatedParts | TextPart> &
  DatedParts & { [P in Exclude<TextPart, 'summary'>]?: DatedText };

/** An entry that many ask about between two days, for the menu. */
export interface SeasonalEntry {
  entry: string;
  from: string;
  until: string;
}

/** An official form that may be named: `procedures/shared/forms.yml`. */
export interface OfficialForm extends Validity {
  number: string;
  name: string;
  law: string;
}
