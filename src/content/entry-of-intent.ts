import type { Intent } from './types.js';

/** The entry that an intent leads to; `undefined` for one that leads to an action, or for none. */
export function entryOf(intent: Pick<Intent, 'target'> | undefined): string | undefined {
  return intent !== undefined && 'procedure' in intent.target ? intent.target.procedure : undefined;
}
