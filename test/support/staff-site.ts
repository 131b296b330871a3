import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStaffAccounts } from '../../src/accounts/staff-accounts.js';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { csrfToken } from '../../src/http/staff/own-forms.js';
import { createStores, type Stores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { silentLogger } from '../../src/shared/logger.js';
import { contentFolder } from './content-folder.js';
import { until } from './until.js';

const PEOPLE: Readonly<Record<string, string>> = {
  an: 'reviewer,answerer,approver',
  binh: 'reviewer,answerer',
  lan: 'editor',
  dung: 'editor',
  giam: 'viewer',
  chu: 'admin',
};

export interface StaffSite {
  url: string;
  dataDir: string;
  /** The content folder; its files may be looked at and changed. */
  content: string;
  /** The secret of somebody's open session. */
  session: (name: string) => string;
  as: (name: string) => StaffClient;
  stop: () => Promise<void>;
}

interface Answered {
  status: number;
  text: string;
  location: string;
}

export interface StaffClient {
  get: (path: string) => Promise<Answered>;
  /** As a form of our own would. */
  post: (path: string, form?: Record<string, string> | [name: string, value: string][]) => Promise<Answered>;
  /** Asks until the page says it. */
  until: (path: string, words: string | RegExp) => Promise<string>;
}

/** The whole product on a folder of its own, with accounts `an`, `binh` (reviewers who answer), `lan`, `dung` (editors), `giam` (viewer), `chu` (administrator). */
export async function startStaffSite(
  seed: (stores: Stores) => Promise<void> = async () => {},
  settings: Readonly<Record<string, string>> = {},
): Promise<StaffSite> {
  const folder = await mkdtemp(join(tmpdir(), 'staff-site-'));
  const content = join(folder, 'content');
  const dataDir = join(folder, 'data');
  await cp(contentFolder('test/fixtures/content'), content, { recursive: true });
  const sessions = await prepare(dataDir, seed);
  const where = { DATA_DIR: dataDir, CONTENT_DIR: content };
  const environment = { ...settings, PORT: '0', HOST: '127.0.0.1', ...where };
  const app = await startApp(readConfig(environment), { logger: silentLogger });
  const session = (name: string) => sessions.get(name) ?? '';
  return {
    url: app.url,
    dataDir,
    content,
    session,
    as: (name) => clientOf(app.url, session(name)),
    async stop() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function prepare(
  dataDir: string,
  seed: (stores: Stores) => Promise<void>,
): Promise<Map<string, string>> {
  const stores = await createStores({ dataDir, logger: silentLogger, clock: systemClock });
  const { administration, sessions } = createStaffAccounts(stores.staff, systemClock);
  const open = new Map<string, string>();
  for (const [name, role] of Object.entries(PEOPLE)) {
    await administration.add('server', {
      name,
      role,
      fullName: `Cán bộ ${name}`,
      passwordToChange: false,
      externalId: `id-${name}`,
    });
    open.set(name, await sessions.start(name));
  }
  await seed(stores);
  await stores.close();
  return open;
}

/** @param session the secret of an open session */
export function clientOf(url: string, session: string): StaffClient {
  const headers = { Cookie: `dong_hanh_phien=${session}` };
  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const response = await fetch(new URL(path, url), {
      redirect: 'manual',
      ...init,
      headers,
    });
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('Location') ?? '',
    };
  };
  const get = (path: string) => ask(path);
  return {
    get,
    post: (path, form = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams([
          ...(Array.isArray(form) ? form : Object.entries(form)),
          ['_csrf', csrfToken(session)],
        ]),
      }),
    async until(path, words) {
      let text = '';
      await until(async () => {
        ({ text } = await get(path));
        return typeof words === 'string' ? text.includes(words) : words.test(text);
      }, 100);
      return text;
    },
  };
}

export function contentFile(site: StaffSite, path: string): Promise<string> {
  return readFile(join(site.content, path), 'utf8');
}
