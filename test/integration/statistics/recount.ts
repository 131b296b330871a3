import type { Exchange } from '../../../src/records/documents/exchange.js';
import type { ProcedureRow } from '../../../src/statistics/by-procedure.js';
import type { ReportValues } from '../../../src/statistics/report-values.js';

/** Vietnam's clock, worked out another way than in the product. */
const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
  weekday: 'short',
});
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function local(at: Date): { day: string; hour: number; weekday: number } {
  const part = Object.fromEntries(PARTS.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = `${part['year']}-${part['month']}-${part['day']}`;
  return { day, hour: Number(part['hour']), weekday: WEEKDAYS.indexOf(part['weekday'] ?? '') };
}

const distinct = (keys: string[]) => new Set(keys).size;
const times = <T extends string>(keys: T[]): Map<T, number> =>
  keys.reduce((map, key) => map.set(key, (map.get(key) ?? 0) + 1), new Map<T, number>());
const byCount = <K extends string>(map: Map<K, number>) =>
  [...map].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));

/**
 * The numbers of a report straight from the records, slowly and without any of the product's counting. Citizens are
 * those of the whole list; times to answer are exact.
 */
export function recount(records: readonly Exchange[]): ReportValues {
  const real = records.filter(({ outcome }) => !outcome.startsWith('ignored'));
  const own = (e: Exchange) => `${local(e.receivedAt).day}|${e.conversationId}`;
  const about = (e: Exchange) => e.procedure ?? e.rating?.procedure ?? '-';
  const sorted = [...real].sort((a, b) => +a.receivedAt - +b.receivedAt || +a.answeredAt - +b.answeredAt);
  const family = (name: string) => real.filter(({ outcome }) => outcome.startsWith(`${name}_`)).length;
  const finished = new Set(
    real.filter((e) => e.outcome === 'answered_guide_finished').map((e) => `${own(e)}|${about(e)}`),
  );
  const opened = distinct(
    real
      .filter((e) => ['answered_procedure', 'answered_step', 'answered_guide_finished'].includes(e.outcome))
      .filter((e) => e.procedure !== undefined)
      .map((e) => `${own(e)}|${e.procedure}`),
  );
  const degrees = new Map<string, number>();
  const helped = new Map<string, boolean>();
  for (const e of sorted) {
    if (e.rating?.degree !== undefined) degrees.set(`${own(e)}|${about(e)}`, e.rating.degree);
    if (e.rating?.helped !== undefined) helped.set(`${own(e)}|${about(e)}`, e.rating.helped);
  }
  const all = [...degrees.values()];
  const points = [1, 2, 3, 4, 5].map((n) => all.filter((degree) => degree === n).length);
  const responded = [...finished].filter((key) => degrees.has(key) || helped.has(key)).length;
  const persons = new Set(real.filter((e) => e.outcome === 'handed_over_person').map(own));
  const asking = new Set(real.filter((e) => isQuestion(e.outcome)).map(own));
  const good = new Set(
    real.filter((e) => e.outcome === 'answered_guide_finished' || (e.rating?.degree ?? 0) > 3).map(own),
  );
  const yes = [...asking].filter((key) => good.has(key) && !persons.has(key)).length;
  const first = new Map<string, Exchange>();
  for (const e of sorted) if (!first.has(own(e))) first.set(own(e), e);
  const hours = WEEKDAYS.map(() => Array.from({ length: 24 }, () => 0));
  for (const { receivedAt } of real) {
    const { weekday, hour } = local(receivedAt);
    const row = hours[weekday] ?? [];
    row[hour] = (row[hour] ?? 0) + 1;
  }
  const took = real.map((e) => +e.answeredAt - +e.receivedAt).sort((a, b) => a - b);
  const declined = real.filter(({ outcome }) => outcome === 'declined_unknown').length;
  const typed = real.filter((e) => e.entryPoint === 'typed' && isQuestion(e.outcome));
  const asked = questionsOf(typed);
  const enough = all.length >= 30;
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const kinds = byCount(times(real.flatMap(({ request }) => (request === undefined ? [] : [request.kind]))));
  const comments = (name: string) => records.filter(({ outcome }) => outcome === name).length;
  const channel = (name: string) => real.filter((e) => e.channel === name).length;
  return {
    conversations: distinct(real.map(own)),
    citizens: { count: distinct(real.map((e) => e.conversationId)), within: 'month', addedUp: false },
    messages: { total: real.length, messenger: channel('messenger'), web: channel('web') },
    questions: asked,
    outcomes: {
      families: {
        answered: family('answered'),
        asked_back: family('asked_back'),
        handed_over: family('handed_over'),
        declined: family('declined'),
        failed: family('failed'),
      },
      byName: Object.fromEntries(times(real.map(({ outcome }) => outcome))),
    },
    resolved: { asked: asking.size, resolved: yes, share: share(yes, asking.size) },
    guides: { opened, finished: finished.size, share: share(finished.size, opened) },
    thumbs: { up: 0, down: 0 },
    comments: {
      answered: comments('ignored_comment_answered'),
      invited: comments('ignored_comment_invited'),
      leftAlone: comments('ignored_comment'),
    },
    satisfaction: {
      degrees: points as ReportValues['satisfaction']['degrees'],
      rated: all.length,
      average: enough ? all.reduce((sum, degree) => sum + degree, 0) / all.length : null,
      satisfied: enough ? all.filter((degree) => degree >= 4).length / all.length : null,
      dissatisfied: enough ? all.filter((degree) => degree <= 2).length / all.length : null,
      helped: {
        yes: [...helped.values()].filter(Boolean).length,
        no: [...helped.values()].filter((one) => !one).length,
      },
      asked: finished.size,
      responded,
      responseRate: share(responded, finished.size),
    },
    topProcedures: byCount(
      times(
        [
          ...new Set(real.flatMap((e) => (e.procedure === undefined ? [] : [`${own(e)}|${e.procedure}`]))),
        ].map((key) => key.split('|')[2] ?? ''),
      ),
    ).map(([procedure, conversations]) => ({ procedure, conversations })),
    notUnderstood: { times: declined, share: share(asked.unknown, asked.asked) },
    nearMisses: byCount(times(nearest(typed))).map(([intent, n]) => ({ intent, times: n })),
    toldPlaces: {
      offices: toldIn(real, own, (told) => told.office).map(([office, conversations]) => ({
        office,
        conversations,
      })),
      wards: toldIn(real, own, (told) => told.ward).map(([ward, conversations]) => ({ ward, conversations })),
    },
    answerTime: {
      p50: took[Math.ceil(took.length * 0.5) - 1] ?? null,
      p95: took[Math.ceil(took.length * 0.95) - 1] ?? null,
      answers: took.length,
    },
    busyHours: hours,
    entryPoints: {
      conversations: byCount(
        times(
          [...first.values()].map(
            ({ entryPoint }) =>
              (entryPoint?.split(':')[0] ??
                'other') as ReportValues['entryPoints']['conversations'][0]['entryPoint'],
          ),
        ),
      ).map(([entryPoint, count]) => ({ entryPoint, count })),
      places: byCount(
        times(
          [
            ...new Set(
              real.flatMap((e) => (e.entryPoint?.startsWith('qr:') ? [`${own(e)}|${e.entryPoint}`] : [])),
            ),
          ].map((key) => key.split('qr:')[1] ?? ''),
        ),
      ).map(([place, atLeast]) => ({ place, atLeast })),
    },
    saturday: {
      booked: real.filter(({ booking }) => booking === 'made').length,
      cancelled: real.filter(({ booking }) => booking === 'cancelled').length,
    },
    consent: {
      yes: real.filter(({ consentGiven }) => consentGiven === 'yes').length,
      no: real.filter(({ consentGiven }) => consentGiven === 'no').length,
    },
    requests: {
      total: kinds.reduce((sum, [, n]) => sum + n, 0),
      byKind: kinds.map(([kind, count]) => ({ kind, count })),
    },
  };
}

