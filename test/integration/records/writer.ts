import { systemClock } from '../../../src/shared/clock.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { createStores } from '../../../src/records/stores.js';
import { event } from './samples.js';

/**
 * A process to be killed: stores events without end into the directory it is given, and prints each key on a line of its
 * own once its store has resolved.
 */
const [directory = ''] = process.argv.slice(2);
const stores = await createStores({ dataDir: directory, logger: silentLogger, clock: systemClock });
process.stdout.write('ready\n');

async function store(lane: number): Promise<void> {
  for (let i = 0; ; i += 1) {
    const key = `${process.pid}-${lane}-${i}`;
    await stores.inbox.store([event(key, { conversationId: `citizen-${lane}`, sequence: i })]);
    process.stdout.write(`${key}\n`);
  }
}

await Promise.all([1, 2, 3, 4, 5].map(store));
