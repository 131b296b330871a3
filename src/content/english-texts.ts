/** What an English message is told of an entry. */
export interface EnglishTexts {
  /** At most 80 characters. */
  nameEn?: string;
  /** The answer in short, for what foreigners ask most; at most 600 characters. */
  summaryEn?: string;
}
