import { expect } from 'chai';
import { ROLES, TOKEN_ROLES, type Role } from '../../../src/accounts/types.js';
import type { StaffRoute } from '../../../src/http/staff/route.js';
import { openStaffServer, visitor, type StaffServer, type Visitor } from './staff-server.js';

const WHO = ['signed out', ...ROLES] as const;

/** What answers without sign-in, besides health, the webhook and the chat. A route that opens must be put here by hand. */
const OPEN = ['GET /dang-nhap', 'POST /dang-nhap', 'GET /dang-nhap/openid', 'GET /dang-nhap/openid/tra-ve'];
/** What each role is for, by the part of the staff area; the longest path counts. Everybody has `/toi` and the way out. */
const TABLE: Readonly<Record<string, readonly Role[]>> = {
  '/thong-ke': ['viewer', 'reviewer', 'head'],
  '/thong-ke/cuoc-tro-chuyen': ['reviewer'],
  '/thong-ke/can-bo': ['viewer', 'answerer', 'head'],
  '/api': ['viewer', 'reviewer', 'head'],
  '/viec': ['reviewer', 'answerer', 'editor', 'approver'],
  '/duyet': ['reviewer'],
  '/thu-cau': ['reviewer', 'editor', 'approver'],
  '/thu-cau/xep': ['reviewer'],
  '/bang-quyet-dinh': ['reviewer', 'editor', 'approver'],
  '/noi-dung': ['reviewer', 'editor', 'approver'],
  '/noi-dung/ban/:version/quay-lai': ['approver'],
  '/noi-dung/moi': ['editor', 'approver'],
  '/noi-dung/ngung': ['editor', 'approver'],
  '/noi-dung/sua': ['editor', 'approver'],
  '/noi-dung/lich-su/quay-lai': ['editor', 'approver'],
  '/noi-dung/ban-thao/:id/sua': ['editor', 'approver'],
  '/noi-dung/ban-thao/:id/gui': ['editor', 'approver'],
  '/noi-dung/ban-thao/:id/do': ['editor', 'approver'],
  '/noi-dung/ban-thao/:id/bo': ['editor', 'approver'],
  '/noi-dung/ban-thao/:id/duyet': ['approver'],
  '/noi-dung/ban-thao/:id/tra-lai': ['approver'],
  '/yeu-cau': ['answerer'],
  '/thu-bay': ['answerer'],
  '/hoi-thoai': ['reviewer', 'answerer'],
  '/tai-khoan': [],
  '/ma-api': [],
  '/nhat-ky': [],
  '/bat-tat': [],
  '/toi': ROLES,
  '/dang-xuat': ROLES,
  '/': ROLES,
};
/** Nobody's affair but the administrators'. */
const ADMIN_ONLY = ['/tai-khoan', '/ma-api', '/nhat-ky', '/bat-tat'];

const named = ({ method, path }: StaffRoute) => `${method} ${path}`;

