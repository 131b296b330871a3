import type { Content } from './types.js';
import { perObject } from '../shared/per-object.js';

/** As phone numbers are written: digits in groups, at least eight of them. */
const WRITTEN = /(?<!\d)[\d+][\d .)-]{6,20}\d(?!\d)/g;
const SHORTEST = 8;

/** The digits of every phone number that the content publishes: offices' and hotlines'. They are nobody's own. */
export const publicNumbers = perObject(({ contacts, offices }: Content): ReadonlySet<string> => {
  const texts = [
    ...contacts.flatMap(({ value, note = '' }) => [value, note]),
    ...offices.offices.map(({ phone = '' }) => phone),
  ];
  return new Set(
    texts
      .flatMap((text) => text.match(WRITTEN) ?? [])
      .map((written) => written.replace(/\D/g, ''))
      .filter(({ length }) => length >= SHORTEST),
  );
});
