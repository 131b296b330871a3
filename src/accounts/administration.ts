import { AppError } from '../shared/errors.js';
import { accountName, newAccountName } from './account-name.js';
import type { AccountParts } from './parts.js';
import type { PasswordHasher } from './password.js';
import { requireGoodPassword } from './password-rules.js';
import type { AccountChange, AccountStore } from './ports.js';
import { hashOf } from './secrets.js';
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

export type ListedAccount = Omit<Account, 'passwordHash'> & { hasPassword: boolean; openSessions: number };

/** What administrators do to accounts, from the page or the command; each deed is written into the audit trail. */
export interface Administration {
  list(): Promise<ListedAccount[]>;
  add(actor: string, wanted: NewAccount): Promise<void>;
  /** `roles`: one or several, with commas between, in place of those the account has. */
  setRole(actor: string, name: string, roles: string): Promise<void>;
  setExternalId(actor: string, name: string, externalId: string | null): Promise<void>;
  setPassword(actor: string, name: string, password: string, options: { toChange: boolean }): Promise<void>;
  disable(actor: string, name: string): Promise<void>;
  enable(actor: string, name: string): Promise<void>;
  /** Resolves to how many there were. */
  endSessions(actor: string, name: string): Promise<number>;
  /** Failed sign-ins are forgotten, so that the name can be used at once. */
  unlock(actor: string, name: string): Promise<void>;
}

export function createAdministration(parts: AccountParts): Administration {
  return { list: () => listed(parts), ...identity(parts), ...entry(parts) };
}

/** Who there is, and as what. */
function identity(
  parts: AccountParts,
): Pick<Administration, 'add' | 'setRole' | 'setExternalId' | 'setPassword'> {
  const { accounts, attempts, sessions, hasher, clock } = parts;
  const tell = teller(parts);
  return {
    async add(actor, wanted) {
      const account = await newAccount(wanted, hasher, clock.now());
      if (!(await accounts.add(account))) throw taken();
      await tell(actor, 'account.add', account.id, account.roles.join(', '));
    },
    async setRole(actor, typed, wanted) {
      const [name, roles] = [accountName(typed), knownRoles(wanted)];
      if (!roles.includes('admin')) await requireAnotherAdmin(accounts, name);
      await change(accounts, name, { roles });
      await tell(actor, 'account.role', name, roles.join(', '));
    },
    async setExternalId(actor, typed, externalId) {
      const { id, passwordHash } = await known(accounts, typed);
      if (externalId === null && passwordHash === undefined) throw noWayIn();
      const owner = externalId === null ? null : await accounts.byExternalId(externalIdOf(externalId));
      if (owner !== null && owner.id !== id) throw taken();
      await change(accounts, id, { externalId: externalId === null ? null : externalIdOf(externalId) });
      await tell(actor, 'account.external_id', id);
    },
    async setPassword(actor, typed, password, { toChange }) {
      const { id, fullName } = await known(accounts, typed);
      await requireGoodPassword(password, [id, fullName]);
      await change(accounts, id, { passwordHash: await hasher.hash(password), passwordToChange: toChange });
      await sessions.endAll(id);
      await attempts.clear(hashOf(id));
      await tell(actor, actor === id ? 'account.password_change' : 'account.password_reset', id);
    },
  };
}

/** Whether they get in. */
function entry(parts: AccountParts): Pick<Administration, 'disable' | 'enable' | 'endSessions' | 'unlock'> {
  const { accounts, attempts, sessions, clock } = parts;
  const tell = teller(parts);
  return {
    async disable(actor, typed) {
      const { id } = await known(accounts, typed);
      await requireAnotherAdmin(accounts, id);
      await change(accounts, id, { disabledAt: clock.now() });
      await sessions.endAll(id);
      await tell(actor, 'account.disable', id);
    },
    async enable(actor, typed) {
      const name = accountName(typed);
      await change(accounts, name, { disabledAt: null });
      await tell(actor, 'account.enable', name);
    },
    async endSessions(actor, typed) {
      const { id } = await known(accounts, typed);
      const ended = await sessions.endAll(id);
      await tell(actor, 'account.sessions_end', id, String(ended));
      return ended;
    },
    async unlock(actor, typed) {
      const { id } = await known(accounts, typed);
      await attempts.clear(hashOf(id));
      await tell(actor, 'account.unlock', id);
    },
  };
}

function teller({ audit, clock }: AccountParts) {
  return (actor: string, action: string, subject: string, details?: string): Promise<void> =>
    audit.append({
      at: clock.now(),
      actor,
      action,
      subject,
      ...(details === undefined ? {} : { details }),
    });
}

async function known(accounts: AccountStore, typed: string): Promise<Account> {
  const account = await accounts.get(accountName(typed));
  if (account === null) throw noAccount();
  return account;
}

async function change(accounts: AccountStore, name: string, changes: AccountChange): Promise<void> {
  if (!(await accounts.change(name, changes))) throw noAccount();
}

/** Mail addresses are compared in small letters. */
export const externalIdOf = (written: string) => written.trim().toLowerCase();

async function listed({ accounts, sessions }: AccountParts): Promise<ListedAccount[]> {
  const [all, open] = await Promise.all([accounts.list(), sessions.openByAccount()]);
  return all.map(({ passwordHash, ...account }) => ({
    ...account,
    hasPassword: passwordHash !== undefined,
    openSessions: open.get(account.id) ?? 0,
  }));
}

async function newAccount(wanted: NewAccount, hasher: PasswordHasher, now: Date): Promise<Account> {
  const { password, externalId, passwordToChange } = wanted;
  const id = newAccountName(wanted.name);
  const roles = knownRoles(wanted.role);
  const fullName = (wanted.fullName ?? '').trim().slice(0, 80) || id;
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
function knownRoles(written: string): Role[] {
  const names = written.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !ROLES.some((role) => role === name));
  if (unknown === undefined) return ROLES.filter((role) => names.includes(role));
  throw new AppError('BAD_ROLE', `Không có vai trò "${unknown}".`, {
    status: 422,
    remedy: `Dùng một hay nhiều trong: ${ROLES.join(', ')} (cách nhau bằng dấu phẩy).`,
  });
}

/** Nobody could make accounts or open them again otherwise, except on the machine itself. */
async function requireAnotherAdmin(accounts: AccountStore, name: string): Promise<void> {
  const admins = (await accounts.list()).filter(
    ({ roles, disabledAt }) => roles.includes('admin') && disabledAt === undefined,
  );
  if (admins.length !== 1 || admins[0]?.id !== name) return;
  throw new AppError('LAST_ADMIN', 'Đây là tài khoản quản trị duy nhất còn dùng được.', {
    status: 409,
    remedy: 'Tạo hoặc mở một tài khoản quản trị khác trước.',
  });
}

const noAccount = () => new AppError('NO_ACCOUNT', 'Không có tài khoản tên như vậy.', { status: 404 });
const noWayIn = () =>
  new AppError('NO_WAY_IN', 'Tài khoản cần mật khẩu, hoặc định danh OpenID Connect (--openid).', {
    status: 422,
  });
const taken = () =>
  new AppError('ACCOUNT_EXISTS', 'Tên đăng nhập hoặc định danh OpenID Connect này đã có tài khoản.', {
    status: 409,
  });
