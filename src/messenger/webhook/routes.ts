import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import type { CitizenEvent } from '../../conversation/types.js';
import type { Clock } from '../../shared/clock.js';
import type { Counters } from '../../shared/counters.js';
import type { Logger } from '../../shared/logger.js';
import { classify, type ClassifyTools } from './classify.js';
import { eventsOf, type RawEvent } from './envelope.js';
import { isSameSecret, isSigned } from './signature.js';
import { fieldsOf, parseJson, textOf } from './values.js';

export interface WebhookParts extends ClassifyTools {
  verifyToken: string;
  /** Several while one is being changed. */
  appSecrets: readonly string[];
  /** Events of other Pages are dropped. */
  pageId: string;
  /** Resolves once all are durable. */
  store: (events: CitizenEvent[]) => Promise<number>;
  /** Called after the acknowledgement. */
  stored: (conversationIds: string[]) => void;
  clock: Clock;
  logger: Logger;
  counters: Counters;
  /** Milliseconds until storing is given up and Facebook is asked to send again; it waits 5 s. */
  patienceMs?: number;
}

const BODY_LIMIT = '5mb';
const PATIENCE_MS = 3000;

/** Facebook's way in: the handshake, and events that are acknowledged only once they are stored. */
export function webhookRouter(parts: WebhookParts): Router {
  const router = Router();
  router
    .route('/')
    .get(handshake(parts))
    .post(express.raw({ type: () => true, limit: BODY_LIMIT }), receive(parts))
    .all((_request, response) => {
      response.set('Allow', 'GET, POST').sendStatus(405);
    });
  return router;
}

/** Digits only and as text: the challenge is echoed. */
function handshake({ verifyToken, counters }: WebhookParts): RequestHandler {
  return (request, response) => {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = request.query;
    const known = mode === 'subscribe' && typeof token === 'string' && isSameSecret(token, verifyToken);
    if (!known || typeof challenge !== 'string' || !/^\d{1,64}$/.test(challenge)) {
      counters.increment('webhook_handshakes_refused_total');
      response.sendStatus(403);
      return;
    }
    response.type('text/plain').send(challenge);
  };
}

function receive(parts: WebhookParts): RequestHandler {
  let arrivals = 0;
  return async (request, response) => {
    const body = signedBody(request, response, parts);
    if (body === undefined) return;
    const receivedAt = parts.clock.now();
    const raw = eventsOf(body).filter(({ pageId }) => pageId === parts.pageId);
    raw.forEach((one) => alarmOnPolicy(one, parts.logger));
    const events = raw.flatMap((one) => {
      arrivals += 1;
      return classify(one, { receivedAt, sequence: arrivals }, parts) ?? [];
    });
    const stored = await storeInTime(parts, events);
    response.sendStatus(stored ? 200 : 503);
    if (stored)
      parts.stored([
        ...new Set(
          events.filter(({ kind }) => kind !== 'notice').map(({ conversationId }) => conversationId),
        ),
      ]);
  };
}

/** Facebook warns, blocks or unblocks the Page: nobody else will tell the operators. */
function alarmOnPolicy({ event }: RawEvent, logger: Logger): void {
  const notice = event['policy_enforcement'] ?? event['policy-enforcement'];
  if (notice === undefined) return;
  const { action, reason } = fieldsOf(notice);
  logger.fatal(
    { action: textOf(action), reason: textOf(reason) },
    'Facebook enforces its policy on the Page',
  );
}

/** The parsed body, or `undefined` after the refusal was answered and counted. */
function signedBody(request: Request, response: Response, { appSecrets, counters }: WebhookParts): unknown {
  const bytes: unknown = request.body;
  const body = Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
  const header = request.get('X-Hub-Signature-256');
  const refuse = (status: number, reason: string): undefined => {
    counters.increment('webhook_refused_total', { reason });
    response.sendStatus(status);
  };
  if (header === undefined) return refuse(401, 'unsigned');
  if (!isSigned(body, header, appSecrets)) return refuse(403, 'wrong_signature');
  try {
    const parsed = parseJson(body);
    return fieldsOf(parsed)['object'] === 'page' ? parsed : refuse(404, 'not_a_page');
  } catch {
    return refuse(400, 'malformed');
  }
}

async function storeInTime(
  { store, counters, logger, patienceMs = PATIENCE_MS }: WebhookParts,
  events: CitizenEvent[],
): Promise<boolean> {
  if (events.length === 0) return true;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('storing took too long')), patienceMs);
  });
  try {
    const fresh = await Promise.race([store(events), late]);
    counters.increment('webhook_batches_total', { repeated: fresh === 0 ? 'yes' : 'no' });
    for (const { kind } of events) counters.increment('webhook_events_total', { kind });
    return true;
  } catch (error) {
    counters.increment('webhook_not_stored_total');
    logger.error({ err: error }, 'events could not be stored; Facebook will send them again');
    return false;
  } finally {
    clearTimeout(timer);
  }
}
