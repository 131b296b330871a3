import { occurrences } from './alerts/find.js';
import { mailAlerts } from './alerts/mail.js';
import type { AlertChannel, SendAlerts } from './alerts/types.js';
import { startAlerts } from './alerts/watch.js';
import { webhookAlerts } from './alerts/webhook.js';
import type { OfficeConfig } from './config-types.js';
import { nextOpening } from './content/opening-times.js';
import type { LiveContent } from './content/live-content.js';
import { hasErrors, writtenProblem } from './content/problem.js';
import type { PageConnection } from './messenger/connect-page.js';
import type { Dependencies } from './dependencies.js';

/** The ways out that are set up. */
export function alertChannels(
  config: Pick<OfficeConfig, 'alerts' | 'authority' | 'publicUrl'>,
): Partial<Record<AlertChannel, SendAlerts>> {
  const { alerts, publicUrl } = config;
  const teller = { authority: () => config.authority, ...(publicUrl === undefined ? {} : { publicUrl }) };
  return {
    ...(alerts.mail === undefined ? {} : { mail: mailAlerts(alerts.mail, teller) }),
    ...(alerts.webhook === undefined ? {} : { webhook: webhookAlerts(alerts.webhook, teller) }),
  };
}

/** Tells the office what needs somebody, as the settings say. */
export function alerting(
  { config, stores, knowledge, clock, logger }: Dependencies,
  live: Pick<LiveContent, 'problems'>,
  page: Pick<PageConnection, 'sending'> | undefined,
): { stop(): Promise<void> } {
  const { kinds, atOnce, hours } = config.alerts;
  return startAlerts({
    find: occurrences({
      requests: stores.requests,
      talks: stores.talkLines,
      inboxWaits: stores.inboxWaits,
      faults: () =>
        live
          .problems()
          .filter((problem) => hasErrors([problem]))
          .map(writtenProblem),
      sending: () => page?.sending() ?? { state: 'not_connected' },
      now: () => clock.now(),
    }),
    store: stores.alerts,
    channels: alertChannels(config),
    ...{ kinds, atOnce, clock, logger },
    opens(now) {
      const { calendar, holidays } = knowledge.current().content;
      return nextOpening(calendar, holidays, now, hours) ?? null;
    },
  });
}
