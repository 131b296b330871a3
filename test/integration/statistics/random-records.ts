import { OUTCOMES } from '../../../src/conversation/outcome.js';
import type { Exchange } from '../../../src/records/documents/exchange.js';
import { exchangeOf } from '../../support/example-exchange.js';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PROCEDURES = ['hoan-thue', 'dang-ky-thue', 'thue-dat', 'hoa-don'];
const ENTRY_POINTS = [
  'typed',
  'menu',
  'button',
  'ice_breaker',
  'get_started',
  'qr:hoa-khanh',
  'qr:son-tra',
  'link',
];
/** Always of a procedure. */
const GUIDE: readonly string[] = ['answered_procedure', 'answered_step', 'answered_guide_finished'];
const TOLD = [{ office: 'tcs-7' }, { office: 'tcs-8', ward: 'xa-a' }, { office: 'tcs-8', ward: 'xa-b' }];
const KINDS = ['person', 'low_rating', 'data_copy'] as const;

/** Any outcome with anything beside it, at any hour of November 2026; each at a moment of its own. */
export function randomRecords(count: number, seed: number): Exchange[] {
  const random = seeded(seed);
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const maybe = <T>(chance: number, value: () => T) => (random() < chance ? value() : undefined);
  return Array.from({ length: count }, (_, index) => {
    const outcome = one(OUTCOMES) ?? 'failed_error';
    const procedure = maybe(GUIDE.includes(outcome) ? 1 : 0.6, () => one(PROCEDURES));
    const about = procedure === undefined ? {} : { procedure };
    const degree = maybe(0.15, () => (Math.floor(random() * 5) + 1) as 1 | 2 | 3 | 4 | 5);
    const helped = maybe(0.1, () => random() < 0.5);
    const entryPoint = maybe(0.9, () => one(ENTRY_POINTS));
    const booking = maybe(0.05, () => one(['made', 'cancelled'] as const));
    const consentGiven = maybe(0.05, () => one(['yes', 'no'] as const));
    const toldPlace = maybe(0.2, () => one(TOLD));
    const alternatives = maybe(0.8, () => [{ intent: one(PROCEDURES) ?? '', confidence: random() }]);
    const kind = maybe(0.05, () => one(KINDS));
    const record = exchangeOf(
      {
        who: Math.floor(random() * 40),
        outcome,
        took: Math.ceil(random() ** 4 * 5000),
        channel: random() < 0.2 ? 'web' : 'messenger',
        ...about,
        ...(entryPoint === undefined ? {} : { entryPoint }),
        ...(booking === undefined ? {} : { booking }),
        ...(consentGiven === undefined ? {} : { consentGiven }),
        ...(toldPlace === undefined ? {} : { toldPlace }),
        ...(alternatives === undefined ? {} : { alternatives }),
        ...(kind === undefined ? {} : { request: { code: 'YC-AAAAA', kind } }),
        ...(degree === undefined && helped === undefined
          ? {}
          : {
              rating: {
                ...(degree === undefined ? {} : { degree }),
                ...(helped === undefined ? {} : { helped }),
                ...about,
              },
            }),
      },
      index,
    );
    const shift = Math.floor(random() * 24 * 86_400_000);
    const receivedAt = new Date(Date.parse('2026-10-31T17:00:00Z') + shift);
    const answeredAt = new Date(
      receivedAt.getTime() + (record.answeredAt.getTime() - record.receivedAt.getTime()),
    );
    return { ...record, receivedAt, answeredAt };
  });
}
