import { AppError } from '../shared/errors.js';

const FORM = /^[a-z0-9][a-z0-9._-]{1,31}$/;

/** As it is kept, however it was typed. */
export const accountName = (typed: string) => typed.normalize('NFKC').trim().toLowerCase();

/** Throws `BAD_ACCOUNT_NAME` for a name that can't be a new account's. */
export function newAccountName(typed: string): string {
  const name = accountName(typed);
  if (FORM.test(name) && !['server', 'visitor'].includes(name)) return name;
  throw new AppError('BAD_ACCOUNT_NAME', 'Tên đăng nhập này chưa đúng dạng.', {
    status: 422,
    remedy: 'Dùng 2 đến 32 ký tự: chữ thường không dấu, số, dấu chấm, gạch nối; ví dụ nguyen.van.a.',
  });
}
