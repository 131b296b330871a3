import type { Administration } from '../../../accounts/administration.js';
import { AppError } from '../../../shared/errors.js';
import { page, redirect } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { rolesInWords } from './words.js';

type Deed = (administration: Administration, context: StaffContext, name: string) => Promise<string>;

/** What administrators do on the page; making accounts is a command's, on the machine itself. */
const DEEDS: Readonly<Record<string, Deed>> = {
  'vo-hieu': async (administration, { account }, name) => {
    if (name === account.id) {
      throw new AppError('OWN_ACCOUNT', 'Không tự vô hiệu hoá tài khoản của chính mình được.', {
        status: 409,
        remedy: 'Nhờ một người quản trị khác, hoặc dùng lệnh npm run account trên máy chủ.',
      });
    }
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
};

export function accountRoutes(administration: Administration): StaffRoute[] {
  const deeds = Object.entries(DEEDS).map(([deed, perform]): StaffRoute => ({
    method: 'POST',
    path: `/tai-khoan/:name/${deed}`,
    roles: [],
    handle: async (context) =>
      redirect('/tai-khoan', {
        tone: 'good',
        text: await perform(administration, context, context.params['name'] ?? ''),
      }),
  }));
  return [
    {
      method: 'GET',
      path: '/tai-khoan',
      roles: [],
      nav: { label: 'Tài khoản', order: 60 },
      handle: async ({ account }) =>
        page('accounts/list', 'Tài khoản', {
          accounts: (await administration.list()).map((each) => ({
            ...each,
            roleWords: rolesInWords(each.roles),
            own: each.id === account.id,
          })),
        }),
    },
    ...deeds,
  ];
}
