import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits for a cookie or a token. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** Such a secret can't be guessed, so a plain hash keeps it; passwords need more (`password.ts`). */
export const secretHashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Takes as long whatever the difference. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
