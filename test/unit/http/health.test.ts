import { expect } from 'chai';
import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { healthRoute } from '../../../src/http/health.js';

describe('A health probe', () => {
  it('is answered 503 even while the storage hangs', async () => {
    const forever = () => new Promise<never>(() => undefined);
    const server = createServer(express().get('/health', healthRoute(forever, 5)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health`);
    expect(answer.status).to.equal(503);
    expect(await answer.json()).to.include({ status: 'down' });
    await new Promise((resolve) => server.close(resolve));
  });
});
