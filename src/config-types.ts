import type { MailSettings } from './alerts/mail.js';
import type { AlertKind } from './alerts/types.js';
import type { WebhookSettings } from './alerts/webhook.js';

export interface PageConfig {
  id: string;
  token: string;
  /** The first signs our own calls; all are accepted on what comes in. */
  appSecrets: string[];
  verifyToken: string;
  graphUrl: string;
  graphVersion: string;
  tokenInQuery: boolean;
  /** Whether thumbs stand under the bot's messages. */
  thumbs: boolean;
}

export interface OpenIdConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that names a person. */
  claim: string;
  /** What the button on the sign-in page says after "Đăng nhập bằng". */
  name: string;
  /** How staff reach the service: where the provider sends them back to. */
  publicUrl: string;
}

export interface OfficersConfig {
  /** Where citizens of Messenger who want a person are answered. */
  answerIn: 'staff_pages' | 'page_inbox';
  /** The name under which citizens see them. */
  name: string | undefined;
  /** How long the bot keeps out after their last word. */
  silenceHours: number;
  /** Whether the Page has the human-agent permission: their words go out for 7 days instead of 24 hours. */
  humanAgent: boolean;
}

export interface LimitsConfig {
  /** Bytes that stay free on the disk of the data directory. */
  minFreeDisk: number;
  /** The share of the heap's limit that may be in use, 0 to 1. */
  mostHeap: number;
  /** Messages a day: of one citizen; to the web chat from everyone, and from one address. */
  citizenPerDay: number;
  webPerDay: number;
  webPerAddressPerDay: number;
}

export interface AlertsConfig {
  /** Which are told, and which of them at any hour. */
  kinds: readonly AlertKind[];
  atOnce: readonly AlertKind[];
  /** Hours of working days, HH:MM, while the calendar announces none. */
  hours: { from: string; to: string };
  mail?: MailSettings;
  webhook?: WebhookSettings;
}

/** Who gets the monthly report by mail, and on which day of a month (1 to 28). */
export interface ReportMailConfig {
  mail: MailSettings;
  day: number;
}

export interface Config {
  port: number;
  host: string;
  publicUrl: string | undefined;
  trustProxy: number;
  /** Sites that may show the web chat in a frame, each as `https://site`. */
  frameSites: string[];
  /** Whether the hosts below ours are told to browsers as reached by https only. */
  hstsSubdomains: boolean;
  logLevel: string;
  /** Whose bot it is; `undefined`: the content's file of offices says it. */
  authority: string | undefined;
  mongodbUri: string | undefined;
  dataDir: string;
  limits: LimitsConfig;
  /** The folder that holds `intents/` and `procedures/`. */
  contentDir: string;
  /** Whether a second officer approves what is written on the web; `own`: offices of one officer. */
  contentApproval: 'second' | 'own';
  /** Under which statistics are published for everyone at `/du-lieu-mo`; without it they are not. */
  openDataLicence: string | undefined;
  consentMode: 'ask' | 'notice';
  retentionDays: number;
  citizenKey: string | undefined;
  /** When sessions of the staff pages end: without anything being done, and in any case. */
  staffSession: { idleMinutes: number; hours: number };
  /** The office's identity provider; `undefined` without one. */
  openId: OpenIdConfig | undefined;
  /** How long the bot keeps out of a conversation in which a colleague answered from the Page; 0: it does not. */
  colleagueSilenceHours: number;
  /** How the office is told that somebody is needed. */
  alerts: AlertsConfig;
  /** `undefined`: the monthly report goes to nobody. */
  reportMail: ReportMailConfig | undefined;
  /** Whether comments under the Page's posts get a private reply. */
  commentReplies: boolean;
  /** How officers write to citizens from the staff pages. */
  officers: OfficersConfig;
  /** `undefined` unless all of the Page's settings are given: then only the web chat answers. */
  page: PageConfig | undefined;
  /** Which of the Page's settings are missing. */
  missingForPage: string[];
}

/**
 * The settings beside the content, which names the office and its officers where no setting does. Both names are what they are
 * when they are read: content changes while the bot runs, so that no copy of this may be made.
 */
export type OfficeConfig = Config & { authority: string; officers: OfficersConfig & { name: string } };
