import { AppError } from '../shared/errors.js';
import type { Logger } from '../shared/logger.js';
import type { CitizenEvent, ConversationState, Reply, TurnResult } from '../conversation/types.js';
import type { TurnRunner } from './ports.js';
import { failedTurn } from './turn-record.js';

export interface RunDependencies {
  runner: TurnRunner;
  logger: Logger;
  /** What is said when a turn failed by a fault of ours. */
  apology: () => Reply;
  /** How often the storage was away while an event was being answered, by the event's key. */
  storageFailures: Map<string, number>;
}

/** A query that fails each time while the rest of the storage works must not hold up a citizen for ever. */
const MAX_STORAGE_FAILURES = 5;

/**
 * What a turn comes to: an apology where it fails by a fault of ours. Rejects with `STORE_UNAVAILABLE` while the storage
 * is away, at most five times for one event: it still waits in the inbox, and asking again is then ours, not the citizen's.
 */
export async function runTurn(
  parts: RunDependencies,
  event: CitizenEvent,
  state: ConversationState,
): Promise<TurnResult> {
  const { storageFailures } = parts;
  try {
    const result = await parts.runner.run(event, state);
    storageFailures.delete(event.key);
    return result;
  } catch (error) {
    const before = storageFailures.get(event.key) ?? 0;
    if (isStorageAway(error) && before + 1 < MAX_STORAGE_FAILURES) {
      storageFailures.set(event.key, before + 1);
      throw error;
    }
    storageFailures.delete(event.key);
    return apologised(parts, event, state, error);
  }
}

/** The turn that failed: logged without a word of anyone's, and said to the citizen. */
export function apologised(
  { logger, apology }: Pick<RunDependencies, 'logger' | 'apology'>,
  event: CitizenEvent,
  state: ConversationState,
  error: unknown,
): TurnResult {
  logger.error({ err: error, kind: event.kind }, 'a turn failed');
  return failedTurn(event, state, apology());
}

function isStorageAway(error: unknown): boolean {
  return error instanceof AppError && error.code === 'STORE_UNAVAILABLE';
}
