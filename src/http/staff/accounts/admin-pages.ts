import type { Administration } from '../../../accounts/administration.js';
import { ROLES } from '../../../accounts/types.js';
import type { AppError } from '../../../shared/errors.js';
import { page, type PageAnswer } from '../answers.js';
import type { StaffContext } from '../route.js';
import { WORK_STYLE } from '../work/review-routes.js';
import { ROLE_TASKS, ROLE_WORDS, rolesInWords } from './words.js';

/** What the pages and forms of accounts work with. */
export interface AccountRouteDependencies {
  administration: Administration;
  /** The office's identity provider as its sign-in button names it, where there is one. */
  providerName?: string;
}

export interface Complaint {
  message: string;
  remedy: string;
  status: number;
}

export const complaintWithStatus = ({ message, remedy, status }: AppError): Complaint => ({
  message,
  remedy: remedy ?? '',
  status,
});

const roleChoices = (chosen: readonly string[]) =>
  ROLES.map((role) => ({
    role,
    words: ROLE_WORDS[role],
    tasks: ROLE_TASKS[role],
    chosen: chosen.includes(role),
  }));

/** All accounts, and the form that makes one; after a complaint with what was typed. */
export async function listPage(
  { administration, providerName }: AccountRouteDependencies,
  { account, form }: StaffContext,
  complaint: Complaint | null = null,
): Promise<PageAnswer> {
  const accounts = (await administration.list()).map((each) => ({
    ...each,
    roleWords: rolesInWords(each.roles),
    own: each.id === account.id,
  }));
  const data = {
    accounts,
    complaint,
    provider: providerName ?? null,
    typed: Object.fromEntries(
      ['name', 'fullName', 'externalId', 'password'].map((field) => [field, form.get(field) ?? '']),
    ),
    roles: roleChoices(form.getAll('roles')),
  };
  return page('accounts/list', 'Tài khoản', data, { ...WORK_STYLE, status: complaint?.status ?? 200 });
}

/** One account; `password`: a new one, to be read from the page now and never again. */
export async function onePage(
  { administration, providerName }: AccountRouteDependencies,
  { account }: StaffContext,
  name: string,
  outcome: { created?: true; password?: string; complaint?: Complaint } = {},
): Promise<PageAnswer> {
  const shown = await administration.one(name);
  const data = {
    shown: { ...shown, roleWords: rolesInWords(shown.roles), own: shown.id === account.id },
    roles: roleChoices(shown.roles),
    provider: providerName ?? null,
    created: outcome.created ?? false,
    password: outcome.password ?? null,
    complaint: outcome.complaint ?? null,
  };
  const status = outcome.complaint?.status ?? 200;
  return page('accounts/one', `Tài khoản ${shown.id}`, data, { ...WORK_STYLE, status });
}
