import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskText } from '../../../src/privacy/mask-text.js';
import { createPasswordHasher, type PasswordCost } from '../../../src/accounts/password.js';
import { createStaffAccounts } from '../../../src/accounts/staff-accounts.js';
import { loadContent } from '../../../src/content/load.js';
import { understandingOf } from '../../support/trained.js';
import { createHttpApp } from '../../../src/http/http-app.js';
import { closed, listen } from '../../../src/http/listening.js';
import { staffArea, type StaffAreaDependencies } from '../../../src/http/staff/area.js';
import { staffRoutes } from '../../../src/http/staff/routes.js';
import { createWebNotifier } from '../../../src/http/web-chat/notifier.js';
import { AUDIT_DAYS } from '../../../src/records/stores/retention.js';
import { createStores } from '../../../src/records/stores.js';
import { createStatistics } from '../../../src/statistics/statistics.js';
import { createMetrics } from '../../../src/shared/metrics.js';
import { staffServices } from '../../../src/staff-pages.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { chatPage } from '../../fakes/chat-page.js';
import { contentFolder } from '../../support/content-folder.js';

const CONTENT = contentFolder('test/fixtures/content');

export const PASSWORD = 'con meo den ngu tren mai nha';
const MONDAY = new Date('2026-11-23T01:00:00Z');

/** A password takes a third of a second at its full cost; what is tested here seldom turns on that. */
const CHEAP: PasswordCost = { ln: 4, r: 8, p: 1 };

/** The whole app over an embedded store of its own; `now` is moved by the test. */
export async function openStaffServer({
  passwordCost = CHEAP,
  trustProxy = false,
  ...extra
}: Partial<StaffAreaDependencies> & { passwordCost?: Readonly<PasswordCost>; trustProxy?: boolean } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'staff-'));
  const time = { now: MONDAY };
  const clock = { now: () => time.now };
  const known = await (learnt ??= learn());
  const stores = await createStores({ dataDir: folder, logger: silentLogger, clock });
  const accounts = createStaffAccounts(stores.staff, clock, { hasher: createPasswordHasher(passwordCost) });
  const metrics = createMetrics();
  const telling = { clock, metrics, logger: silentLogger };
  const statistics = createStatistics(stores.collections, () => known.content, clock);
  const knowledge = { current: () => known };
  const { work } = staffServices({
    config: {
      ...{ contentDir: CONTENT, authority: 'Thuế thử', contentApproval: 'second' as const },
      ...{ consentMode: 'ask' as const, retentionDays: 30, colleagueSilenceHours: 12 },
      officers: { name: 'Cán bộ thử', silenceHours: 12, humanAgent: false, answerIn: 'staff_pages' },
    },
    ...{ mask: maskText, stored: () => undefined, closing: AbortSignal.abort() },
    ...{ stores, knowledge, live: { problems: () => [], edit: readOnly }, clock, logger: silentLogger },
  });
  const pages = { auditDays: AUDIT_DAYS, statistics, work, ...extra };
  const area = staffArea({ accounts, ...telling, authority: () => 'Thuế thử', ...pages });
  const app = createHttpApp({
    ...telling,
    inbox: stores.inbox,
    webReplies: stores.webReplies,
    notifier: createWebNotifier(),
    citizenSecret: 'a secret for tests only',
    trustProxy,
    health: () => Promise.reject(new Error('not asked here')),
    ...chatPage,
    mounts: { '/quan-tri': area },
    metricsToken: async (token) => (await accounts.gate.byToken(token))?.role === 'metrics',
  });
  const server = createServer(app);
  const address = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  const add = (name: string, role: string, changes = {}) =>
    accounts.administration.add('server', {
      name,
      role,
      password: PASSWORD,
      passwordToChange: false,
      ...changes,
    });
  return {
    address,
    accounts,
    stores,
    /** The table that the app was made of. */
    routes: staffRoutes({ ...accounts, ...pages }),
    add,
    /** Moves the clock. */
    pass: (minutes: number) => void (time.now = new Date(time.now.getTime() + minutes * 60_000)),
    now: () => time.now,
    async close() {
      server.closeAllConnections();
      await closed(server);
      await stores.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let learnt: ReturnType<typeof learn> | undefined;

/** Once for all servers: nothing changes it. */
async function learn() {
  const { content } = await loadContent(CONTENT, '2026-11-24');
  if (content === null) throw new Error('the fixture has faults');
  return understandingOf(content);
}

/** The fixture's files belong to all tests. */
function readOnly(): Promise<never> {
  return Promise.reject(new Error('content is not changed here'));
}

export type StaffServer = Awaited<ReturnType<typeof openStaffServer>>;

/** What a browser does, `around`: with these headers at each request. It keeps cookies, fills the hidden field of the form in front of it, follows nothing by itself. */
export function visitor(address: string, around: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  let csrf = '';
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers({ ...around, ...Object.fromEntries(new Headers(init.headers)) });
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const url = path.startsWith('http') ? path : `${address}/quan-tri${path}`;
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const written of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(written) ?? [];
      if (value === '' || /expires=thu, 01 jan 1970/i.test(written)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const see = async (path: string) => {
    const answer = await ask(path);
    const text = await answer.text();
    csrf = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? csrf;
    return { status: answer.status, text, headers: answer.headers };
  };
  const send = (
    path: string,
    fields: Record<string, string> | [name: string, value: string][] = {},
    headers: Record<string, string> = {},
  ) => {
    const given = Array.isArray(fields) ? fields : Object.entries(fields);
    const body = new URLSearchParams(given);
    if (!body.has('_csrf')) body.set('_csrf', csrf);
    return ask(path, { method: 'POST', body, headers });
  };
  return {
    cookies,
    ask,
    see,
    send,
    async signIn(name: string, password = PASSWORD): Promise<Response> {
      await see('/dang-nhap');
      return send('/dang-nhap', { name, password });
    },
  };
}

export type Visitor = ReturnType<typeof visitor>;
