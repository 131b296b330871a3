import { randomUUID } from 'node:crypto';
import type { Content } from '../../../content/types.js';
import { CLOSINGS, type StaffRequest } from '../../../staff-work/ports.js';
import { isOverdue, nextDue } from '../../../staff-work/overdue.js';
import { page, type PageAnswer } from '../answers.js';
import type { StaffContext } from '../route.js';
import { DELETABLE, type RequestRouteDependencies } from './request-dependencies.js';
import { WORK_STYLE } from './review-routes.js';
import { talkData } from './talk-data.js';
import { CLOSING_WORDS, KIND_WORDS, span } from './words.js';

/** `draft`: what was written and is to be looked at again, with its masks. */
export async function showRequest(
  parts: RequestRouteDependencies,
  { account, now }: Pick<StaffContext, 'account' | 'now'>,
  request: StaffRequest,
  draft?: string,
): Promise<PageAnswer> {
  const talk = await parts.talks.of(request);
  const data = {
    request: shown(request, now, parts.knowledge.current().content),
    own: request.takenBy === account.id,
    closings: CLOSINGS.map((id) => ({ id, words: CLOSING_WORDS[id] })),
    deletable: DELETABLE.includes(request.kind),
    extendable: request.dueBy !== undefined && request.extendedAt === undefined,
    ...talkData(parts, request, talk, now),
    draft: draft ?? '',
    masked: draft !== undefined,
    messageId: randomUUID(),
  };
  return page('work/request', `Yêu cầu ${request.code}`, data, {
    styles: [...WORK_STYLE.styles, '/style/staff-transcript.css', '/style/staff-talk.css'],
    scripts: ['/staff/live.js', '/staff/answer.js'],
  });
}

export function shown(request: StaffRequest, now: Date, content: Content) {
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
