import type { EnglishTexts } from './english-texts.js';

/** `procedure`: something is filed. `information`: nothing to file. `referral`: another agency's. */
type EntryKind = 'procedure' | 'information' | 'referral';

type ConfidenceLevel = 'high' | 'medium' | 'low';

export interface Procedure extends EnglishTexts {
  id: string;
  kind: EntryKind;
  group: string;
  /** What citizens call it; at most 80 characters. */
  name: string;
  /** At most 20 characters: buttons and quick replies. */
  button: string;
  officialName?: string;
  /** Code of the administrative procedure, only where it is sure. */
  code?: string;
  /** The answer in one message: what it is and the first thing to know. At most 600 characters. */
  summary: string;
  who?: string;
  when?: string;
  papers: Paper[];
  /** Said of papers where none are handed in; not to be set beside `papers`. */
  noPapers?: string;
  where?: string;
  links: Link[];
  /** Each short enough for one message (at most 500 characters). Shared lists are already put in place. */
  steps: Step[];
  timeLimit?: string;
  fee?: string;
  result?: string;
  legalBasis: LegalBasis[];
  /** Common questions and mistakes, answered. */
  questions: QuestionAnswer[];
  /** What is to be confirmed with the tax office, as full sentences for citizens. */
  unsure: string[];
  /** Who knows what this entry does not: an id of `contacts`, or a plain name. */
  askWhom: string;
  related: string[];
  checkedOn: string; // YYYY-MM-DD
  reviewBy: string; // YYYY-MM-DD
  confidence: ConfidenceLevel;
}

export interface Paper {
  name: string;
  /** Official form number, e.g. `05-ĐKT`. */
  form?: string;
  /** Only in this case, e.g. "Nếu nộp qua nơi trả lương". */
  case?: string;
  note?: string;
  /** Only where each of these facts, once told, is one of the options: `{ npt_la_ai: [con] }`. */
  only?: ReadonlyMap<string, readonly string[]>;
  /** An entry whose papers for the case told follow it. */
  papersOf?: string;
}

export interface Step {
  text: string;
  link?: Link;
}

interface Link {
  title: string; // at most 20 characters: a button
  url: string;
}

interface LegalBasis {
  document: string;
  articles?: string;
  /** YYYY-MM-DD; left out where no source says it, rather than guessed. */
  inForce?: string;
  url?: string;
}

export interface QuestionAnswer {
  /** The question in proper Vietnamese, as it is listed; left out where the first wording with diacritics serves. */
  title?: string;
  /** Wordings, as citizens ask; what the question is found by. */
  ask: string[];
  /**
   * Wordings of somebody who has the entry before them and need not name it ("con bác đóng thay được ko"); the question is
   * found by them as well, but they teach nobody which matter is meant.
   */
  askWithin?: string[];
  answer: string;
  /** The same in English, for what foreigners ask most. */
  answerEn?: string;
}

type Asked = Pick<QuestionAnswer, 'ask' | 'askWithin'>;

/** The lists of a common question's wordings, as they stand in the content. */
export function wordingLists({ ask, askWithin }: Asked): (readonly string[])[] {
  return askWithin === undefined ? [ask] : [ask, askWithin];
}

/** Everything by which a common question is found within its entry: its own title is how it is asked in proper Vietnamese. */
export function wordingsOf(question: Asked & Pick<QuestionAnswer, 'title'>): string[] {
  const { title } = question;
  return [...wordingLists(question).flat(), ...(title === undefined ? [] : [title])];
}