describe('Who may do what in the staff area', () => {
  let server: StaffServer;
  let routes: StaffRoute[];
  const people = new Map<string, Visitor>();
  const provider = { name: 'x', provider: { begin: unavailable, finish: unavailable } };

  before(async function () {
    this.timeout(300_000);
    server = await openStaffServer({ openId: provider });
    routes = server.routes;
    for (const role of ROLES) {
      await server.add(`nguoi-${role}`, role);
      const browser = visitor(server.address);
      await browser.signIn(`nguoi-${role}`);
      await browser.see('/toi');
      people.set(role, browser);
    }
    const stranger = visitor(server.address);
    await stranger.see('/dang-nhap');
    people.set('signed out', stranger);
  });
  after(() => server.close());

  it('opens nothing but signing in', () => {
    const open = routes.filter(({ open }) => open === true).map(named);
    expect(open.sort()).to.deep.equal([...OPEN].sort());
  });

  it('leaves accounts, tokens and the audit trail to administrators', () => {
    const others = routes.filter(
      ({ path, roles }) => ADMIN_ONLY.some((part) => path.startsWith(part)) && roles?.length !== 0,
    );
    expect(others.map(named)).to.deep.equal([]);
  });

  it('gives each role the parts it is for', () => {
    const wrong = routes.flatMap((route) => {
      if (route.open === true) return [];
      const [part = '/'] = Object.keys(TABLE)
        .filter((prefix) => route.path.startsWith(prefix))
        .sort((a, b) => b.length - a.length);
      if (part === '/' && route.path !== '/') return [`${named(route)} has no line in the table`];
      const [may, expected] = [[...route.roles].sort(), [...(TABLE[part] ?? [])].sort()];
      return may.join() === expected.join() ? [] : [`${named(route)}: ${may.join()} for ${expected.join()}`];
    });
    expect(wrong).to.deep.equal([]);
  });

  it('lets somebody with several roles take what any of them may', async () => {
    await server.add('hai-viec', 'viewer, answerer');
    const browser = visitor(server.address);
    await browser.signIn('hai-viec');
    for (const [path, status] of [
      ['/thong-ke', 200],
      ['/yeu-cau', 200],
      ['/duyet', 403],
      ['/tai-khoan', 403],
    ] as const)
      expect((await browser.ask(path)).status, path).to.equal(status);
  });

  it('has every page once, and every page of the navigation can be read by somebody', () => {
    expect(new Set(routes.map(named)).size).to.equal(routes.length);
    for (const route of routes) if (route.nav !== undefined) expect(route.method).to.equal('GET');
  });

  it('leads who is lost back into the staff pages', async () => {
    const { status, text } = (await people.get('viewer')?.see('/khong-co-trang-nay')) ?? {
      status: 0,
      text: '',
    };
    expect(status).to.equal(404);
    expect(text).to.contain('href="/quan-tri/"').and.to.contain('về trang quản trị');
    expect(text).to.not.contain('trò chuyện');
  });

  it('lets each role take what the table gives it and nothing else, and sends who is signed out to sign in', async () => {
    // Signing out last: it ends the session that the other rows are asked with.
    const rows = [...routes].sort(
      (a, b) => Number(a.path === '/dang-xuat') - Number(b.path === '/dang-xuat'),
    );
    const wrong: string[] = [];
    for (const route of rows) {
      for (const who of WHO) {
        const expected = expectation(route, who);
        const found = await outcome(people.get(who), route);
        if (found !== expected) wrong.push(`${who}: ${named(route)} → ${found}, expected ${expected}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('gives a token what its role may below /api/ and nothing else', async () => {
    for (const role of TOKEN_ROLES) {
      const { token } = await server.accounts.tokens.create('server', { name: role, role, days: 1 });
      const headers = { Authorization: `Bearer ${token}` };
      const browser = visitor(server.address);
      for (const route of routes) {
        const path = example(route.path);
        const answer = await browser.ask(path, { method: route.method, headers });
        if (route.open === true) continue;
        const may = route.path.startsWith('/api/') && role !== 'metrics' && route.roles.includes(role);
        expect(![303, 401, 403].includes(answer.status), `${role}: ${named(route)}`).to.equal(may);
      }
      const metrics = await fetch(`${server.address}/metrics`, { headers });
      expect(metrics.status, role).to.equal(role === 'metrics' ? 200 : 401);
    }
  });
});

function unavailable(): Promise<never> {
  return Promise.reject(new Error('no provider in this test'));
}

const example = (path: string) => path.replace(/:\w+/g, 'khong-co');

type Outcome = 'handled' | 'sign in' | 'forbidden' | 'form refused';

function expectation(route: StaffRoute, who: 'signed out' | Role): Outcome {
  if (route.open === true) return 'handled';
  if (who === 'signed out') return 'sign in';
  return who === 'admin' || route.roles.includes(who) ? 'handled' : 'forbidden';
}

/** By what is answered, so that a handler that runs too early would show. */
async function outcome(browser: Visitor | undefined, route: StaffRoute): Promise<Outcome> {
  if (browser === undefined) throw new Error('nobody asks');
  const path = example(route.path);
  const answer = await (route.method === 'GET' ? browser.ask(path) : browser.send(path));
  const text = await answer.text();
  if (answer.status === 303 && answer.headers.get('Location')?.startsWith('/quan-tri/dang-nhap') === true)
    return route.path === '/dang-xuat' ? 'handled' : 'sign in';
  if (text.includes('NOT_SIGNED_IN')) return 'sign in';
  if (text.includes('FORM_OUTDATED')) return 'form refused';
  return text.includes('FORBIDDEN') ? 'forbidden' : 'handled';
}
