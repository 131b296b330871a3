import { Router, text, type Request, type RequestHandler } from 'express';
import { newSecret } from '../../accounts/secrets.js';
import type { SignedIn } from '../../accounts/types.js';
import { AppError } from '../../shared/errors.js';
import { heldAt } from '../../conversation/service-switch.js';
import { cookieOf, isSecure } from '../came-by-https.js';
import { address, limited } from '../rate-limit.js';
import { DEVICE_COOKIE } from './cookies.js';
import { navigationOf } from './navigation.js';
import { csrfToken, requireOwnForm } from './own-forms.js';
import type { ShellDependencies } from './shell-dependencies.js';
import { staffProblems, tooMany } from './problems.js';
import type { Surroundings } from './render.js';
import type { StaffContext, StaffRoute, VisitorContext } from './route.js';
import { send } from './send.js';
import { admitted, notSignedIn, startVisit, visitorOf, type Visitor } from './visitor.js';

/** An address may stand for a whole office behind one router. */
const REQUESTS_PER_MINUTE = 600;

/** The staff area under `/quan-tri`: who may is checked here, before any handler of the table is called. */
export function staffShell(routes: readonly StaffRoute[], parts: ShellDependencies): Router {
  const router = Router({ caseSensitive: true });
  router.use(perDevice(REQUESTS_PER_MINUTE, 1, parts), (_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
    next();
  });
  for (const route of routes) {
    const first =
      route.rate === undefined ? [] : [perDevice(route.rate.limit, route.rate.windowMinutes, parts)];
    const form = text({ type: 'application/x-www-form-urlencoded', limit: route.formLimit ?? '64kb' });
    const verb = route.method === 'GET' ? 'get' : 'post';
    router[verb](route.path, ...first, form, take(route, routes, parts));
  }
  // What is not there is told to those who are signed in, and to nobody else.
  router.use(async (request) => {
    const { account } = await visitorOf(request, request.path, parts);
    if (account === null) throw notSignedIn();
    throw new AppError('NOT_FOUND', 'Không có trang này trong phần quản trị.', {
      status: 404,
      remedy: 'Địa chỉ có thể gõ nhầm hoặc đã đổi. Chọn một mục trong danh mục, hoặc về trang quản trị.',
    });
  });
  router.use(
    staffProblems(parts, async (request) =>
      surroundingsOf(await visitorOf(request, request.path, parts), request, routes, parts),
    ),
  );
  return router;
}

function take(route: StaffRoute, routes: readonly StaffRoute[], parts: ShellDependencies): RequestHandler {
  return async (request, response) => {
    const secure = isSecure(request, parts.publicUrl);
    const visitor = await visitorOf(request, route.path, parts);
    const account = admitted(route, visitor.account);
    if (route.method === 'POST') requireOwn(request, visitor, parts);
    else if (route.open === true) visitor.sessionId ??= startVisit(response, secure, parts.visits);
    const context = contextOf(request, visitor, parts);
    const answer = await (route.open === true
      ? route.handle(context)
      : route.handle({ ...context, ...staff(account, parts) }));
    await send(answer, {
      request,
      response,
      secure,
      surroundings: () => surroundingsOf(visitor, request, routes, parts),
    });
  };
}

/** A token stands in a header that no browser adds by itself, so its requests need no form token. */
function requireOwn(request: Request, visitor: Visitor, parts: ShellDependencies): void {
  if (visitor.sessionId === null && visitor.account !== null) return;
  const sent = request.get('X-CSRF-Token') ?? formOf(request).get('_csrf') ?? '';
  // Without a session or visit there is no form of ours to come from: any token is wrong then.
  requireOwnForm(request, visitor.sessionId ?? newSecret(), sent, parts.publicUrl);
}

function contextOf(request: Request, visitor: Visitor, parts: ShellDependencies): VisitorContext {
  const secure = isSecure(request, parts.publicUrl);
  return {
    now: parts.clock.now(),
    params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
    query: new URLSearchParams(request.url.split('?')[1] ?? ''),
    form: formOf(request),
    csrf: csrfToken(visitor.sessionId ?? ''),
    cookie: (name) => cookieOf(request, name, secure),
    account: visitor.account,
  };
}

function staff(account: SignedIn | null, parts: ShellDependencies): Pick<StaffContext, 'account' | 'audit'> {
  if (account === null) throw notSignedIn();
  return {
    account,
    audit: (entry) => parts.audit.append({ ...entry, actor: account.id, at: parts.clock.now() }),
  };
}

function formOf(request: Request): URLSearchParams {
  const body: unknown = request.body;
  return new URLSearchParams(typeof body === 'string' ? body : '');
}

async function surroundingsOf(
  { account, sessionId }: Visitor,
  request: Request,
  routes: readonly StaffRoute[],
  parts: ShellDependencies,
): Promise<Omit<Surroundings, 'flash'>> {
  return {
    account,
    authority: parts.authority(),
    csrf: csrfToken(sessionId ?? ''),
    navigation: account === null ? [] : navigationOf(routes, account.roles, request.path),
    demo: (await parts.demo?.()) ?? false,
    service: account === null ? null : heldAt((await parts.service?.read()) ?? null, parts.clock.now()),
  };
}

/** A browser that somebody signed in from before has a budget of its own: a flood from its address uses up another. */
function perDevice(limit: number, windowMinutes: number, parts: ShellDependencies): RequestHandler {
  return limited({
    limit,
    windowMinutes,
    key: (request) => {
      const kept = cookieOf(request, DEVICE_COOKIE, isSecure(request, parts.publicUrl));
      const device = parts.devices.idOf(kept);
      return device === null ? address(request) : `device ${device}`;
    },
    refusal: () => tooMany(windowMinutes),
  });
}
