import { expect } from 'chai';
import { Router, type RequestHandler } from 'express';
import { foreseen } from '../../../src/http/error-responses.js';
import { forStaff } from '../../../src/http/staff/general-faults.js';
import { AppError } from '../../../src/shared/errors.js';
import { SAMPLE_CONTENT } from '../../support/sample-content.js';
import { errorOf, HEALTHY, openTestServer, type TestServer } from './test-server.js';

describe('The HTTP server', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('serves the chat page in Vietnamese, and lets it run nothing but its own files', async () => {
    server = await openTestServer();
    const answer = await server.get('/');
    expect(answer.status).to.equal(200);
    expect(await answer.text()).to.match(/<html lang="vi">/);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).to.include("default-src 'none'");
    expect(policy).to.include("script-src 'self'");
    expect(policy).not.to.include('unsafe');
    expect(answer.headers.get('X-Powered-By')).to.equal(null);
  });

  it('answers an unknown address with a sentence in JSON', async () => {
    server = await openTestServer();
    const answer = await server.get('/khong-co');
    expect(answer.status).to.equal(404);
    expect((await errorOf(answer)).code).to.equal('NOT_FOUND');
  });

  it('refuses in the words that staff wrote: what happened, then what to do', async () => {
    const own = 'Dạ trang này em không thấy.\nAnh/chị về trang đầu giúp em ạ.';
    const sentences = new Map([...SAMPLE_CONTENT.sentences, ['refused_unknown_page', [own]] as const]);
    server = await openTestServer({ speaker: () => ({ content: { sentences } }) });
    expect(await errorOf(await server.get('/khong-co'))).to.deep.equal({
      code: 'NOT_FOUND',
      message: 'Dạ trang này em không thấy.',
      remedy: 'Anh/chị về trang đầu giúp em ạ.',
    });
  });

  it('tells staff of a fault in words for staff, not in those of the chat', () => {
    const tooLarge = forStaff(foreseen(Object.assign(new Error('too large'), { status: 413 })));
    expect(tooLarge).to.include({ code: 'BODY_TOO_LARGE', status: 413 });
    expect(tooLarge.message).to.equal('Nội dung gửi lên dài quá.');
    expect(forStaff(foreseen(new Error('disk'))).message).to.equal('Hệ thống gặp trục trặc.');
  });

  it('says which methods an address takes', async () => {
    server = await openTestServer();
    for (const [path, allowed] of [
      ['/', 'GET, HEAD'],
      ['/health', 'GET'],
      ['/metrics', 'GET'],
      ['/chat/replies', 'GET'],
      ['/chat/history', 'GET'],
    ] as const) {
      const answer = await server.post(path, {});
      expect(answer.status, path).to.equal(405);
      expect(answer.headers.get('Allow'), path).to.equal(allowed);
      const { code, remedy } = await errorOf(answer);
      expect(code, path).to.equal('METHOD_NOT_ALLOWED');
      expect(remedy, path).to.equal(`Dùng: ${allowed}.`);
    }
    expect((await server.get('/chat/messages')).status).to.equal(405);
  });

  it('answers a malformed address like an unknown one, not with a stack', async () => {
    server = await openTestServer();
    const answer = await server.get('/%E0%A4%A');
    expect(answer.status).to.equal(404);
    expect(await answer.text()).not.to.match(/node_modules|\bat \w+/);
  });

  it('hands the webhook its raw bytes, untouched by a body parser', async () => {
    const seen: string[] = [];
    const webhook: RequestHandler = (request, response) => {
      request.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
      request.on('end', () => response.send('ok'));
    };
    server = await openTestServer({ webhook: Router().post('/', webhook) });
    const body = '{"object":"page",  "entry":[]}';
    expect(await (await server.post('/webhook', body)).text()).to.equal('ok');
    expect(seen.join('')).to.equal(body);
  });

  it('has no webhook while no Page is connected', async () => {
    server = await openTestServer();
    expect((await server.post('/webhook', {})).status).to.equal(404);
  });

  it('mounts further pages by their path', async () => {
    server = await openTestServer({
      mounts: { '/thong-ke': (_request, response) => void response.send('số liệu') },
    });
    expect(await (await server.get('/thong-ke')).text()).to.equal('số liệu');
  });

  describe('when a part fails', () => {
    const failing = (thrown: unknown): RequestHandler => {
      return () => {
        throw thrown;
      };
    };

    it('passes on a foreseen error: status, code, sentence and remedy', async () => {
      const full = new AppError('SLOT_FULL', 'Khung giờ đã kín.', { status: 409, remedy: 'Chọn giờ khác.' });
      server = await openTestServer({ mounts: { '/dat-lich': failing(full) } });
      const answer = await server.get('/dat-lich');
      expect(answer.status).to.equal(409);
      expect(await errorOf(answer)).to.deep.equal({
        code: 'SLOT_FULL',
        message: 'Khung giờ đã kín.',
        remedy: 'Chọn giờ khác.',
      });
    });

    it('tells nothing of an unforeseen one, neither to the citizen nor, of its text, to the log', async () => {
      const logged: unknown[] = [];
      const error = (...line: unknown[]) => void logged.push(line);
      const logger = { debug: error, info: error, warn: error, error, fatal: error };
      server = await openTestServer({
        logger,
        mounts: { '/hong': failing(new Error('duplicate key { text: "0912345678" }')) },
      });
      const answer = await server.get('/hong');
      expect(answer.status).to.equal(500);
      const told = await answer.text();
      expect(told).to.include('INTERNAL');
      expect(told + JSON.stringify(logged)).not.to.match(/0912345678|duplicate/);
      expect(logged).to.have.length(1);
      expect(await server.metrics.render()).to.include('http_errors_total{code="INTERNAL"} 1');
    });
  });

  describe('/health', () => {
    it('says how storage, content, matcher and sending stand', async () => {
      server = await openTestServer();
      const answer = await server.get('/health');
      expect(answer.status).to.equal(200);
      expect(await answer.json()).to.deep.equal({ status: 'ok', ...HEALTHY });
    });

    it('answers 503 when the storage takes no writes, or nothing more is taken in', async () => {
      const { storage } = HEALTHY;
      for (const trouble of [{ reachable: false, refusal: 'ENOSPC' }, { shortOf: 'disk' as const }]) {
        const health = { ...HEALTHY, storage: { ...storage, ...trouble } };
        server = await openTestServer({ health: () => Promise.resolve(health) });
        const answer = await server.get('/health');
        expect(answer.status).to.equal(503);
        expect(await answer.json()).to.deep.include({ status: 'down', storage: health.storage });
        await server.close();
      }
      server = await openTestServer();
    });

    it('stays 200 but says "degraded" when files, Page, subscription or size need someone', async () => {
      const faulty = { version: 'c0ffee', problems: 2, summary: ['procedures/a.yaml:3'], watching: true };
      const large = { ...HEALTHY.storage, conversations: 800, madeFor: 1000 };
      const stopped = { state: 'stopped', reason: '190' } as const;
      for (const found of [
        { ...HEALTHY, content: faulty },
        { ...HEALTHY, sending: stopped },
        { ...HEALTHY, content: { ...HEALTHY.content, watching: false } },
        { ...HEALTHY, page: { problems: ['our app is not subscribed'] } },
        { ...HEALTHY, storage: large },
        { ...HEALTHY, queue: { messages: 3, replies: 0, oldestSeconds: 1000, dropped: 0 } },
      ]) {
        server = await openTestServer({ health: () => Promise.resolve(found) });
        const answer = await server.get('/health');
        expect(answer.status).to.equal(200);
        expect(await answer.json()).to.include({ status: 'degraded' });
        await server.close();
      }
      server = await openTestServer();
    });

    it('answers 503 without details when it cannot find out', async () => {
      server = await openTestServer({
        health: () => Promise.reject(new Error('mongodb://user:secret@host')),
      });
      const answer = await server.get('/health');
      expect(answer.status).to.equal(503);
      expect(await answer.text()).not.to.include('secret');
    });
  });

  it('shows the figures in the form Prometheus reads', async () => {
    server = await openTestServer({ metricsToken: (token) => Promise.resolve(token === 'right') });
    for (const headers of [
      { Authorization: '' },
      { Authorization: 'Bearer wrong' },
      { Authorization: 'right' },
    ]) {
      const refused = await server.get('/metrics', headers);
      expect(refused.status).to.equal(401);
      expect((await errorOf(refused)).code).to.equal('NOT_SIGNED_IN');
    }
    server.metrics.increment('turns_total', { outcome: 'answered_step' });
    const answer = await server.get('/metrics', { Authorization: 'Bearer right' });
    expect(answer.headers.get('Content-Type')).to.match(/^text\/plain; version=0\.0\.4/);
    expect(await answer.text()).to.include(
      '# TYPE turns_total counter\nturns_total{outcome="answered_step"} 1\n',
    );
  });
});
