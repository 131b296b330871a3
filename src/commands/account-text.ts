import type { ListedAccount } from '../accounts/administration.js';
import type { ApiToken } from '../accounts/types.js';
import { vietnameseDay, writtenDate } from '../shared/days.js';

/** What JSON leaves of it: dates are text. */
type Written<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | undefined ? string | undefined : T[K];
};

/** One line per account: name, role, how it signs in, how it stands. */
export function accountLines(done: unknown): string[] {
  const accounts = done as Written<ListedAccount>[];
  if (accounts.length === 0) {
    return ['Chưa có tài khoản nào. Tạo tài khoản đầu tiên: npm run account -- add TÊN --role admin'];
  }
  return accounts.map((account) =>
    [
      account.id.padEnd(20),
      account.roles.join(',').padEnd(9),
      [...(account.hasPassword ? ['mật khẩu'] : []), account.externalId ?? ''].filter(Boolean).join(' + '),
      account.disabledAt === undefined
        ? `${account.openSessions} phiên đang mở`
        : `vô hiệu từ ${day(account.disabledAt)}`,
      account.fullName === account.id ? '' : account.fullName,
    ]
      .filter(Boolean)
      .join('  '),
  );
}

export function tokenLines(done: unknown): string[] {
  const tokens = done as Written<ApiToken>[];
  if (tokens.length === 0) return ['Chưa có mã API nào.'];
  return tokens.map(({ id, name, role, expiresAt, revokedAt }) =>
    [
      id,
      role.padEnd(9),
      revokedAt === undefined ? `hạn ${day(expiresAt)}` : `thu hồi ${day(revokedAt)}`,
      name,
    ].join('  '),
  );
}

const day = (written: string | undefined) =>
  written === undefined ? '' : writtenDate(vietnameseDay(new Date(written)));
