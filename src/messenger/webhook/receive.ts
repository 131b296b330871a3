import { setImmediate } from 'node:timers/promises';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { CitizenEvent } from '../../conversation/types.js';
import { secondsBetween, type Clock } from '../../shared/clock.js';
import type { Metrics } from '../../shared/metrics.js';
import type { Logger } from '../../shared/logger.js';
import { withTimeout } from '../../shared/with-timeout.js';
import { classify, type ClassifyTools } from './classify.js';
import { commentChangesOf, commentIn } from './comments.js';
import { eventsOf, type RawEvent } from './envelope.js';
import { BodyBudget, readBody } from './read-body.js';
import { isSigned, isSignature } from './signature.js';
import { webhookFieldsOf, parseJson, textOf } from './values.js';

export interface WebhookDependencies extends ClassifyTools {
  /** Whether comments under posts are taken in. */
  comments?: boolean;
  /** Several while one is being changed. */
  appSecrets: readonly string[];
  /** Events of other Pages are dropped. */
  pageId: string;
  /** Writes the events into the inbox; resolves once all are durable, to how many were new. */
  store: (events: CitizenEvent[]) => Promise<number>;
  /** Called after the acknowledgement with the conversations that have something waiting: wakes the worker for them. */
  stored: (conversationIds: string[]) => void;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** Milliseconds until storing is given up and Facebook is asked to send again; it waits 5 s. */
  patienceMs?: number;
  /** How many bytes of requests that are still coming in may be held at once, over all connections. */
  bodiesAtOnce?: number;
}

type Reading = WebhookDependencies & { budget: BodyBudget };

/** Bytes. */
const BODY_LIMIT = 5 * 1024 * 1024;
const BODIES_AT_ONCE = 64 * 1024 * 1024;
const PATIENCE_MS = 3000;
/** Events classified without a break. */
const AT_ONCE = 16;

/** Needs nothing of Express, and answers every request by itself. */
export type Receiver = (request: IncomingMessage, response: ServerResponse) => void;

/** Events by POST: acknowledged only once they are stored. */
export function receiver(parts: WebhookDependencies): Receiver {
  let arrivals = 0;
  const nextSequence = () => (arrivals += 1);
  const reading = { ...parts, budget: new BodyBudget(parts.bodiesAtOnce ?? BODIES_AT_ONCE) };
  return (request, response) => {
    receive(request, response, reading, nextSequence).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return; // Torn: nobody waits for an answer.
      parts.logger.error({ err: error }, 'a webhook request failed; Facebook will send it again');
      answer(response, 500);
    });
  };
}

/** Check, classify, store, acknowledge, wake the worker: in this order, nothing slow in between. */
async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Reading,
  nextSequence: () => number,
): Promise<void> {
  const cameAt = parts.clock.now();
  const body = await signedBody(request, response, parts);
  if (body === undefined) return;
  const receivedAt = parts.clock.now();
  const raw = eventsOf(body).filter(({ pageId }) => pageId === parts.pageId);
  raw.forEach((one) => alarmOnPolicy(one, parts.logger));
  const events = await classified(raw, (one) =>
    classify(one, { receivedAt, sequence: nextSequence() }, parts),
  );
  events.push(...commentsOf(body, parts, { receivedAt, nextSequence }));
  const stored = await storeInTime(parts, events);
  answer(response, stored ? 200 : 503);
  if (!stored) return;
  const seconds = secondsBetween(cameAt, parts.clock.now());
  parts.metrics.observe('acknowledgement_seconds', seconds, { channel: 'messenger' });
  parts.stored(conversationsOf(events));
}

/** Facebook's word for what is no conversation: of it only comments are of use, and only where the office wants that. */
function commentsOf(
  body: unknown,
  parts: Reading,
  { receivedAt, nextSequence }: { receivedAt: Date; nextSequence: () => number },
): CitizenEvent[] {
  if (parts.comments !== true) return [];
  return commentChangesOf(body)
    .filter(({ pageId }) => pageId === parts.pageId)
    .flatMap((change) => commentIn(change, { receivedAt, sequence: nextSequence() }, parts) ?? []);
}

/** A batch may hold thousands of texts; between them others get their turn of the event loop. */
async function classified(
  raw: readonly RawEvent[],
  classifyOne: (one: RawEvent) => CitizenEvent | null,
): Promise<CitizenEvent[]> {
  const events: CitizenEvent[] = [];
  for (const [index, one] of raw.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await setImmediate();
    const event = classifyOne(one);
    if (event !== null) events.push(event);
  }
  return events;
}

/** Those in which something waits. */
function conversationsOf(events: readonly CitizenEvent[]): string[] {
  const waiting = events.filter(
    ({ kind, notice, thumb }) => kind !== 'notice' || notice !== undefined || thumb !== undefined,
  );
  return [...new Set(waiting.map(({ conversationId }) => conversationId))];
}

/** Header and text leave in one piece. */
function answer(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  const text = STATUS_CODES[status] ?? '';
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': text.length })
    .end(text);
}

/** Facebook warns, blocks or unblocks the Page: nobody else will tell the operators. */
function alarmOnPolicy({ event }: RawEvent, logger: Logger): void {
  const notice = event['policy_enforcement'] ?? event['policy-enforcement'];
  if (notice === undefined) return;
  const { action, reason } = webhookFieldsOf(notice);
  logger.fatal(
    { action: textOf(action), reason: textOf(reason) },
    'Facebook enforces its policy on the Page',
  );
}

/**
 * The parsed body, or `undefined` after the refusal was answered and counted. Without a signature nothing of the body is
 * kept, so that a stranger can't fill the memory with it.
 */
async function signedBody(
  request: IncomingMessage,
  response: ServerResponse,
  { appSecrets, metrics, budget }: Reading,
): Promise<unknown> {
  const refuse = (status: number, reason: string): undefined => {
    metrics.increment('webhook_refused_total', { reason });
    if (!request.complete) {
      // What still comes is read and dropped, and the connection ends.
      response.setHeader('Connection', 'close');
      request.resume();
    }
    answer(response, status);
  };
  const header = request.headers['x-hub-signature-256'];
  if (typeof header !== 'string') return refuse(401, 'unsigned');
  if (!isSignature(header)) return refuse(403, 'wrong_signature');
  const read = await readBody(request, BODY_LIMIT, budget);
  if ('refused' in read) return refuse(read.refused === 'busy' ? 503 : 413, read.refused);
  const { body } = read;
  if (!isSigned(body, header, appSecrets)) return refuse(403, 'wrong_signature');
  try {
    const parsed = parseJson(body);
    return webhookFieldsOf(parsed)['object'] === 'page' ? parsed : refuse(404, 'not_a_page');
  } catch {
    return refuse(400, 'malformed');
  }
}

async function storeInTime(
  { store, metrics, logger, patienceMs = PATIENCE_MS }: WebhookDependencies,
  events: CitizenEvent[],
): Promise<boolean> {
  if (events.length === 0) return true;
  try {
    const fresh = await withTimeout(patienceMs, store(events), 'storing took too long');
    metrics.increment('webhook_batches_total', { repeated: fresh === 0 ? 'yes' : 'no' });
    for (const { kind } of events) metrics.increment('webhook_events_total', { kind });
    return true;
  } catch (error) {
    metrics.increment('webhook_not_stored_total');
    logger.error({ err: error }, 'events could not be stored; Facebook will send them again');
    return false;
  }
}
