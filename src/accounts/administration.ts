import { AppError } from '../shared/errors.js';
import { accountName } from './account-name.js';
import { keepingAnAdmin } from './last-admin.js';
import { lockedNow } from './lock.js';
import { externalIdOf, knownRoles, newAccount, noWayIn, shownName, type NewAccount } from './new-account.js';
import type { AccountDependencies } from './dependencies.js';
import { requireGoodPassword } from './password-rules.js';
import type { AccountChange, AccountStore } from './ports.js';
import { secretHashOf } from './secrets.js';
import type { Account } from './types.js';

export type ListedAccount = Omit<Account, 'passwordHash'> & { hasPassword: boolean; openSessions: number };

/** What administrators do to accounts, from the page or the command; each action is written into the audit trail. */
export interface Administration {
  list(): Promise<ListedAccount[]>;
  /** `lockedUntil`: too many sign-ins failed. Throws `NO_ACCOUNT`. */
  one(name: string): Promise<ListedAccount & { lockedUntil?: Date }>;
  /** Resolves to the name as it is kept. */
  add(actor: string, wanted: NewAccount): Promise<string>;
  /** `roles`: one or several, with commas between, in place of those the account has. */
  setRole(actor: string, name: string, roles: string): Promise<void>;
  setFullName(actor: string, name: string, fullName: string): Promise<void>;
  setExternalId(actor: string, name: string, externalId: string | null): Promise<void>;
  setPassword(actor: string, name: string, password: string, options: { toChange: boolean }): Promise<void>;
  disable(actor: string, name: string): Promise<void>;
  enable(actor: string, name: string): Promise<void>;
  /** Resolves to how many there were. */
  endSessions(actor: string, name: string): Promise<number>;
  /** Failed sign-ins are forgotten, so that the name can be used at once. */
  unlock(actor: string, name: string): Promise<void>;
}

export function createAdministration(parts: AccountDependencies): Administration {
  return {
    list: () => listed(parts),
    one: (typed) => one(parts, accountName(typed)),
    ...identity(parts),
    ...entry(parts),
    ...secrets(parts),
  };
}

/** Who there is, and as what. */
function identity(
  parts: AccountDependencies,
): Pick<Administration, 'add' | 'setRole' | 'setFullName' | 'setExternalId'> {
  const { accounts, hasher, clock } = parts;
  const tell = teller(parts);
  return {
    async add(actor, wanted) {
      const account = await newAccount(wanted, hasher, clock.now());
      if (!(await accounts.add(account))) throw taken();
      await tell(actor, 'account.add', account.id, account.roles.join(', '));
      return account.id;
    },
    async setRole(actor, typed, wanted) {
      const roles = knownRoles(wanted);
      const account = await known(accounts, typed);
      const make = () => change(accounts, account.id, { roles });
      await (roles.includes('admin') ? make() : keepingAnAdmin(accounts, account, make));
      await tell(actor, 'account.role', account.id, roles.join(', '));
    },
    async setFullName(actor, typed, written) {
      const { id } = await known(accounts, typed);
      await change(accounts, id, { fullName: shownName(written, id) });
      await tell(actor, 'account.full_name', id);
    },
    async setExternalId(actor, typed, externalId) {
      const { id, passwordHash } = await known(accounts, typed);
      if (externalId === null && passwordHash === undefined) throw noWayIn();
      const owner = externalId === null ? null : await accounts.byExternalId(externalIdOf(externalId));
      if (owner !== null && owner.id !== id) throw taken();
      await change(accounts, id, { externalId: externalId === null ? null : externalIdOf(externalId) });
      await tell(actor, 'account.external_id', id);
    },
  };
}

/** Whether they get in. */
function entry(
  parts: AccountDependencies,
): Pick<Administration, 'disable' | 'enable' | 'endSessions' | 'unlock'> {
  const { accounts, attempts, sessions, clock } = parts;
  const tell = teller(parts);
  return {
    async disable(actor, typed) {
      const account = await known(accounts, typed);
      const { id } = account;
      await keepingAnAdmin(accounts, account, () => change(accounts, id, { disabledAt: clock.now() }));
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
      await attempts.clear(secretHashOf(id));
      await tell(actor, 'account.unlock', id);
    },
  };
}

/** What they prove with that it is them. */
function secrets(parts: AccountDependencies): Pick<Administration, 'setPassword'> {
  const { accounts, attempts, sessions, hasher } = parts;
  const tell = teller(parts);
  return {
    async setPassword(actor, typed, password, { toChange }) {
      const { id, fullName } = await known(accounts, typed);
      await requireGoodPassword(password, [id, fullName]);
      await change(accounts, id, { passwordHash: await hasher.hash(password), passwordToChange: toChange });
      await sessions.endAll(id);
      await attempts.clear(secretHashOf(id));
      await tell(actor, actor === id ? 'account.password_change' : 'account.password_reset', id);
    },
  };
}

function teller({ audit, clock }: AccountDependencies) {
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

async function one({ accounts, attempts, sessions, clock }: AccountDependencies, id: string) {
  const [account, open, tries] = await Promise.all([
    known(accounts, id),
    sessions.openByAccount(),
    attempts.get(secretHashOf(id)),
  ]);
  const lockedUntil = lockedNow(tries, clock.now());
  return {
    ...asListed(account, open),
    ...(lockedUntil === null ? {} : { lockedUntil }),
  };
}

async function listed({ accounts, sessions }: AccountDependencies): Promise<ListedAccount[]> {
  const [all, open] = await Promise.all([accounts.list(), sessions.openByAccount()]);
  return all.map((account) => asListed(account, open));
}

function asListed({ passwordHash, ...account }: Account, open: ReadonlyMap<string, number>): ListedAccount {
  return {
    ...account,
    hasPassword: passwordHash !== undefined,
    openSessions: open.get(account.id) ?? 0,
  };
}

const noAccount = () => new AppError('NO_ACCOUNT', 'Không có tài khoản tên như vậy.', { status: 404 });
const taken = () =>
  new AppError('ACCOUNT_EXISTS', 'Tên đăng nhập hoặc định danh OpenID Connect này đã có tài khoản.', {
    status: 409,
  });
