import { addDays } from '../../src/shared/days.js';
import type { Outcome } from '../../src/conversation/outcome.js';
import { seededRandom } from '../../src/intent-matching/random.js';
import type { Day } from '../../src/records/documents/day.js';
import type { Exchange } from '../../src/records/documents/exchange.js';
import { countsOf } from '../../src/statistics/counting/day-counts.js';
import { startOf } from '../../src/statistics/periods.js';

const PROCEDURES = Array.from({ length: 70 }, (_, index) => `thu-tuc-so-${index}`);
const OUTCOMES: readonly Outcome[] = [
  'answered_procedure',
  'answered_procedure',
  'answered_step',
  'answered_step',
  'answered_guide_finished',
  'answered_question',
  'answered_rating',
  'answered_menu',
  'answered_calendar',
  'asked_back_intents',
  'declined_unknown',
  'handed_over_person',
];
const ENTRY_POINTS = [
  'typed',
  'typed',
  'menu',
  'button',
  'ice_breaker',
  'get_started',
  'qr:noi-a',
  'qr:noi-b',
];

/** `count` records of one day, about `perCitizen` for each citizen; every field that a count is made of is there. */
export function detailOf(count: number, day: string, perCitizen: number, name: string): Exchange[] {
  const random = seededRandom(Number(day.replaceAll('-', '')));
  const one = <T>(list: readonly T[], skew = 1) => list[Math.floor(random() ** skew * list.length)];
  const citizens = Math.max(1, Math.round(count / perCitizen));
  return Array.from({ length: count }, (_, index) => {
    const outcome = one(OUTCOMES) ?? 'failed_error';
    const receivedAt = new Date(startOf(day).getTime() + (6 + random() * 15) * 3_600_000);
    const about = /procedure|step|finished|question|rating/.test(outcome)
      ? { procedure: one(PROCEDURES, 2) ?? '' }
      : {};
    const degree = (1 + Math.floor(random() * 5)) as 1 | 2 | 3 | 4 | 5;
    return {
      _id: `${name}-${day}-${index}`,
      conversationId: `${name}-${day}-${perCitizen === 1 ? index : Math.floor(random() * citizens)}`,
      channel: 'messenger',
      pageId: 'page',
      text: `câu hỏi số ${Math.floor(random() * 300)} về việc cần làm ở cơ quan thuế`,
      receivedAt,
      answeredAt: new Date(receivedAt.getTime() + 80 + random() ** 5 * 4000),
      outcome,
      entryPoint: one(ENTRY_POINTS) ?? 'typed',
      contentVersion: 'bench',
      ...about,
      ...(outcome === 'answered_rating' ? { rating: { degree, ...about } } : {}),
    };
  });
}

/** Two years of day documents, counted from records of that size by the product's own counting. */
export function yearOfDays(messages: number, today: string): Day[] {
  const perDay = Math.max(1, Math.round(messages / 365));
  return Array.from({ length: 730 }, (_, index) => {
    const _id = addDays(today, -index);
    const { all, procedures } = countsOf(detailOf(perDay, _id, 3, 'year'));
    return { _id, all, procedures, events: perDay, revision: 1, journal: [], countedAt: startOf(_id) };
  });
}
