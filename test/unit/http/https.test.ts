import { expect } from 'chai';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { openTestServer, type TestServer } from './test-server.js';

const HTTPS = { 'X-Forwarded-Proto': 'https' };

describe('Behind https', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('browsers are told to come by https to this host, and to no other, for a year', async () => {
    server = await openTestServer({ trustProxy: 1 });
    const answer = await server.get('/health', HTTPS);
    expect(answer.headers.get('Strict-Transport-Security')).to.equal('max-age=31536000');
  });

  it('they are told the same of the hosts below only where the office says so', async () => {
    server = await openTestServer({ trustProxy: 1, hstsSubdomains: true });
    const answer = await server.get('/health', HTTPS);
    expect(answer.headers.get('Strict-Transport-Security')).to.equal('max-age=31536000; includeSubDomains');
  });

  it('the web chat’s cookie is this host’s alone, and a plain one is not taken', async () => {
    server = await openTestServer({ trustProxy: 1 });
    const answer = await server.post('/chat/session', {}, HTTPS);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).to.match(/^__Host-dong_hanh_web=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const pair = cookie.split(';')[0] ?? '';
    const created = async (Cookie: string) =>
      (await server.post('/chat/session', {}, { ...HTTPS, Cookie })).json();
    expect(await created(pair)).to.deep.equal({ created: false });
    expect(await created(pair.replace('__Host-', ''))).to.deep.equal({ created: true });
  });

  it('that is known from the service’s own address too, where the proxy does not say it', async () => {
    server = await openTestServer({ publicUrl: 'https://thue.example' });
    const cookieAt = async (host: string) => {
      const { hostname, port } = new URL(server.address);
      const headers = { Host: host, 'Content-Type': 'application/json' };
      const sent = request({ hostname, port, path: '/chat/session', method: 'POST', headers });
      sent.end('{}');
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      answer.resume();
      return answer.headers['set-cookie']?.[0];
    };
    expect(await cookieAt('thue.example'))
      .to.contain('__Host-dong_hanh_web=')
      .and.contain('Secure');
    expect(await cookieAt('10.0.0.5:3000'))
      .to.match(/^dong_hanh_web=/)
      .and.not.contain('Secure');
  });
});
