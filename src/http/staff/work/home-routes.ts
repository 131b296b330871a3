import { vietnameseDay, writtenDate } from '../../../shared/days.js';
import { hasErrors } from '../../../content/problem.js';
import type { BookingList, RequestQueue, ReviewQueue } from '../../../staff-work/ports.js';
import type { ContentService } from '../../../staff-work/content/content-service.js';
import type { DraftService } from '../../../staff-work/content/draft-service.js';
import { isOverdue } from '../../../staff-work/overdue.js';
import { page } from '../answers.js';
import { APPROVERS } from '../content/content-pages.js';
import { mayTake } from '../navigation.js';
import type { StaffContext, StaffRoute } from '../route.js';
import { MAX_REQUESTS } from './request-dependencies.js';
import { WORK_STYLE } from './review-routes.js';

export interface HomeRouteDependencies {
  requests: Pick<RequestQueue, 'list'>;
  queue: Pick<ReviewQueue, 'count'>;
  content: Pick<ContentService, 'health'>;
  bookings: BookingList;
  drafts: Pick<DraftService, 'list' | 'mayApprove'>;
}

const MAX_DRAFTS = 200;

/** Where those who work on content and requests begin the day: what waits for them. */
export function homeRoutes(parts: HomeRouteDependencies): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/viec',
      roles: ['reviewer', 'answerer', 'editor', 'approver'],
      nav: { label: 'Việc hôm nay', order: 1 },
      handle: async ({ now, account }) => {
        const [work, drafts] = await Promise.all([waitingWork(parts, now), waitingDrafts(parts, account)]);
        return page('work/home', 'Việc hôm nay', { ...work, ...drafts }, WORK_STYLE);
      },
    },
  ];
}

async function waitingWork({ requests, queue, content, bookings }: HomeRouteDependencies, now: Date) {
  const today = vietnameseDay(now);
  const [open, toReview, health, slots] = await Promise.all([
    requests.list({ status: 'waiting', limit: MAX_REQUESTS }),
    queue.count(),
    content.health(),
    bookings.slots(today),
  ]);
  const next = slots.find(({ seats }) => seats.length > 0);
  return {
    requests: open.length,
    late: open.filter((request) => isOverdue(request, now)).length,
    toReview,
    errors: health.problems.filter((problem) => hasErrors([problem])).length,
    overdue: health.due.filter(({ dueOn }) => dueOn < health.today).length,
    nextDay: next === undefined ? null : writtenDate(next.date),
    nextSeats: slots
      .filter(({ date }) => date === next?.date)
      .reduce((sum, { seats }) => sum + seats.length, 0),
  };
}

/** Drafts that wait for this officer's decision, or of an officer who decides on none, for somebody else's; and the own ones that came back. */
async function waitingDrafts({ drafts }: HomeRouteDependencies, account: StaffContext['account']) {
  const open = await drafts.list(['proposed', 'returned'], MAX_DRAFTS);
  const approves = mayTake({ roles: APPROVERS }, account.roles);
  return {
    proposed: open.filter(
      (draft) =>
        draft.state === 'proposed' &&
        (approves ? drafts.mayApprove(draft, account) : draft.by === account.id),
    ).length,
    returned: open.filter(({ state, by }) => state === 'returned' && by === account.id).length,
  };
}
