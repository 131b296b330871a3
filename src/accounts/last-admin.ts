import { AppError } from '../shared/errors.js';
import type { AccountChange, AccountStore } from './ports.js';
import type { Account } from './types.js';

/**
 * Carries out what may take away an administrator, as long as another one is left. Of two administrators who are taken
 * away at the same moment both may pass the first look; so it is looked again afterwards, and undone when nobody is left.
 * Throws `LAST_ADMIN`.
 */
export async function keepingAnAdmin(
  accounts: AccountStore,
  { id, roles, disabledAt }: Account,
  change: () => Promise<void>,
): Promise<void> {
  const before = await admins(accounts);
  if (before.length === 1 && before[0] === id) throw lastAdmin();
  await change();
  if (before.length === 0 || (await admins(accounts)).length > 0) return;
  const undone: AccountChange = { roles, disabledAt: disabledAt ?? null };
  await accounts.change(id, undone);
  throw lastAdmin();
}

async function admins(accounts: AccountStore): Promise<string[]> {
  return (await accounts.list())
    .filter(({ roles, disabledAt }) => roles.includes('admin') && disabledAt === undefined)
    .map(({ id }) => id);
}

/** Nobody could make accounts or open them again otherwise, except on the machine itself. */
function lastAdmin(): AppError {
  return new AppError('LAST_ADMIN', 'Đây là tài khoản quản trị duy nhất còn dùng được.', {
    status: 409,
    remedy: 'Tạo hoặc mở một tài khoản quản trị khác trước.',
  });
}
