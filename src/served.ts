import { STAFF_BASE } from './http/staff/navigation.js';
import { calendarFileHandler } from './http/calendar-file.js';
import { createHttpApp } from './http/http-app.js';
import { health } from './health.js';
import { monitoring } from './monitoring.js';
import { openDataMount } from './http/open-data.js';
import { privacyPage } from './http/privacy-page.js';
import { vietnameseDay } from './shared/days.js';
import { welcome } from './conversation/actions/menu.js';
import { wholeGuideOf } from './conversation/guide/whole.js';
import type { Inbox } from './turns/ports.js';
import type { Worker } from './turns/worker.js';
import type { LiveContent } from './content/live-content.js';
import { conversationSettings } from './conversation-settings.js';
import type { PageConnection } from './messenger/connect-page.js';
import { bookingsOf, type Dependencies } from './dependencies.js';
import type { StaffPages } from './staff-pages.js';

interface Reached extends Dependencies {
  intake: Pick<Inbox, 'store'>;
  page: PageConnection | undefined;
  worker: Worker;
  stored: (conversations: readonly string[]) => void;
  live: LiveContent;
}

/** What the chat page shows that is no reply: its first words, whole guides, what was said before. */
function chatParts({ config, clock, knowledge, stores }: Dependencies) {
  const { frameSites, page } = config;
  const now = () => ({ content: knowledge.current().content, today: vietnameseDay(clock.now()) });
  const trial = page === undefined && frameSites.length === 0;
  return {
    page: () => ({ authority: config.authority, trial, welcome: welcome(now(), config.authority) }),
    frameSites,
    guide: (id: string) => wholeGuideOf(id, now()),
    history: stores.webHistory,
  };
}

/** All that is served over HTTP. */
export function httpApp(parts: Reached, staff: StaffPages) {
  const { config, clock, metrics, logger, stores, citizenSecret, notifier } = parts;
  const { knowledge, intake, page, worker, live } = parts;
  const howItStands = () => health(parts, page, live, worker);
  const { webPerDay: everyone, webPerAddressPerDay: perAddress } = config.limits;
  return createHttpApp({
    inbox: { ...stores.inbox, ...intake },
    webReplies: stores.webReplies,
    dailyCaps: { everyone, perAddress },
    notifier,
    clock,
    metrics,
    logger,
    citizenSecret,
    mask: parts.mask,
    trustProxy: config.trustProxy,
    hstsSubdomains: config.hstsSubdomains,
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    ...chatParts(parts),
    eventStored: (conversationId) => parts.stored([conversationId]),
    ...(page === undefined ? {} : { webhook: page.webhook.router }),
    metricsToken: async (token) => (await parts.accounts.gate.byToken(token))?.role === 'metrics',
    mounts: {
      [STAFF_BASE]: staff.handle,
      ...openDataMount(staff.openData),
      '/quyen-rieng-tu': privacyPage(conversationSettings(config), () => knowledge.current().content),
      '/lich': calendarFileHandler({
        bookings: bookingsOf(stores, knowledge),
        ...{ authority: () => config.authority, speaker: () => knowledge.current() },
      }),
    },
    speaker: () => knowledge.current(),
    health: howItStands,
    beforeMetrics: monitoring({ health: howItStands, requests: stores.requests, metrics, clock }),
  });
}