function questionsOf(typed: readonly Exchange[]): ReportValues['questions'] {
  const of = (pattern: RegExp) => typed.filter(({ outcome }) => pattern.test(outcome)).length;
  const answered = of(/^answered_/);
  return {
    asked: typed.length,
    answered,
    askedBack: of(/^asked_back_/),
    handedOver: of(/^handed_over_/),
    unknown: of(/^declined_unknown$/),
    declined: of(/^declined_(?!unknown)/),
    failed: of(/^failed_/),
    answeredShare: typed.length === 0 ? null : answered / typed.length,
    since: null,
  };
}

function nearest(typed: readonly Exchange[]): string[] {
  return typed.flatMap(({ outcome, alternatives = [] }) =>
    outcome === 'declined_unknown' ? alternatives.slice(0, 1).map(({ intent }) => intent) : [],
  );
}

function toldIn(
  real: readonly Exchange[],
  own: (exchange: Exchange) => string,
  part: (told: NonNullable<Exchange['toldPlace']>) => string | undefined,
): [place: string, conversations: number][] {
  const told = real.flatMap((e) => {
    const place = e.toldPlace === undefined ? undefined : part(e.toldPlace);
    return place === undefined ? [] : [`${own(e)}|${place}`];
  });
  return byCount(times([...new Set(told)].map((key) => key.split('|')[2] ?? '')));
}

/** Each procedure's line of the table, from its own records and the questions that came nearest to it. */
export function recountProcedures(records: readonly Exchange[]): ProcedureRow[] {
  const about = (e: Exchange) => e.procedure ?? e.rating?.procedure;
  const misses = recount(records).nearMisses;
  const names = new Set(records.flatMap((e) => about(e) ?? []));
  const rows = [...names].map((procedure): ProcedureRow => {
    const of = recount(records.filter((e) => about(e) === procedure));
    const notUnderstood = misses.find(({ intent }) => intent === procedure)?.times ?? 0;
    const { asked, answered } = of.questions;
    const { rated, average, asked: offered, responded, responseRate, helped } = of.satisfaction;
    return {
      procedure,
      conversations: of.conversations,
      questions: asked + notUnderstood,
      understood: answered,
      understoodShare: asked + notUnderstood === 0 ? null : answered / (asked + notUnderstood),
      notUnderstood,
      opened: of.guides.opened,
      finished: of.guides.finished,
      helped,
      satisfaction: { rated, average, asked: offered, responded, responseRate },
      persons: records.filter((e) => about(e) === procedure && e.outcome === 'handed_over_person').length,
    };
  });
  return rows
    .filter(({ conversations }) => conversations > 0)
    .sort((a, b) => b.conversations - a.conversations || (a.procedure < b.procedure ? -1 : 1));
}

function isQuestion(outcome: string): boolean {
  return ![
    'small_talk',
    'menu',
    'command',
    'consent',
    'rating',
    'attachment',
    'request_status',
    'stopped',
    'switched_off',
    'data_request',
  ].some((name) => outcome.endsWith(name));
}
