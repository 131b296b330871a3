import { parseArgs } from 'node:util';
import { generatedPassword } from '../accounts/generated-password.js';
import type { AccountOrder } from '../accounts/orders.js';
import { processConfig } from '../config.js';
import { AppError } from '../shared/errors.js';
import { giveOrder } from './account-access.js';
import { accountLines, tokenLines } from './account-text.js';
import { askedPassword } from './asked-password.js';
import { runCommand } from './run-command.js';

const USAGE = `Cách dùng: npm run account -- LỆNH
  add TÊN --role VAI_TRÒ[,VAI_TRÒ…] [--full-name "Họ tên"] [--generate] [--openid ĐỊNH_DANH]
  list                          các tài khoản
  role TÊN --role VAI_TRÒ[,…]   đổi vai trò
  password TÊN [--generate]     đặt lại mật khẩu, kết thúc mọi phiên, gỡ tạm khoá
  openid TÊN [ĐỊNH_DANH]        định danh OpenID Connect; bỏ trống để xoá
  disable TÊN | enable TÊN      vô hiệu hoá, mở lại
  end-sessions TÊN              kết thúc mọi phiên
  unlock TÊN                    gỡ tạm khoá do nhập sai
  token "Dùng để làm gì" --role viewer|reviewer|metrics [--days 90]
  tokens | revoke MÃ            các mã API; thu hồi một mã
Vai trò: viewer xem thống kê, reviewer duyệt tin chưa hiểu, answerer trả lời người dân, editor soạn nội dung,
approver duyệt nội dung, head lãnh đạo (có số liệu theo cán bộ), admin quản trị. Không có --generate thì được hỏi mật khẩu;
mật khẩu được cấp (--generate) phải đổi ở lần đăng nhập đầu.`;

const OPTIONS = {
  role: { type: 'string' },
  'full-name': { type: 'string' },
  openid: { type: 'string' },
  generate: { type: 'boolean', default: false },
  days: { type: 'string', default: '90' },
} as const;

/** Makes and keeps the accounts of the staff pages, also while the server runs. */
await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [command = '', name = '', given] = positionals;
  const order = await orderOf(command, name, given, values);
  if (order === null) return USAGE;
  const done = await giveOrder(processConfig(), order);
  process.stdout.write(`${told(order, done).join('\n')}\n`);
  return null;
});

interface Values {
  role?: string | undefined;
  'full-name'?: string | undefined;
  openid?: string | undefined;
  generate: boolean;
  days: string;
}

/** `null` when it was called wrongly. */
async function orderOf(
  command: string,
  name: string,
  given: string | undefined,
  values: Values,
): Promise<AccountOrder | null> {
  if (command === 'list' || command === 'tokens') return { order: command };
  if (name === '') return null;
  switch (command) {
    case 'disable':
    case 'enable':
    case 'end-sessions':
    case 'unlock':
      return { order: command, name };
    case 'openid':
      return { order: 'openid', name, externalId: filled(given) ?? null };
    case 'revoke':
      return { order: 'revoke', id: name.replace(/^dh_|_.*$/g, '') };
    case 'password':
      return { order: 'password', name, ...(await passwordFor(values.generate)) };
  }
  if (values.role === undefined) return null;
  if (command === 'role') return { order: 'role', name, role: values.role };
  if (command === 'token') return { order: 'token', name, role: values.role, days: wholeDays(values.days) };
  return command === 'add' ? newAccount(name, values.role, values) : null;
}

async function newAccount(name: string, role: string, values: Values): Promise<AccountOrder> {
  const { 'full-name': fullName, generate } = values;
  const openid = filled(values.openid);
  const account = { order: 'add', name, role, fullName, externalId: openid } as const;
  // Whoever signs in through the office's provider needs no password here, unless one is asked for.
  if (openid !== undefined && !generate) return { ...account, passwordToChange: false };
  const { password, toChange } = await passwordFor(generate);
  return { ...account, password, passwordToChange: toChange };
}

/** What a shell leaves of a variable that is not set is nothing. */
function filled(text: string | undefined): string | undefined {
  return text?.trim() === '' ? undefined : text;
}

function wholeDays(written: string): number {
  if (/^\d{1,4}$/.test(written)) return Number(written);
  throw new AppError('BAD_DAYS', `--days phải là một số ngày, đang ghi "${written}".`, {
    remedy: 'Ví dụ: --days 90.',
  });
}

async function passwordFor(generate: boolean): Promise<{ password: string; toChange: boolean }> {
  return { password: generate ? generatedPassword() : await askedPassword(), toChange: generate };
}

function told(order: AccountOrder, done: unknown): string[] {
  switch (order.order) {
    case 'list':
      return accountLines(done);
    case 'tokens':
      return tokenLines(done);
    case 'token':
      return ['Mã (chỉ hiện lần này):', (done as { token: string }).token];
    case 'end-sessions':
      return [`Đã kết thúc ${String(done)} phiên.`];
    case 'add':
    case 'password':
      return ['Xong.', ...shownOnce(order)];
    default:
      return ['Xong.'];
  }
}

function shownOnce(order: Extract<AccountOrder, { order: 'add' | 'password' }>): string[] {
  const generated = order.order === 'add' ? order.passwordToChange : order.toChange;
  if (!generated || order.password === undefined) return [];
  return [`Mật khẩu của ${order.name} (chỉ hiện lần này, phải đổi khi đăng nhập lần đầu):`, order.password];
}
