import type { Administration } from '../../../accounts/administration.js';
import { generatedPassword } from '../../../accounts/generated-password.js';
import { AppError } from '../../../shared/errors.js';
import { redirect, type PageAnswer, type StaffAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { complaintWithStatus, listPage, onePage, type AccountRouteDependencies } from './admin-pages.js';

type Action = (administration: Administration, context: StaffContext, name: string) => Promise<string>;

/** What is done to one account with one button; each resolves to what is told afterwards. */
const ACTIONS: Readonly<Record<string, Action>> = {
  'vo-hieu': async (administration, { account }, name) => {
    if (name === account.id) throw ownAccount('Không tự vô hiệu hoá tài khoản của chính mình được.');
    await administration.disable(account.id, name);
    return `Đã vô hiệu hoá tài khoản ${name} và kết thúc các phiên của tài khoản này.`;
  },
  'mo-lai': async (administration, { account }, name) => {
    await administration.enable(account.id, name);
    return `Đã mở lại tài khoản ${name}.`;
  },
  'ket-thuc-phien': async (administration, { account }, name) => {
    const ended = await administration.endSessions(account.id, name);
    return `Đã kết thúc ${ended} phiên của tài khoản ${name}.`;
  },
  'go-tam-khoa': async (administration, { account }, name) => {
    await administration.unlock(account.id, name);
    return `Tài khoản ${name} đăng nhập lại được ngay.`;
  },
  sua: rename,
  'dinh-danh': async (administration, { account, form }, name) => {
    const written = (form.get('externalId') ?? '').trim();
    await administration.setExternalId(account.id, name, written === '' ? null : written);
    return written === '' ? `Tài khoản ${name} chỉ còn đăng nhập bằng mật khẩu.` : 'Đã lưu định danh.';
  },
};

/** What administrators do on the pages. The very first account is made by a command, on the machine itself. */
export function accountRoutes(parts: AccountRouteDependencies): StaffRoute[] {
  const { administration } = parts;
  const actions = Object.entries(ACTIONS).map(([action, perform]): StaffRoute => ({
    method: 'POST',
    path: `/tai-khoan/:name/${action}`,
    roles: [],
    handle: (context) =>
      orComplaint(parts, context, async (name) =>
        redirect(`/tai-khoan/${encodeURIComponent(name)}`, {
          tone: 'good',
          text: await perform(administration, context, name),
        }),
      ),
  }));
  return [
    {
      method: 'GET',
      path: '/tai-khoan',
      roles: [],
      nav: { label: 'Tài khoản', order: 60 },
      handle: (context) => listPage(parts, context),
    },
    { method: 'POST', path: '/tai-khoan', roles: [], handle: (context) => create(parts, context) },
    {
      method: 'GET',
      path: '/tai-khoan/:name',
      roles: [],
      handle: (context) => onePage(parts, context, nameIn(context)),
    },
    {
      method: 'POST',
      path: '/tai-khoan/:name/mat-khau',
      roles: [],
      handle: (context) => orComplaint(parts, context, (name) => newPassword(parts, context, name)),
    },
    ...actions,
  ];
}

const nameIn = ({ params }: StaffContext) => params['name'] ?? '';

/** The password is in this answer and nowhere else, so it is not followed by a redirect. */
async function create(parts: AccountRouteDependencies, context: StaffContext): Promise<PageAnswer> {
  const { account, form } = context;
  const externalId = (form.get('externalId') ?? '').trim();
  const password = form.get('password') === 'no' ? undefined : generatedPassword();
  try {
    const name = await parts.administration.add(account.id, {
      name: form.get('name') ?? '',
      fullName: form.get('fullName') ?? '',
      role: chosenRoles(form),
      passwordToChange: true,
      ...(password === undefined ? {} : { password }),
      ...(externalId === '' ? {} : { externalId }),
    });
    return await onePage(parts, context, name, {
      created: true,
      ...(password === undefined ? {} : { password }),
    });
  } catch (error) {
    if (error instanceof AppError && [409, 422].includes(error.status))
      return listPage(parts, context, complaintWithStatus(error));
    throw error;
  }
}

async function newPassword(
  parts: AccountRouteDependencies,
  context: StaffContext,
  name: string,
): Promise<PageAnswer> {
  const { account } = context;
  if (name === account.id) throw ownAccount('Mật khẩu của chính mình đổi ở mục “Tài khoản của tôi”.');
  const password = generatedPassword();
  await parts.administration.setPassword(account.id, name, password, { toChange: true });
  return onePage(parts, context, name, { password });
}

/** Only what was changed is written down as changed. */
async function rename(
  administration: Administration,
  { account, form }: StaffContext,
  name: string,
): Promise<string> {
  const before = await administration.one(name);
  const roles = chosenRoles(form);
  if (before.id === account.id && !roles.split(',').includes('admin'))
    throw ownAccount('Không tự bỏ vai trò Quản trị của chính mình được.');
  if (roles !== before.roles.join(',')) await administration.setRole(account.id, name, roles);
  const fullName = (form.get('fullName') ?? '').trim();
  if (fullName !== before.fullName) await administration.setFullName(account.id, name, fullName);
  return `Đã lưu tài khoản ${name}. Vai trò mới có hiệu lực ngay, người dùng không phải đăng nhập lại.`;
}

function chosenRoles(form: URLSearchParams): string {
  const roles = form.getAll('roles');
  if (roles.length > 0) return roles.join(',');
  throw new AppError('NO_ROLE', 'Chưa chọn vai trò nào.', {
    status: 422,
    remedy: 'Đánh dấu ít nhất một việc mà tài khoản này được làm.',
  });
}

/** What could not be done is said on the account's own page, beside what can. */
async function orComplaint(
  parts: AccountRouteDependencies,
  context: StaffContext,
  action: (name: string) => Promise<StaffAnswer>,
): Promise<StaffAnswer> {
  const name = nameIn(context);
  try {
    return await action(name);
  } catch (error) {
    if (error instanceof AppError && [409, 422].includes(error.status))
      return onePage(parts, context, name, { complaint: complaintWithStatus(error) });
    throw error;
  }
}

function ownAccount(message: string): AppError {
  return new AppError('OWN_ACCOUNT', message, {
    status: 409,
    remedy: 'Nhờ một người quản trị khác, hoặc dùng lệnh npm run account trên máy chủ.',
  });
}
