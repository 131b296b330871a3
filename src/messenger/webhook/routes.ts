import { Router, type RequestHandler } from 'express';
import { receiver, type Receiver, type WebhookDependencies } from './receive.js';
import { isSameSecret } from './signature.js';

/** Facebook's way in. `receive` is the POST alone, for a server that passes it by Express: it is most of what comes. */
export interface Webhook {
  router: Router;
  receive: Receiver;
}

export interface HandshakeDependencies extends WebhookDependencies {
  verifyToken: string;
}

/**
 * The handshake, and events that are acknowledged only once they are stored. The same receiver stands in the router too:
 * `http/webhook-first.ts` passes only a POST to exactly `/webhook` by Express, and one with a query comes through here.
 */
export function createWebhook(parts: HandshakeDependencies): Webhook {
  const receive = receiver(parts);
  const router = Router();
  router
    .route('/')
    .get(handshake(parts))
    .post(receive)
    .all((_request, response) => {
      response.set('Allow', 'GET, POST').sendStatus(405);
    });
  return { router, receive };
}

/** Digits only and as text: the challenge is echoed. */
function handshake({ verifyToken, metrics }: HandshakeDependencies): RequestHandler {
  return (request, response) => {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = request.query;
    const known = mode === 'subscribe' && typeof token === 'string' && isSameSecret(token, verifyToken);
    if (!known || typeof challenge !== 'string' || !/^\d{1,64}$/.test(challenge)) {
      metrics.increment('webhook_handshakes_refused_total');
      response.sendStatus(403);
      return;
    }
    response.type('text/plain').send(challenge);
  };
}
