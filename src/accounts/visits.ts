import { createHmac, randomBytes } from 'node:crypto';
import { newSecret, sameText } from './secrets.js';

/**
 * Secrets of visits that are not signed in: 128 random bits and our seal over them, in the form of a session's. A value
 * that somebody else put into a browser is none, so that nobody can know the form token of somebody else's visit.
 */
export interface Visits {
  start(): string;
  isOurs(value: string): boolean;
}

const ID_LENGTH = 22;
const LENGTH = 43;

export function createVisits(secret: string = newSecret()): Visits {
  const key = createHmac('sha256', secret).update('visits to the staff pages').digest();
  const sealed = (id: string) =>
    id +
    createHmac('sha256', key)
      .update(id)
      .digest('base64url')
      .slice(0, LENGTH - ID_LENGTH);
  return {
    start: () => sealed(randomBytes(16).toString('base64url')),
    isOurs: (value) => sameText(value, sealed(value.slice(0, ID_LENGTH))),
  };
}
