import { createHmac } from 'node:crypto';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import type { CitizenEvent } from '../../../src/conversation/types.js';
import { createWebhook } from '../../../src/messenger/webhook/routes.js';
import { maskText } from '../../../src/privacy/mask-text.js';
import { createMetrics } from '../../../src/shared/metrics.js';
import { silentLogger } from '../../../src/shared/logger.js';

const SECRETS = ['new-secret', 'old-secret'];
const TEXT = {
  object: 'page',
  entry: [
    {
      id: '1000',
      messaging: [
        { sender: { id: '7' }, timestamp: 1_764_000_000_000, message: { mid: 'm_1', text: 'chào em' } },
      ],
    },
  ],
};

describe('the webhook', () => {
  let server: Server;
  let url = '';
  let stored: CitizenEvent[] = [];
  let store: (events: CitizenEvent[]) => Promise<number>;
  let mask = maskText;
  const metrics = createMetrics();
  const alarms: unknown[] = [];

  const webhook = (patienceMs: number) =>
    createWebhook({
      verifyToken: 'verify-me',
      appSecrets: SECRETS,
      pageId: '1000',
      mask: (text) => mask(text),
      isOwn: () => false,
      conversationOf: (page, address) => `${page}:${address}`,
      store: (events) => store(events),
      stored: () => undefined,
      clock: { now: () => new Date('2026-11-23T03:00:00Z') },
      logger: { ...silentLogger, fatal: (said: unknown) => alarms.push(said) },
      metrics,
      patienceMs,
      bodiesAtOnce: 6_000_000,
    }).router;

  before((done) => {
    server = express()
      .use('/webhook', webhook(60_000))
      // For what is never stored: whatever waits for no more than that has waited for long.
      .use('/impatient', webhook(20))
      .listen(0, () => {
        url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
        done();
      });
  });
  after(() => server.close());
  beforeEach(() => {
    stored = [];
    mask = maskText;
    store = (events) => {
      stored.push(...events);
      return Promise.resolve(events.length);
    };
  });

  const sign = (body: Buffer | string, secret = SECRETS[0] ?? '') =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const post = (body: Buffer | string, signature?: string, to = url) =>
    fetch(to, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers: {
        'Content-Type': 'application/json',
        ...(signature === undefined ? {} : { 'X-Hub-Signature-256': signature }),
      },
    }).then(({ status }) => status);
  const signed = (body: Buffer | string, to = url) => post(body, sign(body), to);

  it('repeats the challenge as text to whoever knows the verify token', async () => {
    const response = await fetch(
      `${url}?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=1158201444`,
    );
    expect(await response.text()).to.equal('1158201444');
    expect(response.headers.get('content-type')).to.match(/^text\/plain/);
  });

  it('answers 403 to a wrong verify token, and echoes nothing but digits', async () => {
    for (const query of [
      'hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1',
      'hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=<b>',
      '',
    ]) {
      expect((await fetch(`${url}?${query}`)).status).to.equal(403);
    }
  });

  it('stores a signed event, then answers 200', async () => {
    expect(await signed(JSON.stringify(TEXT))).to.equal(200);
    expect(stored.map(({ kind, text }) => ({ kind, text }))).to.deep.equal([
      { kind: 'text', text: 'chào em' },
    ]);
  });

  it('lets others have their turn while it reads a batch of the longest messages there are', async () => {
    const texts = Array.from({ length: 80 }, (_, index) => ({
      sender: { id: String(index) },
      message: { mid: `m${index}`, text: 'đăngkýmãsốthuế'.repeat(1428) },
    }));
    let turn = 0;
    const turns = new Set<number>();
    mask = (text) => {
      setImmediate(() => (turn += 1));
      turns.add(turn);
      return maskText(text);
    };
    const body = JSON.stringify({ object: 'page', entry: [{ id: '1000', messaging: texts }] });
    expect(await signed(body)).to.equal(200);
    expect(turns.size).to.be.at.least(5);
    expect(stored).to.have.length(80);
    expect(stored.every(({ truncated }) => truncated === true)).to.equal(true);
  });

  it('accepts the old secret while the new one is being brought in', async () => {
    const body = JSON.stringify(TEXT);
    expect(await post(body, sign(body, 'old-secret'))).to.equal(200);
  });

  it('checks the signature over the bytes as they came, escaped unicode and all', async () => {
    const body = JSON.stringify(TEXT).replace(/à/g, '\\u00e0').replace(/\//g, '\\/');
    expect(await signed(body)).to.equal(200);
    expect(await post(body, sign(JSON.stringify(TEXT)))).to.equal(403);
  });

  it('refuses what is unsigned or wrongly signed, stores nothing and counts it', async () => {
    const body = JSON.stringify(TEXT);
    expect(await post(body)).to.equal(401);
    for (const signature of ['sha256=00', 'sha1=abc', sign(body, 'guess'), 'sha256=' + 'z'.repeat(64)])
      expect(await post(body, signature)).to.equal(403);
    expect(stored).to.deep.equal([]);
    expect(await metrics.render()).to.include('webhook_refused_total{reason="unsigned"} 1');
  });

  it('answers 400 to signed nonsense', async () => {
    for (const body of ['', '{', '[1,', 'null null', '['.repeat(5000)])
      expect(await signed(body)).to.equal(400);
  });

  it('answers 413 to what no webhook is long enough for, and takes the next', async () => {
    const body = JSON.stringify({ ...TEXT, more: 'x'.repeat(6_000_000) });
    // The connection is closed before all was sent: that may be all the sender sees.
    expect(await signed(body).catch(() => 413)).to.equal(413);
    expect(stored).to.deep.equal([]);
    expect(await metrics.render()).to.include('webhook_refused_total{reason="too_large"} 1');
    expect(await signed(JSON.stringify(TEXT))).to.equal(200);
  });

  it('asks for it again with 503 when it cannot be stored, or not in time', async () => {
    store = () => Promise.reject(new Error('no database'));
    expect(await signed(JSON.stringify(TEXT))).to.equal(503);
    store = () => new Promise(() => undefined);
    expect(await signed(JSON.stringify(TEXT), url.replace('/webhook', '/impatient'))).to.equal(503);
  });

  it('tells the operators when Facebook enforces its policy on the Page', async () => {
    alarms.length = 0;
    for (const key of ['policy_enforcement', 'policy-enforcement']) {
      const event = { recipient: { id: '1000' }, [key]: { action: 'block', reason: 'spam' } };
      await signed(JSON.stringify({ object: 'page', entry: [{ id: '1000', messaging: [event] }] }));
    }
    expect(alarms).to.deep.equal([
      { action: 'block', reason: 'spam' },
      { action: 'block', reason: 'spam' },
    ]);
    expect(stored).to.deep.equal([]);
  });

  it('drops events of another Page', async () => {
    expect(await signed(JSON.stringify({ ...TEXT, entry: [{ ...TEXT.entry[0], id: '2000' }] }))).to.equal(
      200,
    );
    expect(stored).to.deep.equal([]);
  });

  it('survives whatever is thrown at it: three thousand spoilt bodies, each answered', async () => {
    const original = JSON.stringify(TEXT);
    const junk = [
      '{}',
      '[]',
      'null',
      '"',
      '\\u0000',
      '\ud800',
      '1e999',
      '-',
      '{"__proto__":{"id":"x"}}',
      '{"id":{}}',
      '[[[[',
      '9'.repeat(40),
    ];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
    const statuses = new Set<number>();
    for (let round = 0; round < 60; round += 1) {
      const bodies = Array.from({ length: 50 }, () => {
        const start = next(original.length);
        return original.slice(0, start) + (junk[next(junk.length)] ?? '') + original.slice(start + next(30));
      });
      for (const status of await Promise.all(bodies.map((one) => signed(one)))) statuses.add(status);
    }
    expect([...statuses].every((status) => [200, 400, 404].includes(status))).to.equal(true);
    expect(await signed(original)).to.equal(200);
  });

  it('refuses a post without a well-formed signature before its body has come, and keeps nothing of it', async () => {
    for (const header of [undefined, 'sha256=short', `sha1=${'0'.repeat(64)}`]) {
      const answer = await new Promise<number>((resolve, reject) => {
        const headers = { 'Content-Length': '4000000', ...(header && { 'X-Hub-Signature-256': header }) };
        const sending = request(url, { method: 'POST', headers }, ({ statusCode = 0 }) => {
          resolve(statusCode);
          sending.destroy();
        });
        sending.on('error', reject);
        // The rest never comes.
        sending.write('{');
      });
      expect(answer, String(header)).to.equal(header === undefined ? 401 : 403);
    }
  });

  it('holds no more bytes of unfinished posts at once than it may, and has room again when they end', async () => {
    const body = JSON.stringify(TEXT);
    const headers = { 'Content-Length': '5000000', 'X-Hub-Signature-256': sign(body) };
    const stalled = [4_000_000, 1_999_990].map((bytes) => {
      const sending = request(url, { method: 'POST', headers }).on('error', () => undefined);
      sending.write('x'.repeat(bytes));
      return sending;
    });
    let status = 200;
    while (status === 200) status = await post(body, sign(body));
    expect(status).to.equal(503);
    for (const sending of stalled) sending.destroy();
    while (status === 503) status = await post(body, sign(body));
    expect(status).to.equal(200);
  });
});
