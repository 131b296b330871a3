import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Nothing but our own files runs or is loaded: no inline script or style, no other origin, no framing.
 * `upgrade-insecure-requests` is left out so that a trial on plain http works; https is the proxy's work.
 */
export function securityHeaders({ hstsSubdomains }: { hstsSubdomains?: boolean } = {}): RequestHandler {
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
    // A year, for this host. The hosts below it belong to others, who may still be reached by http.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: hstsSubdomains === true },
    referrerPolicy: { policy: 'no-referrer' },
  });
}
