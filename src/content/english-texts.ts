/** What an English message is told of an entry. */
export interface EnglishTexts {
  /** At most 80 characters. */
  nameEn?: string;
  /** The answer in short, for what foreigners ask most; at most 600 characters. */
  summaryEn?: string;
  /** The parts of the entry, as a follow-up asks for them ("how long", "which papers"). */
  partsEn?: EnglishParts;
}

/** Each at most 450 characters. */
export interface EnglishParts {
  who?: string;
  when?: string;
  papers?: string;
  where?: string;
  howLong?: string;
  cost?: string;
}
