import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { text } from '../../src/conversation/replies.js';
import { createWorker, type Worker } from '../../src/turns/worker.js';
import { webhookFirst } from '../../src/http/webhook-first.js';
import { createTurnRunner } from '../../src/messenger/botkit/turn-runner.js';
import { connectPage } from '../../src/messenger/connect-page.js';
import { createStores } from '../../src/records/stores.js';
import { systemClock } from '../../src/shared/clock.js';
import { createMetrics } from '../../src/shared/metrics.js';
import { silentLogger } from '../../src/shared/logger.js';
import { PAGE } from '../../test/support/bot-process.js';

/** The same echo through our own route, store, worker and client; `MONGODB_URI` picks the engine. No typing dots: Botkit's sends none. */
const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
process.on('SIGTERM', () => process.exit(0));
const mongodbUri = process.env['MONGODB_URI'];
const base = { logger: silentLogger, clock: systemClock };
const stores = await createStores({ ...base, dataDir, ...(mongodbUri ? { mongodbUri } : {}) });
const runner = createTurnRunner((event, state) =>
  Promise.resolve({
    state: { ...state, lastEventAt: event.sentAt },
    replies: [text(event.text ?? '')],
    outcome: 'answered_small_talk',
    contentVersion: 'bench',
  }),
);
const page = connectPage(
  {
    ...PAGE,
    appSecrets: [PAGE.secret],
    graphUrl: process.argv[2] ?? '',
    graphVersion: 'v26.0',
    tokenInQuery: false,
  },
  {
    ...base,
    inbox: stores.inbox,
    citizenSecret: 'bench-secret',
    metrics: createMetrics(),
    stored: (conversations) => worker.wake(conversations),
  },
);
const delivery = { send: page.delivery.send.bind(page.delivery) };
const worker: Worker = createWorker({
  ...stores,
  ...base,
  runner,
  deliveries: { messenger: delivery, web: delivery },
  apology: () => text('failed'),
  keepsText: () => false,
});
worker.start();
const server = createServer(
  webhookFirst(page.webhook.receive, express().use('/webhook', page.webhook.router)),
).listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`);
});
