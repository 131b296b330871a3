import { createHmac } from 'node:crypto';

/**
 * The name a citizen has everywhere outside the delivery address: a keyed hash, so that neither the records nor the
 * statistics can be joined with Facebook's ids by anyone without the key. 132 bits, URL-safe.
 */
export function citizenKey(
  secret: string,
  channel: 'messenger' | 'web',
  pageId: string,
  address: string,
): string {
  return createHmac('sha256', secret)
    .update(`${channel}\0${pageId}\0${address}`)
    .digest('base64url')
    .slice(0, 22);
}
