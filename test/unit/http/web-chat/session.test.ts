import { expect } from 'chai';
import { openTestServer, sessionCookie, type TestServer } from '../test-server.js';

describe('A web session', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('is a long random cookie that neither scripts nor other sites can use', async () => {
    server = await openTestServer();
    const answer = await server.post('/chat/session', {});
    expect(await answer.json()).to.deep.equal({ created: true });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).to.match(/^dong_hanh_web=[\w-]{43};/);
    expect(cookie).to.include('HttpOnly').and.to.include('SameSite=Strict').and.to.include('Path=/');
    expect(cookie).not.to.match(/Secure|Expires|Max-Age/);
    expect(await sessionCookie(server)).not.to.deep.equal(await sessionCookie(server));
  });

  it('goes over https only where the trusted proxy says the citizen came by https', async () => {
    const https = { 'X-Forwarded-Proto': 'https' };
    const secure = async () => (await server.post('/chat/session', {}, https)).headers.getSetCookie()[0];
    server = await openTestServer({ trustProxy: 1 });
    expect(await secure()).to.include('Secure');
    await server.close();
    server = await openTestServer({ trustProxy: false });
    expect(await secure()).not.to.include('Secure');
  });

  it('is kept when there is one, and left for a new one when the citizen asks', async () => {
    server = await openTestServer();
    const cookie = await sessionCookie(server);
    const again = await server.post('/chat/session', {}, cookie);
    expect(await again.json()).to.deep.equal({ created: false });
    expect(again.headers.getSetCookie()).to.deep.equal([]);
    const fresh = await server.post('/chat/session', { fresh: true }, cookie);
    expect(await fresh.json()).to.deep.equal({ created: true });
    expect(fresh.headers.getSetCookie()[0]).not.to.include(cookie.Cookie);
  });

  it('cannot be replaced by a form on another site', async () => {
    server = await openTestServer();
    const answer = await server.post('/chat/session', {}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(answer.status).to.equal(403);
    expect(answer.headers.getSetCookie()).to.deep.equal([]);
    const own = await server.post('/chat/session', {}, { 'Sec-Fetch-Site': 'same-origin' });
    expect(own.status).to.equal(200);
  });

  it('is kept by the page itself in a frame of another site, where browsers keep no cookie of ours', async () => {
    server = await openTestServer();
    const opened = await server.post('/chat/session', { framed: true });
    const { session } = (await opened.json()) as { session: string };
    expect(session).to.match(/^[\w-]{43}$/);
    expect(opened.headers.getSetCookie()).to.deep.equal([]);
    const own = { 'X-Chat-Session': session };
    expect(await (await server.post('/chat/session', { framed: true }, own)).json()).to.deep.equal({
      created: false,
    });
    expect(
      (await server.post('/chat/messages', { clientId: 'message-1', text: 'chào' }, own)).status,
    ).to.equal(202);
    const forged = await server.post(
      '/chat/messages',
      { clientId: 'message-2', text: 'chào' },
      { 'X-Chat-Session': 'x' },
    );
    expect(forged.status).to.equal(401);
  });
});
