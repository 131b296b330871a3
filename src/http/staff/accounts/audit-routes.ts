import type { AuditLog } from '../../../accounts/ports.js';
import { page } from '../answers.js';
import type { StaffRoute } from '../route.js';
import { actorInWords, actionInWords, detailsInWords } from './words.js';

const ON_A_PAGE = 50;

/** Who did what; nobody can change it here. */
export function auditRoutes(audit: Pick<AuditLog, 'list'>, keptDays: number): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/nhat-ky',
      roles: [],
      nav: { label: 'Nhật ký', order: 80 },
      handle: async ({ query }) => {
        const actor = query.get('ai')?.trim() ?? '';
        const before = query.get('truoc') ?? '';
        const found = await audit.list({
          ...(before === '' ? {} : { before }),
          ...(actor === '' ? {} : { actor }),
          limit: ON_A_PAGE + 1,
        });
        const entries = found.slice(0, ON_A_PAGE);
        return page('accounts/audit', 'Nhật ký', {
          entries: entries.map((entry) => ({
            ...entry,
            who: actorInWords(entry.actor),
            action: actionInWords(entry.action),
            ...(entry.details === undefined ? {} : { details: detailsInWords(entry.action, entry.details) }),
          })),
          actor,
          first: before === '',
          next: found.length > ON_A_PAGE ? (entries.at(-1)?.id ?? null) : null,
          keptDays,
        });
      },
    },
  ];
}
