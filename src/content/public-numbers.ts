import type { Content } from './types.js';

/** As phone numbers are written: digits in groups, at least eight of them. */
const WRITTEN = /(?<!\d)[\d+][\d .)-]{6,20}\d(?!\d)/g;
const SHORTEST = 8;

const known = new WeakMap<Content, ReadonlySet<string>>();

/** The digits of every phone number that the content publishes: offices' and hotlines'. They are nobody's own. */
export function publicNumbers(content: Content): ReadonlySet<string> {
  const numbers = known.get(content) ?? collect(content);
  known.set(content, numbers);
  return numbers;
}

function collect({ contacts, offices }: Content): ReadonlySet<string> {
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
}
