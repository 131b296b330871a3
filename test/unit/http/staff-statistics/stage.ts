import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Role } from '../../../../src/accounts/types.js';
import type { StaffAnswer } from '../../../../src/http/staff/answers.js';
import { render } from '../../../../src/http/staff/render.js';
import type { GuardedRoute, StaffContext } from '../../../../src/http/staff/route.js';
import { statisticsRoutes } from '../../../../src/http/staff/statistics/routes.js';
import type { Stores } from '../../../../src/records/stores.js';
import { countWaiting } from '../../../../src/statistics/counting/counter.js';
import { createStatistics } from '../../../../src/statistics/statistics.js';
import { embeddedPlace } from '../../../integration/records/engines.js';
import type { ExampleExchange } from '../../../../src/statistics/metrics/example.js';
import { exchangeOf } from '../../../support/example-exchange.js';
import { SAMPLE_CONTENT } from '../../../support/sample-content.js';

export const NOW = new Date('2026-11-24T10:00:00Z');
const CLOCK = { now: () => NOW };

export interface Stage {
  stores: Stores;
  audited: string[];
  routes: readonly GuardedRoute[];
  record(given: readonly ExampleExchange[]): Promise<void>;
  /** What the route of this path answers. */
  ask(path: string, query?: string, role?: Role): Promise<StaffAnswer>;
  page(query?: string, role?: Role): Promise<string>;
  file(path: string, query?: string): Promise<{ name: string; bytes: Buffer; text: string }>;
  close(): Promise<void>;
}

/** The statistics pages on these stores, or on a store of their own, asked without HTTP. */
export async function stageOf(given?: Stores): Promise<Stage> {
  const place = await embeddedPlace();
  const stores = given ?? (await place.open());

  const routes = statisticsRoutes(
    createStatistics(stores.collections, () => SAMPLE_CONTENT, CLOCK),
    () => 'Thuế thành phố Đà Nẵng',
  ) as GuardedRoute[];
  const audited: string[] = [];
  const accountOf = (role: Role) => ({ id: 'thu', fullName: 'Tài khoản thử', roles: [role] });
  const ask: Stage['ask'] = async (path, query = '', role = 'reviewer') => {
    const context = {
      now: NOW,
      query: new URLSearchParams(query),
      account: accountOf(role),
      audit: ({ action, subject }) => {
        audited.push(`${action} ${subject ?? ''}`);
        return Promise.resolve();
      },
    } satisfies Partial<StaffContext>;
    const route = routes.find((one) => one.path === path);
    if (route === undefined) throw new Error(`no route ${path}`);
    return route.handle(context as unknown as StaffContext);
  };
  return {
    stores,
    audited,
    routes,
    ask,
    async record(given) {
      for (const { _id, uncounted, ...rest } of given.map(exchangeOf)) {
        if (uncounted !== undefined) await stores.records.write({ eventKey: _id, ...rest });
      }
      await countWaiting(stores.collections, CLOCK);
    },
    async page(query, role = 'reviewer') {
      const answer = await ask('/thong-ke', query, role);
      if (answer.kind !== 'page') throw new Error('not a page');
      const around = { navigation: [], authority: '', csrf: '', demo: false, flash: null };
      return render(answer, { ...around, account: accountOf(role) });
    },
    async file(path, query) {
      const answer = await ask(path, query);
      if (answer.kind !== 'file') throw new Error('not a file');
      const { body, name } = answer;
      const bytes = body instanceof Readable ? await buffered(body) : Buffer.from(body);
      return { name, bytes, text: await text(Readable.from([bytes])) };
    },
    async close() {
      if (given === undefined) await stores.close();
      await place.clear();
    },
  };
}

async function buffered(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
