import { processConfig } from '../config.js';
import type { ContentVersions } from '../content/versions.js';
import { withStores } from './with-stores.js';

/** Opens the storage for one piece of work with the stored versions. */
export function withVersions<T>(work: (versions: ContentVersions) => Promise<T>): Promise<T> {
  return withStores(processConfig(), ({ contentVersions }) => work(contentVersions));
}
