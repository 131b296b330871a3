import type { AddressInfo } from 'node:net';
import express from 'express';

/** What the acknowledgements are held against: parses JSON, answers 200, keeps nothing. */
const server = express()
  .use(express.json({ limit: '5mb' }))
  .post('/webhook', (_request, response) => {
    response.sendStatus(200);
  })
  .listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`);
  });
