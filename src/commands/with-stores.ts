import type { Config } from '../config.js';
import { createStores, type Stores } from '../records/stores.js';
import { systemClock } from '../shared/clock.js';
import { createLogger } from '../shared/logger.js';

export type StorageSettings = Pick<Config, 'mongodbUri' | 'dataDir' | 'retentionDays'>;

/** Opens the storage for one command, and closes it whatever happens. Only warnings reach the log. */
export async function withStores<T>(
  { mongodbUri, dataDir, retentionDays }: StorageSettings,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const stores = await createStores({
    ...(mongodbUri === undefined ? {} : { mongodbUri }),
    dataDir,
    retentionDays,
    logger: createLogger('warn'),
    clock: systemClock,
  });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}
