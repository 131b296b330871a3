import { AppError } from '../shared/errors.js';
import { newAccountName } from './account-name.js';
import type { PasswordHasher } from './password.js';
import { requireGoodPassword } from './password-rules.js';
import { ROLES, type Account, type Role } from './types.js';

export interface NewAccount {
  name: string;
  fullName?: string | undefined;
  /** One or several, with commas between. */
  role: string;
  /** Absent for those who only sign in through the identity provider. */
  password?: string | undefined;
  /** Somebody else knows the password: it is to be changed at the first sign-in. */
  passwordToChange: boolean;
  externalId?: string | undefined;
}

const FULL_NAME_MAX = 80;

/** As it is shown; the account's name where none is given. */
export const shownName = (written: string, id: string) => written.trim().slice(0, FULL_NAME_MAX) || id;

/** Mail addresses are compared in small letters. */
export const externalIdOf = (written: string) => written.trim().toLowerCase();

export async function newAccount(wanted: NewAccount, hasher: PasswordHasher, now: Date): Promise<Account> {
  const { password, externalId, passwordToChange } = wanted;
  const id = newAccountName(wanted.name);
  const roles = knownRoles(wanted.role);
  const fullName = shownName(wanted.fullName ?? '', id);
  if (password === undefined && externalId === undefined) {
    throw noWayIn();
  }
  if (password !== undefined) await requireGoodPassword(password, [id, fullName]);
  return {
    id,
    fullName,
    roles,
    ...(password === undefined ? {} : { passwordHash: await hasher.hash(password) }),
    passwordToChange: password !== undefined && passwordToChange,
    ...(externalId === undefined ? {} : { externalId: externalIdOf(externalId) }),
    createdAt: now,
  };
}

/** In the order of `ROLES`, each once. Throws `BAD_ROLE`. */
export function knownRoles(written: string): Role[] {
  const names = written.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !ROLES.some((role) => role === name));
  if (unknown === undefined) return ROLES.filter((role) => names.includes(role));
  throw new AppError('BAD_ROLE', `Không có vai trò "${unknown}".`, {
    status: 422,
    remedy: `Dùng một hay nhiều trong: ${ROLES.join(', ')} (cách nhau bằng dấu phẩy).`,
  });
}

export const noWayIn = () =>
  new AppError('NO_WAY_IN', 'Tài khoản cần mật khẩu, hoặc định danh OpenID Connect (--openid).', {
    status: 422,
  });
