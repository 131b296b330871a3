import { createServer } from 'node:http';
import express, { json } from 'express';
import { carryOut } from '../../accounts/orders.js';
import { newSecret, sameText } from '../../accounts/secrets.js';
import type { StaffAccounts } from '../../accounts/staff-accounts.js';
import { AppError } from '../../shared/errors.js';
import type { Metrics } from '../../shared/metrics.js';
import type { Logger } from '../../shared/logger.js';
import { errorResponses } from '../error-responses.js';
import { forStaff } from '../staff/general-faults.js';
import { closed, listen } from '../listening.js';
import { removeSocketFile, writeSocketFile } from './socket-file.js';

/**
 * The running server has the embedded store for itself, so the account command asks it: on this machine's loopback
 * address, with a secret that stands in the data directory. Who can read it could change the accounts there anyway.
 */
export async function openAdminSocket(
  accounts: StaffAccounts,
  dataDir: string,
  telling: { metrics: Metrics; logger: Logger; backup: (folder: string) => Promise<unknown> },
): Promise<{ close(): Promise<void> }> {
  const secret = newSecret();
  const app = express();
  app.disable('x-powered-by');
  app.use((request, _response, next) => {
    next(sameText(request.get('Authorization') ?? '', `Bearer ${secret}`) ? undefined : refused());
  });
  app.post('/', json({ limit: '16kb' }), async (request, response) => {
    response.json({ done: (await carryOut(accounts, request.body)) ?? null });
  });
  app.post('/backup', json({ limit: '16kb' }), async (request, response) => {
    const { folder } = request.body as { folder: string };
    response.json({ done: await telling.backup(folder) });
  });
  app.use(errorResponses(telling.logger, telling.metrics, forStaff));
  const server = createServer(app);
  await writeSocketFile(dataDir, { port: await listen(server, 0, '127.0.0.1'), secret });
  return {
    async close() {
      await removeSocketFile(dataDir);
      server.closeAllConnections();
      await closed(server);
    },
  };
}

const refused = () => new AppError('FORBIDDEN', 'Chỉ lệnh trên chính máy này được hỏi.', { status: 403 });
