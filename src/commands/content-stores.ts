import { processConfig } from '../config.js';
import type { ContentVersions } from '../content/versions.js';
import { createStores } from '../records/stores.js';
import { systemClock } from '../shared/clock.js';
import { createLogger } from '../shared/logger.js';

/** Opens the storage for one piece of work with the stored versions, and closes it whatever happens. */
export async function withVersions<T>(work: (versions: ContentVersions) => Promise<T>): Promise<T> {
  const { mongodbUri, dataDir } = processConfig();
  const stores = await createStores({
    ...(mongodbUri === undefined ? {} : { mongodbUri }),
    dataDir,
    logger: createLogger('warn'),
    clock: systemClock,
  });
  try {
    return await work(stores.contentVersions);
  } finally {
    await stores.close();
  }
}
