import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../shared/clock.js';
import { newSecret, sameText } from './secrets.js';

/** A browser that nobody signed in from for so long is a stranger's again. */
export const DEVICE_DAYS = 180;

const DAY_MS = 86_400_000;
/** So many people may share one computer. */
const MAX_NAMES = 8;
const FORM = /^(\d{1,6})~([\w-]{22})~([\w-]{16}(?:\.[\w-]{16})*)~([\w-]{43})$/;

/**
 * Browsers from which people signed in before (device cookies, as in OWASP's "Slow Down Online Guessing Attacks with
 * Device Cookies"): what strangers do, to a name or to the sign-in as a whole, does not shut these out. The value proves
 * that we wrote it and for which names; by itself it opens nothing.
 */
export interface Devices {
  /** The value to keep in a browser in which `accountId` has just signed in; `before`: what it has there now. */
  remember(before: string | undefined, accountId: string): string;
  /** A known browser's id, for budgets of its own; `null` for any other value. */
  idOf(value: string | undefined): string | null;
  /** The same, only if that account signed in there before. */
  idFor(value: string | undefined, accountId: string): string | null;
}

interface Device {
  id: string;
  names: string[];
}

export function createDevices(clock: Clock, secret: string = newSecret()): Devices {
  const key = createHmac('sha256', secret).update('devices of staff').digest();
  const sealed = (what: string) => createHmac('sha256', key).update(what).digest('base64url');
  const nameOf = (accountId: string) => sealed(`name\n${accountId}`).slice(0, 16);
  const today = () => Math.floor(clock.now().getTime() / DAY_MS);

  const read = (value: string | undefined): Device | null => {
    const [, day = '', id = '', names = '', seal = ''] = FORM.exec(value ?? '') ?? [];
    if (!sameText(seal, sealed(`device\n${day}~${id}~${names}`))) return null;
    return today() - Number(day) > DEVICE_DAYS ? null : { id, names: names.split('.') };
  };
  return {
    remember(before, accountId) {
      const device = read(before) ?? { id: randomBytes(16).toString('base64url'), names: [] };
      const own = nameOf(accountId);
      const names = [own, ...device.names.filter((name) => name !== own)].slice(0, MAX_NAMES).join('.');
      const body = `${today()}~${device.id}~${names}`;
      return `${body}~${sealed(`device\n${body}`)}`;
    },
    idOf: (value) => read(value)?.id ?? null,
    idFor(value, accountId) {
      const device = read(value);
      return device?.names.includes(nameOf(accountId)) === true ? device.id : null;
    },
  };
}
