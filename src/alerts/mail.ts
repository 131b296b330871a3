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

/** By mail. The same alerts have the same message id, so that a mail that comes twice can be told. */
export function mailAlerts(settings: MailSettings, teller: Teller): SendAlerts {
  const { host, port, security, user, password, from, to } = settings;
  return async (alerts, now) => {
    const transport = createTransport({
      ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls' },
      ...(security === 'none' ? { ignoreTLS: true } : {}),
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    });
    const names = alerts.map(({ id }) => id).sort();
    const hash = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 32);
    try {
      const { subject, text } = messageOf(alerts, teller);
      const messageId = `<${hash}@dong-hanh.alerts>`;
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await transport.sendMail({ from, to: [...to], subject, text, messageId, date: now, headers });
    } finally {
      transport.close();
    }
  };
}
