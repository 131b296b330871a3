import { z } from 'zod';
import { ALERT_SETTINGS, alertsConfig, reportMailConfig } from './alert-settings.js';
import type { Config, LimitsConfig, OfficersConfig, OpenIdConfig, PageConfig } from './config-types.js';
import { loadSettingsFile } from './settings-file.js';
import { AppError } from './shared/errors.js';
import { key, keys, optionalSetting, secret, sites, whole, withDefault } from './shared/setting-values.js';

export type { Config, OpenIdConfig } from './config-types.js';

/** Every setting there is. `.env.example` explains each and is checked against this. */
const SETTINGS = z.object({
  PORT: withDefault(whole(0, 65535), '3000'),
  HOST: withDefault(z.string(), '0.0.0.0'),
  PUBLIC_URL: optionalSetting(
    z.url({ protocol: /^https?$/, error: 'phải là địa chỉ bắt đầu bằng https://' }),
  ),
  TRUST_PROXY: withDefault(whole(0, 10), '0'),
  CHAT_SITES: withDefault(sites, ''),
  HSTS_SUBDOMAINS: withDefault(z.enum(['yes', 'no'], 'phải là yes hoặc no'), 'no'),
  LOG_LEVEL: withDefault(
    z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'phải là một trong: trace, debug, info, warn, error, silent',
    ),
    'info',
  ),
  AUTHORITY: optionalSetting(z.string().max(60, 'dài quá 60 ký tự')),
  MONGODB_URI: optionalSetting(
    z
      .string()
      .regex(/^mongodb(\+srv)?:\/\//, 'phải bắt đầu bằng mongodb:// hoặc mongodb+srv://')
      // MongoDB would take the database "test" without a word.
      .regex(/^mongodb(\+srv)?:\/\/[^/]+\/[^/?#]+/, 'thiếu tên cơ sở dữ liệu: mongodb://MÁY-CHỦ/dong-hanh'),
  ),
  DATA_DIR: withDefault(z.string(), './data'),
  MIN_FREE_DISK_MB: withDefault(whole(1, 100_000), '100'),
  MAX_HEAP_PERCENT: withDefault(whole(30, 95), '85'),
  CITIZEN_MESSAGES_PER_DAY: withDefault(whole(20, 1_000_000), '1000'),
  WEB_MESSAGES_PER_DAY: withDefault(whole(20, 10_000_000), '50000'),
  WEB_MESSAGES_PER_ADDRESS_PER_DAY: withDefault(whole(20, 1_000_000), '5000'),
  CONTENT_DIR: withDefault(z.string(), '.'),
  CONTENT_APPROVAL: withDefault(z.enum(['second', 'own'], 'phải là second hoặc own'), 'second'),
  OPEN_DATA_LICENCE: optionalSetting(z.string().max(120, 'dài quá 120 ký tự')),
  CONSENT_MODE: withDefault(z.enum(['ask', 'notice'], 'phải là ask hoặc notice'), 'ask'),
  RETENTION_DAYS: withDefault(whole(1, 30), '30'),
  CITIZEN_KEY: optionalSetting(secret().pipe(z.string().min(32, 'phải dài ít nhất 32 ký tự'))),
  STAFF_IDLE_MINUTES: withDefault(whole(5, 480), '30'),
  STAFF_SESSION_HOURS: withDefault(whole(1, 24), '10'),
  OIDC_ISSUER: optionalSetting(
    z.url({ protocol: /^https?$/, error: 'phải là địa chỉ bắt đầu bằng https://' }),
  ),
  OIDC_CLIENT_ID: optionalSetting(z.string()),
  OIDC_CLIENT_SECRET: optionalSetting(secret()),
  OIDC_CLAIM: withDefault(z.string().regex(/^\w+$/, 'phải là tên một claim, ví dụ email'), 'email'),
  OIDC_NAME: withDefault(z.string().max(40, 'dài quá 40 ký tự'), 'tài khoản cơ quan'),
  FACEBOOK_PAGE_ID: optionalSetting(z.string().regex(/^\d+$/, 'phải là dãy số, ví dụ 102345678901234')),
  FACEBOOK_PAGE_TOKEN: optionalSetting(key()),
  FACEBOOK_APP_SECRETS: optionalSetting(keys),
  FACEBOOK_VERIFY_TOKEN: optionalSetting(secret()),
  GRAPH_API_URL: withDefault(
    z.url({ protocol: /^https?$/, error: 'phải là một địa chỉ, ví dụ https://graph.facebook.com' }),
    'https://graph.facebook.com',
  ),
  GRAPH_API_VERSION: withDefault(z.string().regex(/^v\d+\.\d+$/, 'phải có dạng v26.0'), 'v26.0'),
  HUMAN_ECHO_SILENCE_HOURS: withDefault(whole(0, 168), '12'),
  OFFICERS_ANSWER_IN: withDefault(
    z.enum(['staff_pages', 'page_inbox'], 'phải là staff_pages hoặc page_inbox'),
    'staff_pages',
  ),
  COMMENT_REPLIES: withDefault(z.enum(['yes', 'no'], 'phải là yes hoặc no'), 'no'),
  FACEBOOK_HUMAN_AGENT: withDefault(z.enum(['yes', 'no'], 'phải là yes hoặc no'), 'no'),
  OFFICER_NAME: optionalSetting(z.string().max(40, 'dài quá 40 ký tự')),
  OFFICER_SILENCE_HOURS: withDefault(whole(1, 168), '12'),
  FACEBOOK_THUMBS: withDefault(z.enum(['yes', 'no'], 'phải là yes hoặc no'), 'no'),
  FACEBOOK_TOKEN_IN: withDefault(z.enum(['header', 'query'], 'phải là header hoặc query'), 'header'),
  ...ALERT_SETTINGS,
});

export const CONFIG_KEYS = Object.keys(SETTINGS.shape);

const PAGE_KEYS = [
  'FACEBOOK_PAGE_ID',
  'FACEBOOK_PAGE_TOKEN',
  'FACEBOOK_APP_SECRETS',
  'FACEBOOK_VERIFY_TOKEN',
] as const;

/**
 * Reads and checks the settings. Throws `AppError` `BAD_CONFIG` that names every wrong key and what to write; never a value,
 * since a value may be a secret.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = SETTINGS.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new AppError('BAD_CONFIG', `Cấu hình sai: ${lines.join('; ')}.`, {
      remedy: 'Sửa trong tệp .env hoặc biến môi trường; .env.example giải thích từng khoá.',
    });
  }
  const settings = parsed.data;
  const missingForPage = PAGE_KEYS.filter((key) => settings[key] === undefined || settings[key].length === 0);
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: settings.TRUST_PROXY,
    frameSites: settings.CHAT_SITES,
    hstsSubdomains: settings.HSTS_SUBDOMAINS === 'yes',
    logLevel: settings.LOG_LEVEL,
    authority: settings.AUTHORITY,
    mongodbUri: settings.MONGODB_URI,
    dataDir: settings.DATA_DIR,
    limits: limitsConfig(settings),
    contentDir: settings.CONTENT_DIR,
    contentApproval: settings.CONTENT_APPROVAL,
    openDataLicence: settings.OPEN_DATA_LICENCE,
    consentMode: settings.CONSENT_MODE,
    retentionDays: settings.RETENTION_DAYS,
    citizenKey: settings.CITIZEN_KEY,
    staffSession: { idleMinutes: settings.STAFF_IDLE_MINUTES, hours: settings.STAFF_SESSION_HOURS },
    openId: openIdConfig(settings),
    alerts: alertsConfig(settings),
    reportMail: reportMailConfig(settings),
    colleagueSilenceHours: settings.HUMAN_ECHO_SILENCE_HOURS,
    officers: officersConfig(settings),
    commentReplies: settings.COMMENT_REPLIES === 'yes',
    page: missingForPage.length > 0 ? undefined : pageConfig(settings),
    missingForPage,
  });
}

function officersConfig(settings: z.infer<typeof SETTINGS>): OfficersConfig {
  return {
    name: settings.OFFICER_NAME,
    silenceHours: settings.OFFICER_SILENCE_HOURS,
    humanAgent: settings.FACEBOOK_HUMAN_AGENT === 'yes',
    answerIn: settings.OFFICERS_ANSWER_IN,
  };
}

function limitsConfig(settings: z.infer<typeof SETTINGS>): LimitsConfig {
  return {
    minFreeDisk: settings.MIN_FREE_DISK_MB * 1024 * 1024,
    mostHeap: settings.MAX_HEAP_PERCENT / 100,
    citizenPerDay: settings.CITIZEN_MESSAGES_PER_DAY,
    webPerDay: settings.WEB_MESSAGES_PER_DAY,
    webPerAddressPerDay: settings.WEB_MESSAGES_PER_ADDRESS_PER_DAY,
  };
}

/** All of it or nothing. */
function openIdConfig(settings: z.infer<typeof SETTINGS>): OpenIdConfig | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL } = settings;
  const given = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  if (Object.values(given).every((value) => value === undefined)) return undefined;
  const missing = Object.entries({ ...given, PUBLIC_URL }).filter(([, value]) => value === undefined);
  if (missing.length > 0) {
    const keys = missing.map(([key]) => key).join(', ');
    throw new AppError('BAD_CONFIG', `Cấu hình sai: đăng nhập OpenID Connect còn thiếu ${keys}.`, {
      remedy:
        'Điền đủ trong tệp .env, hoặc bỏ trống mọi khoá OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET.',
    });
  }
  return {
    issuer: OIDC_ISSUER ?? '',
    clientId: OIDC_CLIENT_ID ?? '',
    clientSecret: OIDC_CLIENT_SECRET ?? '',
    claim: settings.OIDC_CLAIM,
    name: settings.OIDC_NAME,
    publicUrl: (PUBLIC_URL ?? '').replace(/\/+$/, ''),
  };
}

function pageConfig(settings: z.infer<typeof SETTINGS>): PageConfig {
  return {
    id: settings.FACEBOOK_PAGE_ID ?? '',
    token: settings.FACEBOOK_PAGE_TOKEN ?? '',
    appSecrets: settings.FACEBOOK_APP_SECRETS ?? [],
    verifyToken: settings.FACEBOOK_VERIFY_TOKEN ?? '',
    graphUrl: settings.GRAPH_API_URL.replace(/\/+$/, ''),
    graphVersion: settings.GRAPH_API_VERSION,
    tokenInQuery: settings.FACEBOOK_TOKEN_IN === 'query',
    thumbs: settings.FACEBOOK_THUMBS === 'yes',
  };
}

/** The settings of this process: `.env` beside the program where there is one, the environment before it. */
export function processConfig(): Config {
  loadSettingsFile('.env');
  return readConfig(process.env);
}

/** Names of the settings that this process was given something for. */
export function givenSettings(): string[] {
  return CONFIG_KEYS.filter((name) => (process.env[name] ?? '') !== '');
}
