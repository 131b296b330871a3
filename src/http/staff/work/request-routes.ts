import type { Content } from '../../../content/types.js';
import type { RequestKind } from '../../../conversation/types.js';
import type { StaffRequest } from '../../../staff-work/ports.js';
import { CLOSINGS } from '../../../staff-work/ports.js';
import { isOverdue, nextDue } from '../../../staff-work/overdue.js';
import { page } from '../answers.js';
import type { StaffRoute } from '../route.js';
import { DELETABLE, knownRequest, type RequestRouteParts } from './request-parts.js';
import { requestDeeds } from './request-deeds.js';
import { WORK_STYLE } from './review-routes.js';
import { CLOSING_WORDS, KIND_WORDS, span } from './words.js';

/** More wait only where nobody works on them; the oldest are shown then. */
export const MOST_REQUESTS = 500;
const KINDS = Object.keys(KIND_WORDS) as RequestKind[];

/** What waits for a person. */
export function requestRoutes(parts: RequestRouteParts): StaffRoute[] {
  const { requests } = parts;
  return [
    {
      method: 'GET',
      path: '/yeu-cau',
      roles: ['answerer'],
      nav: { label: 'Yêu cầu', order: 20 },
      handle: ({ query, now }) => showQueue(parts, query, now),
    },
    {
      method: 'GET',
      path: '/yeu-cau/:code',
      roles: ['answerer'],
      handle: async ({ params, account, now }) => {
        const request = await knownRequest(requests, params['code'] ?? '');
        const data = {
          request: shown(request, now, parts.knowledge.current().content),
          own: request.takenBy === account.id,
          closings: CLOSINGS.map((id) => ({ id, words: CLOSING_WORDS[id] })),
          deletable: DELETABLE.includes(request.kind),
          extendable: request.dueBy !== undefined && request.extendedAt === undefined,
        };
        return page('work/request', `Yêu cầu ${request.code}`, data, WORK_STYLE);
      },
    },
    ...requestDeeds(parts),
  ];
}

async function showQueue({ requests, knowledge }: RequestRouteParts, query: URLSearchParams, now: Date) {
  const { content } = knowledge.current();
  const kind = KINDS.find((known) => known === query.get('loai'));
  const status = query.get('xem') === 'da-dong' ? 'closed' : 'waiting';
  const code = query.get('ma')?.trim() ?? '';
  const all =
    code === ''
      ? await requests.list({ status, ...(kind === undefined ? {} : { kind }), limit: MOST_REQUESTS })
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
    most: MOST_REQUESTS,
  };
  return page('work/requests', 'Yêu cầu', data, WORK_STYLE);
}

function shown(request: StaffRequest, now: Date, content: Content) {
  const due = nextDue(request);
  return {
    ...request,
    about: contextWords(request.context, content),
    kindWords: KIND_WORDS[request.kind],
    byBot: request.status === 'closed' && request.closedBy === undefined,
    closingWords: request.closing === undefined ? null : CLOSING_WORDS[request.closing],
    age: span(request.filedAt, now),
    due,
    dueWhat: request.status === 'open' && due === request.confirmBy ? 'xác nhận đã nhận' : 'làm xong',
    overdue: isOverdue(request, now),
    dueSpan: due === null ? null : due < now ? `quá hạn ${span(due, now)}` : `còn ${span(now, due)}`,
  };
}

/** The context begins with the topic's id, in brackets or alone: it is shown by its name. */
function contextWords(context: string | undefined, { procedures }: Content): string | null {
  if (context === undefined) return null;
  const topic = /^\[([a-z0-9-]+)\] ?/.exec(context) ?? /^([a-z0-9-]+)$/.exec(context);
  const name = procedures.get(topic?.[1] ?? '')?.name;
  if (topic === null || name === undefined) return context;
  const said = context.slice(topic[0].length);
  return said === '' ? name : `${name}: ${said}`;
}
