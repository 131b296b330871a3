import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { messageOf, type Teller } from './message.js';
import type { SendAlerts } from './types.js';

export interface MailSettings {
  host: string;
  port: number;
  /** `tls`: encrypted from the first byte; `starttls`: refused unless it becomes so; `none`: only within a network of one's own. */
  security: 'tls' | 'starttls' | 'none';
  user?: string;
  password?: string;
  from: string;
  to: readonly string[];
}

const PATIENCE_MS = 15_000;

export interface Mail {
  subject: string;
  text: string;
  /** Names of what it tells: the same names make the same message id, so that a mail that comes twice can be told. */
  names: readonly string[];
  attachments?: readonly { filename: string; content: Buffer; contentType: string }[];
}

/** By mail. */
export function mailAlerts(settings: MailSettings, teller: Teller): SendAlerts {
  return (alerts, now) =>
    sendMail(settings, { ...messageOf(alerts, teller), names: alerts.map(({ id }) => id) }, now);
}

/** Rejects when it is certain or likely that nothing arrived. */
export async function sendMail(settings: MailSettings, mail: Mail, now: Date): Promise<void> {
  const { host, port, security, user, password, from, to } = settings;
  const { subject, text, names, attachments = [] } = mail;
  const transport = createTransport({
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls' },
    ...(security === 'none' ? { ignoreTLS: true } : {}),
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  const hash = createHash('sha256')
    .update([...names].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);
  try {
    const messageId = `<${hash}@dong-hanh.alerts>`;
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const letter = { subject, text, messageId, headers, attachments: [...attachments] };
    await transport.sendMail({ from, to: [...to], date: now, ...letter });
  } finally {
    transport.close();
  }
}
