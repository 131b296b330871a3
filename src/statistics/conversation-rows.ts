import { familyOf } from '../conversation/outcome.js';
import type { Collections } from '../records/collections.js';
import { conversationDays, proceduresOf } from './counting/conversation-day.js';
import { receivedOn } from './counting/counter.js';
import { vietnamTime, daysOf, type ReportPeriod } from './periods.js';
import type { ConversationDay } from './metrics/metric.js';
import { isQuestion } from './metrics/questions.js';
import { resolved } from './metrics/resolved.js';

/** One conversation for a list: no name, no id, nothing that leads back to the citizen. */
export interface ConversationRow {
  day: string;
  /** Within the day. */
  number: number;
  channel: string;
  /** `08:05`, in Vietnam. */
  from: string;
  to: string;
  messages: number;
  procedures: string[];
  answered: number;
  askedBack: number;
  declined: number;
  failed: number;
  askedPerson: boolean;
  /** `null` where nothing was asked that could be resolved. */
  resolved: boolean | null;
  degree: number | null;
  /** The first question that was typed and is kept with consent, numbers and names masked. */
  firstQuestion: string | null;
}

/** The conversations whose records are still there, day by day; no more than one day is held at a time. */
export async function* conversationRows(
  { exchanges }: Pick<Collections, 'exchanges'>,
  period: ReportPeriod,
): AsyncGenerator<ConversationRow> {
  for (const day of daysOf(period)) {
    const found = await exchanges.find(receivedOn(day), { sort: { receivedAt: 1 }, omit: 'replyTexts' });
    let number = 0;
    for (const conversation of conversationDays(found).values()) {
      number += 1;
      yield rowOf(conversation, day, number);
    }
  }
}

function rowOf(conversation: ConversationDay, day: string, number: number): ConversationRow {
  const { exchanges, askedPerson } = conversation;
  const [first, last] = [exchanges[0], exchanges.at(-1)];
  const family = (name: string) => exchanges.filter(({ outcome }) => familyOf(outcome) === name).length;
  return {
    day,
    number,
    channel: first?.channel ?? '',
    from: first === undefined ? '' : vietnamTime(first.receivedAt),
    to: last === undefined ? '' : vietnamTime(last.receivedAt),
    messages: exchanges.length,
    procedures: [...proceduresOf(exchanges).keys()],
    answered: family('answered'),
    askedBack: family('asked_back'),
    declined: family('declined'),
    failed: family('failed'),
    askedPerson,
    resolved: resolvedOf(conversation),
    degree: exchanges.map(({ rating }) => rating?.degree).findLast((degree) => degree !== undefined) ?? null,
    firstQuestion: exchanges.find((one) => one.text !== undefined && isQuestion(one))?.text ?? null,
  };
}

/** By the same count as the statistics. */
function resolvedOf(conversation: ConversationDay): boolean | null {
  const counted = new Set<string>();
  resolved.count?.(conversation, (key) => counted.add(key));
  return counted.has('resolved:asked') ? counted.has('resolved:yes') : null;
}
