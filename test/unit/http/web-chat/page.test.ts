import { expect } from 'chai';
import { text } from '../../../../src/conversation/replies.js';
import { errorOf, openTestServer, sessionCookie, type TestServer } from '../test-server.js';

const SITES = ['https://thue.example.gov.vn', 'https://*.danang.example.vn'];

describe('The page of the web chat', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('comes with its first words, so that nothing has to be fetched before them', async () => {
    const welcome = text('Dạ em chào </script><b>anh/chị</b>');
    server = await openTestServer({ page: () => ({ authority: 'Thuế mẫu', trial: false, welcome }) });
    const page = await (await server.get('/')).text();
    const written = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(page)?.[1];
    const data: unknown = JSON.parse(written ?? '');
    expect(data).to.deep.equal({ authority: 'Thuế mẫu', trial: false, welcome, framed: false });
  });

  it('stands in no frame, except on the sites that the office has named', async () => {
    server = await openTestServer({ frameSites: SITES });
    const whole = await server.get('/');
    expect(whole.headers.get('Content-Security-Policy')).to.include("frame-ancestors 'none'");
    const framed = await server.get('/nhung');
    expect(framed.status).to.equal(200);
    expect(framed.headers.get('Content-Security-Policy')).to.include(`frame-ancestors ${SITES.join(' ')}`);
    expect(framed.headers.get('Content-Security-Policy')).to.include("script-src 'self'");
    expect(framed.headers.get('X-Frame-Options')).to.equal(null);
    expect(await framed.text()).to.include('"framed":true');
  });

  it('is not there for frames while no site is named', async () => {
    server = await openTestServer();
    const answer = await server.get('/nhung');
    expect(answer.status).to.equal(404);
    expect((await errorOf(answer)).code).to.equal('NOT_FOUND');
  });

  it('lets another site load the script that shows it there with its icon, and nothing else', async () => {
    server = await openTestServer();
    const policy = async (path: string) =>
      (await server.get(path)).headers.get('Cross-Origin-Resource-Policy');
    expect(await policy('/nhung.js')).to.equal('cross-origin');
    expect(await policy('/icon.svg')).to.equal('cross-origin');
    expect(await policy('/chat/main.js')).to.equal('same-origin');
  });
});

describe('What was said before, for a page that is opened again', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await openTestServer();
    server.storage.past = Array.from({ length: 100 }, (_, index) => ({
      text: `câu ${index + 1}`,
      at: new Date(index * 1000),
      answeredAt: new Date(index * 1000),
      replies: [text(`trả lời ${index + 1}`)],
    }));
  });
  afterEach(() => server.close());

  interface Kept {
    turns: { text: string }[];
    older?: number;
    newest: number;
  }

  it('is told from the newest on, page by page', async () => {
    const cookie = await sessionCookie(server);
    const get = async (query = '') =>
      (await (await server.get(`/chat/history${query}`, cookie)).json()) as Kept;
    const first = await get();
    expect(first.turns.map((turn) => turn.text))
      .to.include('câu 100')
      .and.to.have.length(40);
    const second = await get(`?before=${first.older ?? ''}`);
    expect(second.turns.at(-1)?.text).to.equal('câu 60');
    const third = await get(`?before=${second.older ?? ''}`);
    expect(third.turns.map((turn) => turn.text)).to.have.length(20);
    expect(third.older).to.equal(undefined);
  });

  it('is told to nobody without a session', async () => {
    expect((await server.get('/chat/history')).status).to.equal(401);
  });

  it('does not trip over a time that is none', async () => {
    const cookie = await sessionCookie(server);
    expect((await server.get('/chat/history?before=hôm%20qua', cookie)).status).to.equal(200);
  });
});

describe('A whole guide, to be copied or printed', () => {
  it('is found by its procedure, and said not to be there otherwise', async () => {
    const whole = { name: 'Hoàn thuế', checkedOn: '2026-11-23', text: 'HOÀN THUẾ' };
    const server = await openTestServer({ guide: (id) => (id === 'hoan-thue' ? whole : undefined) });
    expect(await (await server.get('/chat/guides/hoan-thue')).json()).to.deep.equal(whole);
    expect((await server.get('/chat/guides/khong-co')).status).to.equal(404);
    await server.close();
  });
});
