/** A report on paper: two sheets of A4. */
export interface MeetingReport {
  title: string;
  subtitle: string;
  /** Section by section: sentences, perhaps a table of texts. */
  sheets: ReportSection[][];
  signatures: readonly string[];
}

export interface ReportSection {
  heading: string;
  paragraphs: string[];
  table?: { columns: string[]; rows: string[][] };
  /** How it was counted, in small print. */
  footnote?: string;
}

export interface MeetingReportOptions {
  authority: string;
  nameOf: (procedure: string) => string;
  intentName: (intent: string) => string;
  /** What a question would have cost an officer, by the office's own judgement; without it no time saved is told. */
  minutesPerQuestion?: number;
}
