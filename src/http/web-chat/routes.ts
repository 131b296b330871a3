import { json, Router, type Request, type RequestHandler } from 'express';
import type { WholeGuide } from '../../conversation/guide/whole.js';
import type { Inbox, WebHistory } from '../../turns/ports.js';
import { citizenKey } from '../../privacy/citizen-key.js';
import { maskText } from '../../privacy/mask-text.js';
import type { MaskedText } from '../../privacy/types.js';
import { secondsBetween, type Clock } from '../../shared/clock.js';
import type { Metrics } from '../../shared/metrics.js';
import { methodNotAllowed } from '../error-responses.js';
import { DAILY_CAPS, DailyCount, type DailyCaps } from './daily-caps.js';
import { address } from '../rate-limit.js';
import { openAtOnce, perAddress, perSession, WEB_LIMITS, type WebLimits } from './limits.js';
import { ownPageOnly } from './own-page-only.js';
import { POLL_TIMES, streamReplies, type PollTimes, type StreamSource } from './reply-stream.js';
import { newSession, requiredSession, sessionOf, startSession } from './session.js';
import { WEB_PAGE_ID, webEvent } from './web-event.js';
import { say } from '../../conversation/wording/say.js';
import { CitizenError } from '../citizen-error.js';

export interface WebChatDependencies extends StreamSource {
  inbox: Pick<Inbox, 'store' | 'waitingEvents'>;
  /** Where it knows more than the text: the office's own numbers. */
  mask?: (text: string) => MaskedText;
  /** Key of the citizens' hashes; the same as everywhere. */
  citizenSecret: string;
  clock: Clock;
  metrics: Metrics;
  history: WebHistory;
  /** A whole guide, to be copied or printed; `undefined` when there is no such procedure. */
  guide: (procedure: string) => WholeGuide | undefined;
  /** Called once an event is durable, so that the worker need not find it by polling. */
  eventStored?: (conversationId: string) => void;
  limits?: Partial<WebLimits>;
  dailyCaps?: DailyCaps;
  poll?: PollTimes;
}

/** The web page's side of a conversation, under `/chat`. Its forms are in docs/decisions/0040-web-chat.md. */
export function webChatRoutes(parts: WebChatDependencies): Router {
  const limits = { ...WEB_LIMITS, ...parts.limits };
  const router = Router();
  const body = json({ limit: '8kb' });
  router.use(ownPageOnly, (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router
    .route('/session')
    .post(perAddress(limits.sessionsPerAddress), body, openSession)
    .all(methodNotAllowed('POST'));
  router
    .route('/messages')
    .post(perAddress(limits.messagesPerAddress), perSession(limits.messagesPerSession), body, receive(parts))
    .all(methodNotAllowed('POST'));
  router
    .route('/replies')
    .head(methodNotAllowed('GET')) // Express would answer it with the stream, which never ends.
    .get(perAddress(limits.streamsPerAddress), openAtOnce(limits.openStreams), replies(parts))
    .all(methodNotAllowed('GET'));
  const looks = perAddress(limits.streamsPerAddress);
  router.route('/history').get(looks, history(parts)).all(methodNotAllowed('GET'));
  router.route('/guides/:procedure').get(looks, guide(parts)).all(methodNotAllowed('GET'));
  return router;
}

const openSession: RequestHandler = (request, response) => {
  const created = asks(request, 'fresh') || sessionOf(request) === null;
  if (created && asks(request, 'framed')) {
    response.json({ created, session: newSession() });
    return;
  }
  if (created) startSession(request, response);
  response.json({ created });
};

function guide(parts: WebChatDependencies): RequestHandler<{ procedure: string }> {
  return (request, response) => {
    const found = parts.guide(request.params.procedure);
    if (found === undefined)
      throw new CitizenError('NOT_FOUND', { status: 404, words: (to) => say(to, 'refused_guide') });
    response.json(found);
  };
}

function receive(parts: WebChatDependencies): RequestHandler {
  let arrivals = 0;
  const today = new DailyCount(parts.dailyCaps ?? DAILY_CAPS, parts.clock);
  return async (request, response) => {
    const conversationId = conversationOf(request, parts.citizenSecret);
    arrivals += 1;
    const at = parts.clock.now();
    const arrival = { conversationId, at, sequence: arrivals };
    const event = webEvent(request.body, arrival, parts.mask ?? maskText);
    today.take(address(request));
    const stored = await parts.inbox.store([event]).catch(storageUnavailable);
    // 0: a retry of what is already there; it is being answered, or was.
    if (stored > 0) {
      parts.metrics.increment('web_messages_total', { kind: event.kind });
      parts.notifier.publish(conversationId, 'accepted');
      parts.eventStored?.(conversationId);
    }
    // As it was kept, so that the page keeps nothing more either.
    response.status(202).json({ text: event.text, masked: event.masked !== undefined });
    const seconds = secondsBetween(at, parts.clock.now());
    parts.metrics.observe('acknowledgement_seconds', seconds, { channel: 'web' });
  };
}

function replies(parts: WebChatDependencies): RequestHandler {
  return async (request, response) => {
    const conversationId = conversationOf(request, parts.citizenSecret);
    const poll = parts.poll ?? POLL_TIMES;
    await streamReplies(response, parts, conversationId, lastRead(request), poll).catch(storageUnavailable);
  };
}

/** Turns of one answer to the page. */
const HISTORY_PAGE = 40;

/** The newest turns that are kept, or those before `?before=` (milliseconds since 1970). */
function history(parts: WebChatDependencies): RequestHandler {
  return async (request, response) => {
    const conversationId = conversationOf(request, parts.citizenSecret);
    const { before } = request.query;
    const time =
      typeof before === 'string' && /^\d{1,15}$/.test(before) ? new Date(Number(before)) : undefined;
    const kept = await parts.history.of(conversationId, HISTORY_PAGE, time).catch(storageUnavailable);
    response.json({ ...kept, older: kept.older?.getTime() });
  };
}

function storageUnavailable(cause: unknown): never {
  throw new CitizenError('STORAGE_UNAVAILABLE', {
    status: 503,
    words: (to) => say(to, 'refused_busy'),
    cause,
  });
}

function conversationOf(request: Request, secret: string): string {
  return citizenKey(secret, 'web', WEB_PAGE_ID, requiredSession(request));
}

function asks(request: Request, wish: 'fresh' | 'framed'): boolean {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && new Map(Object.entries(body)).get(wish) === true;
}

/** A browser that reconnects names the last event it got; a page that was loaded anew can only ask in the address. */
function lastRead(request: Request): number {
  const written = request.get('Last-Event-ID') ?? request.query['after'];
  return typeof written === 'string' && /^\d{1,9}$/.test(written) ? Number(written) : 0;
}
