import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { occurrences } from '../../src/alerts/find.js';
import { mailAlerts } from '../../src/alerts/mail.js';
import { lookOnce, type AlertDependencies } from '../../src/alerts/watch.js';
import { signatureOf, webhookAlerts } from '../../src/alerts/webhook.js';
import { ALERT_KINDS } from '../../src/alerts/types.js';
import { createStores, type Stores } from '../../src/records/stores.js';
import { silentLogger } from '../../src/shared/logger.js';
import { AlertReceiver } from '../fakes/alert-receiver.js';
import { FakeSmtpServer } from '../fakes/smtp-server.js';
import { until } from '../support/until.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SECRET = 'a secret between the two of us';
const TELLER = { authority: () => 'Thuế thử', publicUrl: 'https://bot.example' };

interface Told {
  alerts: { id: string; kind: string; line: string; url: string }[];
}

describe('The office is told', () => {
  let folder: string;
  let stores: Stores;
  let receiver: AlertReceiver;
  let mail: FakeSmtpServer;
  let now: Date;
  let faults: string[];
  let sending: string;
  /** When quiet hours end; `null`: there are none now. */
  let opening: Date | null;

  beforeEach(async () => {
    now = new Date('2026-11-24T02:00:00Z');
    [faults, sending, opening] = [[], 'ready', null];
    folder = await mkdtemp(join(tmpdir(), 'alerts-'));
    stores = await createStores({ dataDir: folder, logger: silentLogger, clock: { now: () => now } });
    receiver = await AlertReceiver.start();
    mail = await FakeSmtpServer.start();
  });
  afterEach(async () => {
    await stores.close();
    await receiver.close();
    await mail.close();
    await rm(folder, { recursive: true, force: true });
  });

  const parts = (more: Partial<AlertDependencies> = {}): AlertDependencies => ({
    find: occurrences({
      requests: stores.requests,
      talks: stores.talkLines,
      inboxWaits: stores.inboxWaits,
      faults: () => faults,
      sending: () => ({ state: sending }),
      now: () => now,
    }),
    store: stores.alerts,
    channels: {
      webhook: webhookAlerts({ url: receiver.url, secret: SECRET }, TELLER),
      mail: mailAlerts(
        {
          ...{ host: '127.0.0.1', port: mail.port, security: 'none' as const },
          ...{ from: 'bot@example.vn', to: ['an@example.vn', 'binh@example.vn'] },
        },
        TELLER,
      ),
    },
    kinds: ALERT_KINDS,
    atOnce: ['sending_stopped'],
    opens: () => opening,
    clock: { now: () => now },
    logger: silentLogger,
    ...more,
  });
  const look = (more?: Partial<AlertDependencies>) => lookOnce(parts(more));
  const told = () => receiver.received.flatMap(({ body }) => (JSON.parse(body) as Told).alerts);
  const file = (eventKey: string) =>
    stores.requests.file({
      ...{ eventKey, conversationId: 'nha-toi', kind: 'person' as const, at: now },
      context: 'chị Hoa bị phạt 5 triệu, số 0905123456',
    });
  const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));

  it('of a new request, by mail and webhook, once, and never with a citizen’s words', async () => {
    const code = await file('a');
    await look();
    await look();
    expect(told()).to.have.length(1);
    expect(told()[0]).to.include({
      kind: 'new_request',
      url: `https://bot.example/quan-tri/yeu-cau/${code}`,
    });
    expect(mail.mails).to.have.length(1);
    expect(mail.mails[0])
      .to.match(/^To: an@example\.vn, binh@example\.vn$/mu)
      .and.to.contain(code);
    const everything = [...mail.mails, ...receiver.received.map(({ body }) => body)].join('\n');
    expect(everything).to.not.match(/Hoa|phạt|0905/u);
  });

  it('with a signature over the time and the very bytes of the body', async () => {
    await file('a');
    await look();
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    const timestamp = String(headers['x-dong-hanh-timestamp']);
    expect(timestamp).to.equal(String(now.getTime() / 1000));
    expect(headers['x-dong-hanh-signature']).to.equal(signatureOf(SECRET, timestamp, body));
    expect(signatureOf('another', timestamp, body)).to.not.equal(signatureOf(SECRET, timestamp, body));
  });

  it('of a request that has passed its term, an answer that could not be delivered, faults, and sending stopped', async () => {
    const code = await file('a');
    const line = {
      id: 'x/0',
      code,
      conversationId: 'nha-toi',
      from: 'officer',
      text: 'Chào chị Hoa',
      at: now,
    };
    await stores.talkLines.settle({ ...line, from: 'officer', delivery: 'closed' });
    [faults, sending] = [['a.yml: sai'], 'stopped'];
    later(DAY);
    await look();
    later(14 * DAY);
    await stores.requests.get(code);
    await look();
    expect(told().map(({ kind }) => kind)).to.have.members([
      'new_request',
      'undelivered',
      'content_faults',
      'sending_stopped',
      'overdue',
      // They were away for longer than a look: they have come back.
      'content_faults',
      'sending_stopped',
    ]);
    expect(mail.mails.join('')).to.not.contain('Hoa');
  });

  it('of a state that lasts once, until it was away and comes back', async () => {
    sending = 'stopped';
    for (let hour = 0; hour < 24; hour++) {
      await look();
      later(HOUR);
    }
    expect(told()).to.have.length(1);
    sending = 'ready';
    await look();
    later(7 * HOUR);
    sending = 'stopped';
    await look();
    expect(told()).to.have.length(2);
  });

  it('in quiet hours of nothing but what can’t wait; the rest comes in one summary when the office opens', async () => {
    opening = new Date('2026-11-25T00:30:00Z');
    await file('a');
    await file('b');
    sending = 'stopped';
    await look();
    expect(told().map(({ kind }) => kind)).to.deep.equal(['sending_stopped']);
    [now, opening] = [opening, null];
    await look();
    expect(receiver.received).to.have.length(2);
    expect(told().filter(({ kind }) => kind === 'new_request')).to.have.length(2);
    expect(mail.mails).to.have.length(2);
  });

  it('of the kinds alone that are switched on', async () => {
    await file('a');
    sending = 'stopped';
    await look({ kinds: ['sending_stopped'] });
    expect(told().map(({ kind }) => kind)).to.deep.equal(['sending_stopped']);
  });

  it('again, with longer and longer waits, while the receiver refuses; mail is not held up by it', async () => {
    await file('a');
    receiver.status = 500;
    await look();
    expect(mail.mails).to.have.length(1);
    await look();
    expect(receiver.received, 'not before its time').to.have.length(1);
    later(MINUTE);
    await look();
    expect(receiver.received).to.have.length(2);
    later(MINUTE);
    await look();
    expect(receiver.received).to.have.length(2);
    receiver.status = 204;
    later(4 * MINUTE);
    await look();
    await look();
    expect(new Set(told().map(({ id }) => id)).size, 'the same thing by the same id').to.equal(1);
    expect(receiver.received).to.have.length(3);
    expect(mail.mails).to.have.length(1);
  });

  it('of nothing for ever: after the last try it is given up', async () => {
    await file('a');
    receiver.status = 503;
    for (let hour = 0; hour < 60; hour++) {
      await look({ kinds: ['new_request'] });
      later(HOUR);
    }
    expect(receiver.received).to.have.length(8);
  });

  it('by no redirection to anywhere else', async () => {
    await file('a');
    receiver.status = 302;
    await look();
    receiver.status = 204;
    later(MINUTE);
    await look();
    expect(receiver.received).to.have.length(2);
  });

  it('by one of several processes alone, and not again after a crash in the middle of it', async () => {
    await file('a');
    await Promise.all([look(), look(), look()]);
    expect(told()).to.have.length(1);
    expect(mail.mails).to.have.length(1);
    await file('b');
    const crashed = new Promise<void>(() => undefined);
    void look({ channels: { webhook: () => crashed } });
    await until(async () => (await stores.collections.alerts.find({ state: 'sending' })).length > 0);
    await look();
    expect(told()).to.have.length(1);
  });

  it('by a mail server that refuses for now, later', async () => {
    await file('a');
    mail.refusal = '451 try later';
    await look();
    expect(mail.mails).to.have.length(0);
    mail.refusal = undefined;
    later(MINUTE);
    await look();
    expect(mail.mails).to.have.length(1);
  });
});
