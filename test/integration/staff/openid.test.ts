import { expect } from 'chai';
import { createOpenId } from '../../../src/accounts/openid.js';
import { startProvider } from './fake-provider.js';
import { openStaffServer, visitor, type StaffServer, type Visitor } from './staff-server.js';

const OWN = 'https://quan-tri.test';

describe('Signing in through the office’s identity provider', () => {
  let provider: Awaited<ReturnType<typeof startProvider>>;
  let server: StaffServer;
  let browser: Visitor;

  beforeEach(async () => {
    provider = await startProvider();
    const openId = createOpenId({
      issuer: provider.issuer,
      clientId: 'dong-hanh',
      clientSecret: 'secret',
      claim: 'email',
      redirectUri: `${OWN}/quan-tri/dang-nhap/openid/tra-ve`,
    });
    server = await openStaffServer({ openId: { name: 'tài khoản ngành', provider: openId } });
    await server.add('an', 'reviewer', { password: undefined, externalId: 'an@thue.test' });
    browser = visitor(server.address);
  });
  afterEach(async () => {
    await server.close();
    await provider.close();
  });

  /** Goes to the provider and comes back, as far as the last answer of ours; `change` tampers with the way back. */
  const goThrough = async (change: (back: URL) => void = () => undefined) => {
    const begun = await browser.ask('/dang-nhap/openid?den=%2Ftoi');
    const there = await fetch(begun.headers.get('Location') ?? '', { redirect: 'manual' });
    const back = new URL(there.headers.get('Location') ?? '');
    change(back);
    return browser.ask(`/dang-nhap/openid/tra-ve${back.search}`);
  };

  it('is offered on the sign-in page by its name', async () => {
    expect((await browser.see('/dang-nhap')).text).to.include('Đăng nhập bằng tài khoản ngành');
  });

  it('opens the account that the provider’s claim belongs to, at the page that was asked for', async () => {
    expect((await goThrough()).headers.get('Location')).to.equal('/quan-tri/toi');
    expect((await browser.see('/toi')).text).to.include('không có mật khẩu riêng');
    const [entry] = await server.accounts.audit.list({ limit: 1 });
    expect(entry).to.include({ actor: 'an', action: 'session.start', details: 'OpenID Connect' });
  });

  it('makes no account for whoever has none, and opens no disabled one', async () => {
    provider.state.person = { ...provider.state.person, email: 'giam.doc@thue.test' };
    expect((await goThrough()).status).to.equal(403);
    expect(await server.accounts.administration.list()).to.have.length(1);
    provider.state.person = { ...provider.state.person, email: 'an@thue.test' };
    await server.accounts.administration.disable('server', 'an');
    expect((await goThrough()).status).to.equal(403);
    expect((await browser.see('/toi')).status).to.equal(303);
  });

  it('does not believe an address that the provider has not verified', async () => {
    provider.state.person = { ...provider.state.person, email_verified: false };
    expect((await goThrough()).status).to.equal(401);
  });

  it('refuses an answer to another sign-in, a made-up one, and one that is used twice', async () => {
    const states = [
      await goThrough((back) => back.searchParams.set('state', 'x')),
      await goThrough((back) => back.searchParams.set('code', 'x')),
    ];
    provider.state.nonce = 'of another sign-in';
    states.push(await goThrough());
    provider.state.nonce = undefined;
    let used = '';
    await goThrough((back) => (used = back.search));
    await visitor(server.address).ask(`/dang-nhap/openid/tra-ve${used}`);
    states.push(await visitor(server.address).ask(`/dang-nhap/openid/tra-ve${used}`));
    expect(states.map(({ status }) => status)).to.deep.equal([401, 401, 401, 401]);
  });

  it('says so when the provider is out of reach', async () => {
    const silent = createOpenId({
      issuer: 'http://127.0.0.1:9',
      clientId: 'x',
      clientSecret: 'x',
      claim: 'sub',
      redirectUri: OWN,
    });
    const other = await openStaffServer({ openId: { name: 'x', provider: silent } });
    try {
      const answer = await visitor(other.address).ask('/dang-nhap/openid');
      expect(answer.status).to.equal(503);
      expect(await answer.text()).to.include('Chưa liên lạc được với hệ thống đăng nhập');
    } finally {
      await other.close();
    }
  });
});
