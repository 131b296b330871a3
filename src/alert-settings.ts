import { z } from 'zod';
import { ALERT_KINDS } from './alerts/types.js';
import type { MailSettings } from './alerts/mail.js';
import type { AlertsConfig, ReportMailConfig } from './config-types.js';
import { AppError } from './shared/errors.js';
import { optionalSetting, secret, whole, withDefault } from './shared/setting-values.js';

const ADDRESS = /^[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+$/;
const TIME = '([01]\\d|2[0-3]):[0-5]\\d';

const listOf = (written: string) => written.split(/[\s,]+/).filter((item) => item !== '');
const kinds = z
  .string()
  .transform((written) => (written === 'none' ? [] : listOf(written)))
  .pipe(z.array(z.enum(ALERT_KINDS, `phải là none, hoặc các loại: ${ALERT_KINDS.join(', ')}`)));
const addresses = z
  .string()
  .transform(listOf)
  .pipe(z.array(z.string().regex(ADDRESS, 'phải là các địa chỉ thư, cách nhau bằng dấu phẩy')));

/** What tells the office that somebody is needed; part of the table of settings. */
export const ALERT_SETTINGS = {
  ALERT_MAIL_TO: withDefault(addresses, ''),
  REPORT_MAIL_TO: withDefault(addresses, ''),
  REPORT_MAIL_DAY: withDefault(whole(1, 28), '2'),
  SMTP_HOST: optionalSetting(
    z.string().regex(/^[\w.:-]+$/, 'phải là tên máy chủ thư, ví dụ mail.danang.gov.vn'),
  ),
  SMTP_PORT: withDefault(whole(1, 65535), '587'),
  SMTP_SECURITY: withDefault(
    z.enum(['starttls', 'tls', 'none'], 'phải là starttls, tls hoặc none'),
    'starttls',
  ),
  SMTP_USER: optionalSetting(z.string()),
  SMTP_PASSWORD: optionalSetting(secret()),
  MAIL_FROM: optionalSetting(z.string().regex(ADDRESS, 'phải là một địa chỉ thư')),
  ALERT_WEBHOOK_URL: optionalSetting(
    z.url().refine(isSafe, 'phải bắt đầu bằng https:// (http:// chỉ cho chính máy này)'),
  ),
  ALERT_WEBHOOK_SECRET: optionalSetting(secret().pipe(z.string().min(32, 'phải dài ít nhất 32 ký tự'))),
  ALERT_KINDS: withDefault(kinds, ALERT_KINDS.join(',')),
  ALERT_AT_ONCE: withDefault(kinds, 'sending_stopped'),
  ALERT_HOURS: withDefault(
    z.string().regex(new RegExp(`^${TIME}-${TIME}$`), 'phải có dạng 07:30-17:00'),
    '07:30-17:00',
  ),
};

type Given = z.infer<z.ZodObject<typeof ALERT_SETTINGS>>;

/** Each way out is whole or not there. */
export function alertsConfig(given: Given): AlertsConfig {
  const [from = '', to = ''] = given.ALERT_HOURS.split('-');
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: key } = given;
  if ((url === undefined) !== (key === undefined))
    throw incomplete('webhook báo động', url === undefined ? 'ALERT_WEBHOOK_URL' : 'ALERT_WEBHOOK_SECRET');
  const server = mailServer(given);
  const readers = given.ALERT_MAIL_TO;
  return {
    kinds: given.ALERT_KINDS,
    atOnce: given.ALERT_AT_ONCE,
    hours: { from, to },
    ...(server === undefined || readers.length === 0 ? {} : { mail: { ...server, to: readers } }),
    ...(url === undefined || key === undefined ? {} : { webhook: { url, secret: key } }),
  };
}

/** Who gets the monthly report by mail, and on which day of a month; `undefined`: nobody. */
export function reportMailConfig(given: Given): ReportMailConfig | undefined {
  const server = mailServer(given);
  const to = given.REPORT_MAIL_TO;
  if (server === undefined || to.length === 0) return undefined;
  return { mail: { ...server, to }, day: given.REPORT_MAIL_DAY };
}

function mailServer(given: Given): Omit<MailSettings, 'to'> | undefined {
  const { SMTP_HOST: host, MAIL_FROM: from, SMTP_USER: user, SMTP_PASSWORD: password } = given;
  const nobody = given.ALERT_MAIL_TO.length === 0 && given.REPORT_MAIL_TO.length === 0;
  if (nobody && host === undefined && from === undefined) return undefined;
  if (nobody) throw incomplete('thư', 'ALERT_MAIL_TO hoặc REPORT_MAIL_TO');
  if (host === undefined) throw incomplete('thư', 'SMTP_HOST');
  if (from === undefined) throw incomplete('thư', 'MAIL_FROM');
  if ((user === undefined) !== (password === undefined))
    throw incomplete('thư', user === undefined ? 'SMTP_USER' : 'SMTP_PASSWORD');
  return {
    ...{ host, from, port: given.SMTP_PORT, security: given.SMTP_SECURITY },
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  };
}

function incomplete(what: string, missing: string): AppError {
  return new AppError('BAD_CONFIG', `Cấu hình sai: ${what} còn thiếu ${missing}.`, {
    remedy: 'Điền đủ trong tệp .env, hoặc bỏ trống mọi khoá của phần ấy; .env.example giải thích từng khoá.',
  });
}

/** A password or an alert must not travel where anybody reads it. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && here));
}
