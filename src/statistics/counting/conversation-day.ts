import { familyOf } from '../../conversation/outcome.js';
import type { Exchange } from '../../records/documents/exchange.js';
import type { ConversationDay } from '../metrics/metric.js';

/** Which procedure an exchange concerns; a rating, the one that it rates. */
export function procedureOfDay({ procedure, rating }: Exchange): string | undefined {
  return procedure ?? rating?.procedure;
}

/** The exchanges by procedure. Those of none are left out, unless `of` (for ratings) is to keep them under ''. */
export function proceduresOf(
  exchanges: readonly Exchange[],
  of?: (exchange: Exchange) => string | undefined,
): Map<string, Exchange[]> {
  const found = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const id = of === undefined ? exchange.procedure : (of(exchange) ?? '');
    if (id === undefined) continue;
    const own = found.get(id);
    if (own === undefined) found.set(id, [exchange]);
    else own.push(exchange);
  }
  return found;
}

/** The exchanges of one day, citizen by citizen and in order. What needed no answer (a receipt, a reaction) is left out. */
export function conversationDays(exchanges: readonly Exchange[]): Map<string, ConversationDay> {
  const byCitizen = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    if (familyOf(exchange.outcome) === 'ignored') continue;
    const own = byCitizen.get(exchange.conversationId);
    if (own === undefined) byCitizen.set(exchange.conversationId, [exchange]);
    else own.push(exchange);
  }
  return new Map(
    [...byCitizen].map(([citizen, own]) => [
      citizen,
      {
        exchanges: own.sort(inOrder),
        askedPerson: own.some(({ outcome }) => outcome === 'handed_over_person'),
      },
    ]),
  );
}

/** Answers of one conversation come one after the other; the key only makes the order certain. */
function inOrder(a: Exchange, b: Exchange): number {
  return (
    a.receivedAt.getTime() - b.receivedAt.getTime() ||
    a.answeredAt.getTime() - b.answeredAt.getTime() ||
    (a._id < b._id ? -1 : 1)
  );
}

/** The same day as one procedure sees it: its own exchanges, but whether a person was asked for at all. */
export function procedureDays({ exchanges, askedPerson }: ConversationDay): Map<string, ConversationDay> {
  const found = proceduresOf(exchanges, procedureOfDay);
  found.delete('');
  return new Map([...found].map(([id, own]) => [id, { exchanges: own, askedPerson }]));
}
