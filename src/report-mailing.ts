import { dueReport, type ReportMonth } from './alerts/monthly-report.js';
import { mailReports, type AttachedFile } from './alerts/report-mail.js';
import { startAlerts, type AlertDependencies } from './alerts/watch.js';
import type { OfficeConfig } from './config-types.js';
import { loadTypefaces } from './posters/typeface.js';
import { reportToPdf } from './posters/write-report.js';
import type { Stores } from './records/stores.js';
import type { Clock } from './shared/clock.js';
import type { Logger } from './shared/logger.js';
import { countWaiting } from './statistics/counting/counter.js';
import { readMeetingReport } from './statistics/read-meeting-report.js';
import type { Statistics } from './statistics/statistics.js';

export interface ReportMailingDependencies {
  config: Pick<OfficeConfig, 'authority' | 'publicUrl' | 'reportMail'>;
  stores: Pick<Stores, 'alerts' | 'collections'>;
  clock: Clock;
  logger: Logger;
}

/** Mails the report of each month that is over, as the settings say. */
export function reportMailing(
  parts: ReportMailingDependencies,
  statistics: Statistics,
): { stop(): Promise<void> } {
  return startAlerts(reportAlerts(parts, statistics));
}

/** Watched and recorded as alerts are: told once by however many processes, tried again when the mail server refuses. */
export function reportAlerts(
  { config, stores, clock, logger }: ReportMailingDependencies,
  statistics: Statistics,
): AlertDependencies {
  const { publicUrl, reportMail } = config;
  const teller = { authority: () => config.authority, ...(publicUrl === undefined ? {} : { publicUrl }) };
  const counted = async ({ from, to }: ReportMonth): Promise<boolean> => {
    // After a pause over the end of the month its last records may not be counted yet.
    await countWaiting(stores.collections, clock);
    return (await stores.collections.days.findOne({ _id: { $gte: from, $lte: to } })) !== null;
  };
  const fileOf = async (month: ReportMonth): Promise<AttachedFile> => {
    const report = await readMeetingReport(statistics, {
      period: { from: month.from, to: month.to },
      authority: config.authority,
    });
    return {
      filename: `bao-cao-${month.from}-${month.to}.pdf`,
      content: await reportToPdf(loadTypefaces(), report),
      contentType: 'application/pdf',
    };
  };
  return {
    find: dueReport({ day: reportMail?.day ?? 1, counted, now: () => clock.now() }),
    store: stores.alerts,
    channels: reportMail === undefined ? {} : { report: mailReports(reportMail.mail, teller, fileOf) },
    kinds: ['monthly_report'],
    atOnce: ['monthly_report'],
    opens: () => null,
    ...{ clock, logger },
  };
}
