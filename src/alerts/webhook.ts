import { createHmac } from 'node:crypto';
import { messageOf, type Teller } from './message.js';
import type { SendAlerts } from './types.js';

export interface WebhookSettings {
  /** `https:`, or `http:` on this machine. */
  url: string;
  secret: string;
}

const PATIENCE_MS = 10_000;

/**
 * Posts JSON, signed: `X-Dong-Hanh-Signature: sha256=` and the HMAC-SHA256, in hex, of the timestamp in
 * `X-Dong-Hanh-Timestamp` (seconds since 1970), a full stop and the raw body. Anything but 2xx counts as not arrived; the
 * same alert, tried again, has the same `id`. No redirection is followed: it would carry the alerts elsewhere.
 */
export function webhookAlerts({ url, secret }: WebhookSettings, teller: Teller): SendAlerts {
  return async (alerts, now) => {
    const { subject, text } = messageOf(alerts, teller);
    const listed = alerts.map(({ id, kind, line, at, path }) => ({
      ...{ id, kind, line, at: at.toISOString() },
      url: teller.publicUrl === undefined ? path : teller.publicUrl + path,
    }));
    const body = JSON.stringify({ authority: teller.authority(), subject, text, alerts: listed });
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'X-Dong-Hanh-Timestamp': timestamp,
        'X-Dong-Hanh-Signature': signatureOf(secret, timestamp, body),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the receiver of alerts answered ${response.status}`);
  };
}

export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
