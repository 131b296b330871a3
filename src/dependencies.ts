import { join } from 'node:path';
import { createStaffAccounts, type StaffAccounts } from './accounts/staff-accounts.js';
import type { Config } from './config.js';
import type { OfficeConfig } from './config-types.js';
import { authorityOf } from './content/authority.js';
import { worded } from './content/worded.js';
import { startingContent } from './content/live-content.js';
import { publicNumbers } from './content/public-numbers.js';
import type { Content } from './content/types.js';
import { LiveKnowledge } from './conversation/live-knowledge.js';
import type { Bookings } from './conversation/ports.js';
import { createWebNotifier, type WebNotifier } from './http/web-chat/notifier.js';
import { keptSecret } from './privacy/citizen-secret.js';
import { createHeadroom, type Headroom } from './records/limits/headroom.js';
import { maskText } from './privacy/mask-text.js';
import type { MaskedText } from './privacy/types.js';
import { createStores, type StoreOptions, type Stores } from './records/stores.js';
import { trainUnderstanding } from './train-understanding.js';
import type { Clock } from './shared/clock.js';
import { createMetrics, type Metrics } from './shared/metrics.js';
import type { Logger } from './shared/logger.js';

/** What every part is built from, once. */
export interface Dependencies {
  config: OfficeConfig;
  logger: Logger;
  clock: Clock;
  metrics: Metrics;
  stores: Stores;
  knowledge: LiveKnowledge;
  citizenSecret: string;
  /** Masks what citizens write; the numbers that the content publishes stay. */
  mask: (text: string) => MaskedText;
  notifier: WebNotifier;
  accounts: StaffAccounts;
  headroom: Headroom;
}

/** Opens the storage, loads the content and trains on it. Rejects with a clear reason when one of them fails. */
export async function createDependencies(
  config: Config,
  { logger, clock, disk }: Pick<Dependencies, 'logger' | 'clock'> & Pick<StoreOptions, 'disk'>,
): Promise<Dependencies> {
  const citizenSecret = config.citizenKey ?? (await keptSecret(config.dataDir));
  const stores = await createStores({
    ...(config.mongodbUri === undefined ? {} : { mongodbUri: config.mongodbUri }),
    dataDir: config.dataDir,
    logger,
    clock,
    retentionDays: config.retentionDays,
    ...(disk === undefined ? {} : { disk }),
  });
  const content = await startingContent(config.contentDir, stores.contentVersions, { logger, clock });
  const knowledge = await LiveKnowledge.start(content, trainerIn(join(config.dataDir, 'models')), clock);
  stores.passOver(
    () =>
      new Set(knowledge.current().content.holidays.years.flatMap(({ days }) => days.map(({ date }) => date))),
  );
  return {
    config: officeConfig(config, () => knowledge.current().content),
    logger,
    clock,
    metrics: createMetrics(),
    stores,
    knowledge,
    citizenSecret,
    headroom: createHeadroom({
      limits: config.limits,
      logger,
      ...(stores.space === undefined ? {} : { space: stores.space }),
    }),
    mask: (text) => maskText(text, publicNumbers(knowledge.current().content)),
    notifier: createWebNotifier(),
    accounts: createStaffAccounts(stores.staff, clock, {
      limits: config.staffSession,
      secret: citizenSecret,
    }),
  };
}

/** The names that citizens know the office and its officers by, from the content where no setting says them. */
function officeConfig(config: Config, content: () => Content): OfficeConfig {
  return {
    ...config,
    get authority() {
      return authorityOf(content(), config.authority);
    },
    officers: {
      ...config.officers,
      get name() {
        return config.officers.name ?? worded(content().sentences, 'label_officer');
      },
    },
  };
}

function trainerIn(cacheDir: string) {
  return (content: Content, signal?: AbortSignal) => trainUnderstanding(content, cacheDir, signal);
}

/** Appointments, with the Saturdays that the content in use has. */
export function bookingsOf(stores: Stores, knowledge: LiveKnowledge): Bookings {
  return stores.bookings(() => knowledge.current().content.calendar.saturdays);
}
