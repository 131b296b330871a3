import type { RequestKind } from '../../../conversation/types.js';
import { isOverdue } from '../../../staff-work/overdue.js';
import { page } from '../answers.js';
import type { StaffRoute } from '../route.js';
import { liveRoutes } from './request-live.js';
import { shown, showRequest } from './request-page.js';
import { knownRequest, MAX_REQUESTS, type RequestRouteDependencies } from './request-dependencies.js';
import { requestActions } from './request-actions.js';
import { WORK_STYLE } from './review-routes.js';
import { KIND_WORDS } from './words.js';

const KINDS = Object.keys(KIND_WORDS) as RequestKind[];

/** What waits for a person. */
export function requestRoutes(parts: RequestRouteDependencies): StaffRoute[] {
  const { requests } = parts;
  return [
    {
      method: 'GET',
      path: '/yeu-cau',
      roles: ['answerer'],
      nav: { label: 'Yêu cầu', order: 20 },
      handle: ({ query, now }) => showQueue(parts, query, now),
    },
    ...liveRoutes(parts),
    {
      method: 'GET',
      path: '/yeu-cau/:code',
      roles: ['answerer'],
      handle: async (context) =>
        showRequest(parts, context, await knownRequest(requests, context.params['code'] ?? '')),
    },
    ...requestActions(parts),
  ];
}

async function showQueue(
  { requests, knowledge }: RequestRouteDependencies,
  query: URLSearchParams,
  now: Date,
) {
  const { content } = knowledge.current();
  const kind = KINDS.find((known) => known === query.get('loai'));
  const status = query.get('xem') === 'da-dong' ? 'closed' : 'waiting';
  const code = query.get('ma')?.trim() ?? '';
  const all =
    code === ''
      ? await requests.list({ status, ...(kind === undefined ? {} : { kind }), limit: MAX_REQUESTS })
      : [await requests.get(code)].filter((found) => found !== null);
  const late = all.filter((request) => isOverdue(request, now)).length;
  const onlyLate = query.get('xem') === 'qua-han';
  const list = (onlyLate ? all.filter((request) => isOverdue(request, now)) : all)
    .map((request) => shown(request, now, content))
    // What is due first stands first; closed ones stay by their closing.
    .sort((a, b) =>
      status === 'closed' ? 0 : (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity),
    );
  const data = {
    list,
    late,
    kind: kind ?? '',
    view: query.get('xem') ?? '',
    code,
    kinds: KINDS.map((id) => ({ id, words: KIND_WORDS[id] })),
    most: MAX_REQUESTS,
  };
  return page('work/requests', 'Yêu cầu', data, { ...WORK_STYLE, scripts: ['/staff/live.js'] });
}
