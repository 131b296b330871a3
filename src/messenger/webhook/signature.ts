import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'sha256=';
const HEX_DIGITS = 64;

/** Whether a header has the form of `X-Hub-Signature-256`, so that reading the body is worthwhile. */
export function isSignature(header: string): boolean {
  return /^sha256=[0-9a-f]{64}$/i.test(header);
}

/** Whether one of the app's secrets signed these raw bytes (`X-Hub-Signature-256`). Takes the same time for each secret. */
export function isSigned(body: Buffer, header: string | undefined, secrets: readonly string[]): boolean {
  if (header?.startsWith(PREFIX) !== true || header.length !== PREFIX.length + HEX_DIGITS) return false;
  const given = Buffer.from(header.slice(PREFIX.length), 'hex');
  const matches = secrets.map((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return matches.includes(true);
}

/** Compares secrets of any length in constant time. */
export function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
