/** What somebody of the office is told of; a setting says which. */
export const ALERT_KINDS = [
  'new_request', // somebody waits for a person, or wishes something about their data
  'overdue', // a request has passed its term
  'undelivered', // an officer's answer could not be delivered
  'content_faults', // faults in the content files keep a newer state from being used
  'sending_stopped', // nothing goes out to Messenger, or not everything
] as const;
/** A record of the same sort keeps the monthly report from being sent twice. */
export const TOLD_KINDS = [...ALERT_KINDS, 'monthly_report'] as const;
export type AlertKind = (typeof TOLD_KINDS)[number];

/** `report`: the monthly report, by mail to readers of its own. */
export const ALERT_CHANNELS = ['mail', 'webhook', 'report'] as const;
export type AlertChannel = (typeof ALERT_CHANNELS)[number];

/** One thing to tell. Holds a request's code and times, never anything that a citizen wrote. */
export interface Occurrence {
  kind: AlertKind;
  /** Names the thing: told once by this name, over all processes. */
  about: string;
  /** For the office, in Vietnamese, one line. */
  line: string;
  /** Path of the page to look at, below the service's address. */
  path: string;
  /** A state that lasts: told again once it was away and has come back. */
  lasts?: true;
}

/** An alert on its way through one channel. */
export interface Alert extends Omit<Occurrence, 'lasts'> {
  id: string;
  at: Date;
  /** Attempts so far that failed. */
  attempts: number;
}

/** A record for each alert and channel: what is told, when, and that it was. */
export interface AlertStore {
  /** Takes note of it, to be sent from `dueAt` on; `false` when it is known already. */
  note(channel: AlertChannel, what: Occurrence, at: Date, dueAt: Date): Promise<boolean>;
  /** Those due, each given to one asker alone and to nobody again unless it is put back. */
  claim(channel: AlertChannel, now: Date, limit: number): Promise<Alert[]>;
  sent(ids: readonly string[], at: Date): Promise<void>;
  /** Not sent: to be tried from `dueAt` on; `null`: given up. */
  putBack(ids: readonly string[], dueAt: Date | null): Promise<void>;
}

/** One way out; rejects when it is certain or likely that nothing arrived. */
export type SendAlerts = (alerts: readonly Alert[], now: Date) => Promise<void>;
