import { TOKEN_MAX_DAYS, type Tokens } from '../../../accounts/tokens.js';
import { TOKEN_ROLES } from '../../../accounts/types.js';
import { AppError } from '../../../shared/errors.js';
import { page, redirect, type PageAnswer } from '../answers.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { TOKEN_ROLE_WORDS } from './words.js';

/** Tokens for programs that read the JSON API or the operator's metrics. */
export function tokenRoutes(tokens: Tokens): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/ma-api',
      roles: [],
      nav: { label: 'Mã API', order: 70 },
      handle: (context) => show(tokens, context),
    },
    {
      method: 'POST',
      path: '/ma-api',
      roles: [],
      handle: (context) => create(tokens, context),
    },
    {
      method: 'POST',
      path: '/ma-api/:id/thu-hoi',
      roles: [],
      handle: async ({ account, params }) => {
        await tokens.revoke(account.id, params['id'] ?? '');
        return redirect('/ma-api', {
          tone: 'good',
          text: 'Đã thu hồi mã. Chương trình dùng mã này bị từ chối ngay.',
        });
      },
    },
  ];
}

/** The token is in this answer and nowhere else, so it is not followed by a redirect. */
async function create(tokens: Tokens, context: StaffContext): Promise<PageAnswer> {
  const { account, form } = context;
  const wanted = {
    name: form.get('name') ?? '',
    role: form.get('role') ?? '',
    days: Number(form.get('days') ?? ''),
  };
  try {
    const { token } = await tokens.create(account.id, wanted);
    return await show(tokens, context, { token });
  } catch (error) {
    if (error instanceof AppError && error.status === 422) return show(tokens, context, { error });
    throw error;
  }
}

async function show(
  tokens: Tokens,
  { now, form }: StaffContext,
  outcome: { token?: string; error?: AppError } = {},
): Promise<PageAnswer> {
  const list = (await tokens.list()).map((token) => ({
    ...token,
    roleWords: TOKEN_ROLE_WORDS[token.role],
    works: token.revokedAt === undefined && token.expiresAt > now,
  }));
  const data = {
    tokens: list,
    created: outcome.token ?? null,
    complaint: outcome.error?.message ?? null,
    roles: TOKEN_ROLES.map((role) => ({ role, words: TOKEN_ROLE_WORDS[role] })),
    maxDays: TOKEN_MAX_DAYS,
    name: outcome.error === undefined ? '' : (form.get('name') ?? ''),
  };
  return page('accounts/tokens', 'Mã API', data, { status: outcome.error === undefined ? 200 : 422 });
}
