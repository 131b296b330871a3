import { meetingReport } from './meeting-report.js';
import type { MeetingReport } from './meeting-types.js';
import type { ReportPeriod } from './periods.js';
import type { ComparedWith } from './report.js';
import type { Statistics } from './statistics.js';

export interface MeetingQuestion {
  period: ReportPeriod;
  authority: string;
  compared?: ComparedWith;
  /** What a question would have cost an officer, by the office's own judgement. */
  minutesPerQuestion?: number;
}

/** The report for the monthly meeting: the same on the page, as a PDF and by mail. */
export async function readMeetingReport(
  statistics: Statistics,
  { period, authority, compared = 'before', minutesPerQuestion }: MeetingQuestion,
): Promise<MeetingReport> {
  const [report, { all }] = await Promise.all([
    statistics.report(period, {}, compared),
    statistics.personAnswers(period),
  ]);
  return meetingReport(report, all, {
    authority,
    nameOf: (procedure) => statistics.nameOf(procedure),
    intentName: (intent) => statistics.intentName(intent),
    ...(minutesPerQuestion === undefined ? {} : { minutesPerQuestion }),
  });
}
