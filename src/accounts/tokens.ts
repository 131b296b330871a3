import type { Clock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import type { AuditLog, Authenticator, TokenStore } from './ports.js';
import { secretHashOf, newSecret, sameText } from './secrets.js';
import { TOKEN_ROLES, type ApiToken, type TokenRole } from './types.js';

export const TOKEN_MAX_DAYS = 365;
const DAY_MS = 86_400_000;
/** `dh`, the id, the secret: a program that looks for leaked secrets can know it by its form. */
const FORM = /^dh_([a-z0-9]{10})_([\w-]{43})$/;

interface NewToken {
  name: string;
  role: string;
  /** How long it works, 1 to 365. */
  days: number;
}

export interface Tokens {
  /** The token itself is returned here and never again. Throws `BAD_TOKEN`. */
  create(actor: string, wanted: NewToken): Promise<{ token: string; kept: ApiToken }>;
  list(): Promise<ApiToken[]>;
  /** Throws `NO_TOKEN` when there is none that still works. */
  revoke(actor: string, id: string): Promise<void>;
  byToken: Authenticator['byToken'];
}

export function createTokens(store: TokenStore, audit: Pick<AuditLog, 'append'>, clock: Clock): Tokens {
  return {
    async create(actor, wanted) {
      const { name, role, days } = checked(wanted);
      const secret = newSecret();
      const now = clock.now();
      const kept: ApiToken = {
        id: newId(),
        name,
        role,
        createdBy: actor,
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * DAY_MS),
      };
      await store.add({ ...kept, secretHash: secretHashOf(secret) });
      await audit.append({
        at: now,
        actor,
        action: 'token.add',
        subject: kept.id,
        details: `${role}: ${name}`,
      });
      return { token: `dh_${kept.id}_${secret}`, kept };
    },
    list: () => store.list(),
    async revoke(actor, id) {
      const now = clock.now();
      if (!(await store.revoke(id, now))) {
        throw new AppError('NO_TOKEN', 'Không có mã API nào như vậy còn dùng được.', { status: 404 });
      }
      await audit.append({ at: now, actor, action: 'token.revoke', subject: id });
    },
    byToken: (token) => valid(store, token, clock.now()),
  };
}

async function valid(store: TokenStore, token: string, now: Date) {
  const [, id = '', secret = ''] = FORM.exec(token) ?? [];
  const kept = id === '' ? null : await store.get(id);
  if (kept === null || !sameText(kept.secretHash, secretHashOf(secret))) return null;
  if (kept.revokedAt !== undefined || kept.expiresAt <= now) return null;
  return { id: kept.id, name: kept.name, role: kept.role };
}

const newId = () =>
  newSecret()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 10)
    .padEnd(10, '0');

function checked({ name, role, days }: NewToken): { name: string; role: TokenRole; days: number } {
  const known = TOKEN_ROLES.find((each) => each === role);
  const written = name.trim();
  if (known === undefined) throw bad(`Quyền của mã phải là một trong: ${TOKEN_ROLES.join(', ')}.`);
  if (written === '' || written.length > 60) throw bad('Cần ghi mã dùng cho việc gì, nhiều nhất 60 ký tự.');
  if (!Number.isInteger(days) || days < 1 || days > TOKEN_MAX_DAYS)
    throw bad(`Số ngày dùng được phải là số nguyên từ 1 đến ${TOKEN_MAX_DAYS}.`);
  return { name: written, role: known, days };
}

const bad = (message: string) => new AppError('BAD_TOKEN', message, { status: 422 });
