import { textOf, type Fields } from './webhook/values.js';

/** Goes out with each message and comes back with its echo. */
export const OWN_METADATA = 'dong-hanh';
/** Echoes come within seconds. */
const IDS_KEPT = 2000;

/** Tells the echoes of this bot's messages from those of people and other apps. */
export interface OwnMessages {
  /** The Send API took a message and gave it this id. */
  sent: (messageId: string) => void;
  /** By what it carries, by its id, or by the app that earlier echoes of ours named. */
  isOwn: (echo: Fields) => boolean;
  /** Whether the app is ours: as Facebook named it, or as echoes of ours did. */
  isOwnApp: (app: string) => boolean;
  /** Facebook's name for our app. */
  named: (app: string) => void;
}

export function ownMessages(): OwnMessages {
  const ids = new Set<string>();
  let ownApp: string | undefined;
  let namedApp: string | undefined;
  return {
    isOwnApp: (app) => app === ownApp || app === namedApp,
    named(app) {
      namedApp = app;
    },
    sent(messageId) {
      ids.add(messageId);
      const [oldest] = ids;
      if (ids.size > IDS_KEPT && oldest !== undefined) ids.delete(oldest);
    },
    isOwn(echo) {
      const app = textOf(echo['app_id']);
      const known = textOf(echo['metadata']) === OWN_METADATA || ids.has(textOf(echo['mid']) ?? '');
      if (known && app !== undefined) ownApp = app;
      return known || (app !== undefined && app === ownApp);
    },
  };
}
