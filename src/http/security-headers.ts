import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Nothing but our own files runs or is loaded: no inline script or style, no other origin, no framing.
 * `upgrade-insecure-requests` is left out so that a trial on plain http works; https is the proxy's work.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
}
