import { createHmac } from 'node:crypto';
import { AppError } from '../shared/errors.js';

export interface WebhookTarget {
  /** Of the bot's webhook, without `/webhook`. */
  botUrl: string;
  appSecret: string;
  pageId: string;
  /** Milliseconds since 1970; the machine's clock unless told. */
  now?: () => number;
}

/** Posts one entry of the Page as Facebook does: signed, with escaped unicode. Rejects what a signed post should not meet. */
export async function postEntry(
  { botUrl, appSecret, pageId, now = Date.now }: WebhookTarget,
  entry: Record<string, unknown>,
  signed = true,
): Promise<Response> {
  const body = escapedUnicode(
    JSON.stringify({ object: 'page', entry: [{ id: pageId, time: now(), ...entry }] }),
  );
  const signature = createHmac('sha256', appSecret).update(body).digest('hex');
  const response = await fetch(`${botUrl}/webhook`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(signed ? { 'X-Hub-Signature-256': `sha256=${signature}` } : {}),
    },
    body,
  });
  if (signed && !response.ok) throw new AppError('WEBHOOK_REFUSED', `Webhook trả về ${response.status}.`);
  return response;
}

/** Facebook sends everything beyond ASCII as `\uXXXX` and signs those bytes. */
function escapedUnicode(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
