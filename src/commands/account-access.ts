import { carryOut, type AccountOrder } from '../accounts/orders.js';
import { createStaffAccounts } from '../accounts/staff-accounts.js';
import type { Config } from '../config.js';
import { readDoorFile } from '../http/account-door/door-file.js';
import { createStores } from '../records/stores.js';
import { systemClock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import { createLogger } from '../shared/logger.js';

type Settings = Pick<Config, 'mongodbUri' | 'dataDir'>;

/**
 * Has one order carried out: on the storage, or by the server that runs on it and has it for itself. What comes back
 * is what JSON leaves of it (dates are text) either way.
 */
export async function giveOrder(settings: Settings, order: AccountOrder): Promise<unknown> {
  try {
    return JSON.parse(JSON.stringify((await ourselves(settings, order)) ?? null)) as unknown;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'DATA_DIR_IN_USE') throw error;
    return byServer(settings.dataDir, order, error);
  }
}

async function ourselves({ mongodbUri, dataDir }: Settings, order: AccountOrder): Promise<unknown> {
  const stores = await createStores({
    ...(mongodbUri === undefined ? {} : { mongodbUri }),
    dataDir,
    logger: createLogger('warn'),
    clock: systemClock,
  });
  try {
    return await carryOut(createStaffAccounts(stores.staff, systemClock), order);
  } finally {
    await stores.close();
  }
}

async function byServer(dataDir: string, order: AccountOrder, inUse: AppError): Promise<unknown> {
  const door = await readDoorFile(dataDir);
  if (door === null) throw inUse;
  const answer = await fetch(`http://127.0.0.1:${door.port}/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${door.secret}` },
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
