import { fileURLToPath } from 'node:url';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from '../shared/logger.js';
import { PUBLIC_URL_SETTING } from './came-by-https.js';
import { errorResponses, methodNotAllowed, notFound } from './error-responses.js';
import type { Speaker } from '../conversation/wording/say.js';
import { healthRoute, type Health } from './health.js';
import { metricsRoute, type MetricsDependencies } from './metrics-route.js';
import { securityHeaders } from './security-headers.js';
import { chatPage, framedPage, type WebPage } from './web-chat/page.js';
import { webChatRoutes, type WebChatDependencies } from './web-chat/routes.js';

export interface HttpDependencies extends WebChatDependencies, MetricsDependencies {
  logger: Logger;
  /** Express' setting: how many proxies, or which, may say who the client is and whether it came by https. */
  trustProxy: boolean | number | string;
  /** How it is reached from outside, where that is known. */
  publicUrl?: string;
  /** Whether browsers shall ask every host below this one by https too; only the office knows that all can. */
  hstsSubdomains?: boolean;
  health: () => Promise<Health>;
  /** Facebook's way in. It reads the raw body itself. */
  webhook?: RequestHandler;
  /** The staff pages and whatever else the composition root adds, by path. */
  mounts?: Readonly<Record<string, RequestHandler>>;
  publicFolder?: string;
  /** Whose words refusals are told in: the content as it is now. */
  speaker: () => Speaker;
  /** What the chat page shows at once. */
  page: () => WebPage;
  /** Sites that may show the chat in a frame, as `https://site`; none unless told. */
  frameSites?: readonly string[];
}

const PUBLIC_FOLDER = fileURLToPath(new URL('../../public/', import.meta.url));

/** Everything that is reached over HTTP, joined. Listening is the caller's work. */
export function createHttpApp(parts: HttpDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustProxy);
  app.set('query parser', 'simple');
  app.set(PUBLIC_URL_SETTING, parts.publicUrl);
  app.use(securityHeaders(parts));
  // First: its signature is over the raw bytes, which a body parser would have eaten.
  if (parts.webhook !== undefined) app.use('/webhook', parts.webhook);
  app.route('/health').get(healthRoute(parts.health)).all(methodNotAllowed('GET'));
  app.route('/metrics').get(metricsRoute(parts)).all(methodNotAllowed('GET'));
  app.use('/chat', webChatRoutes(parts));
  for (const [path, mounted] of Object.entries(parts.mounts ?? {})) app.use(path, mounted);
  const folder = parts.publicFolder ?? PUBLIC_FOLDER;
  app.route('/').get(chatPage(folder, parts.page)).all(methodNotAllowed('GET', 'HEAD'));
  app
    .route('/nhung')
    .get(framedPage(folder, parts.page, parts.frameSites ?? []))
    .all(methodNotAllowed('GET', 'HEAD'));
  app.use(files(folder));
  app.use(notFound);
  app.use(errorResponses(parts.logger, parts.metrics, (refusal) => refusal.said(parts.speaker())));
  return app;
}

/** Files are asked for again each time and answered with 304: a correction is seen at once. */
function files(folder: string): RequestHandler {
  return express.static(folder, {
    cacheControl: false,
    redirect: false,
    index: false,
    setHeaders: (response, path) => {
      // What an office's own site loads to show the button to the chat.
      if (/\/(?:nhung\.js|icon\.svg)$/.test(path))
        response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    },
  });
}
