import { carryOut, type AccountOrder } from '../accounts/orders.js';
import { createStaffAccounts } from '../accounts/staff-accounts.js';
import { readSocketFile } from '../http/admin-socket/socket-file.js';
import { systemClock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import { withStores, type StorageSettings } from './with-stores.js';

/**
 * Has one order carried out: on the storage, or by the server that runs on it and has it for itself. What comes back
 * is what JSON leaves of it (dates are text) either way.
 */
export async function giveOrder(settings: StorageSettings, order: AccountOrder): Promise<unknown> {
  try {
    return JSON.parse(JSON.stringify((await ourselves(settings, order)) ?? null)) as unknown;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DATA_DIR_IN_USE') throw error;
    return byServer(settings.dataDir, order, error);
  }
}

function ourselves(settings: StorageSettings, order: AccountOrder): Promise<unknown> {
  return withStores(settings, ({ staff }) => carryOut(createStaffAccounts(staff, systemClock), order));
}

async function byServer(dataDir: string, order: AccountOrder, inUse: AppError): Promise<unknown> {
  const socket = await readSocketFile(dataDir);
  if (socket === null) throw inUse;
  const answer = await fetch(`http://127.0.0.1:${socket.port}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${socket.secret}` },
    body: JSON.stringify(order),
  }).catch(() => {
    throw new AppError('NO_ANSWER', 'Máy chủ đang giữ dữ liệu nhưng không trả lời.', {
      remedy: 'Chờ vài giây rồi gõ lại. Nếu máy chủ chạy trong container, gõ lệnh trong chính container đó.',
    });
  });
  const { done, error } = (await answer.json()) as { done?: unknown; error?: Told };
  if (error === undefined) return done;
  throw new AppError(error.code, error.message, error.remedy === undefined ? {} : { remedy: error.remedy });
}

interface Told {
  code: string;
  message: string;
  remedy?: string;
}
