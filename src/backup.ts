import { givenSettings } from './config.js';
import { readContentFiles } from './content/content-files.js';
import type { Dependencies } from './dependencies.js';
import type { Manifest } from './records/backup/backup-files.js';
import { writeBackup } from './records/backup/write-backup.js';

/** By the running server, which has the embedded storage for itself. */
export function backupOf({
  config,
  clock,
  stores,
}: Pick<Dependencies, 'config' | 'clock' | 'stores'>): (folder: string) => Promise<Manifest> {
  return async (folder) => {
    const content = await readContentFiles(config.contentDir);
    const { engine: name, snapshot } = stores;
    const { dataDir } = config;
    return writeBackup(
      { name, snapshot, dataDir, content, settings: givenSettings(), at: clock.now() },
      folder,
    );
  };
}
