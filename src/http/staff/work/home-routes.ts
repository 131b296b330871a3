import { vietnameseDay, writtenDate } from '../../../content/days.js';
import { hasErrors } from '../../../content/problem.js';
import type { BookingList, RequestQueue, ReviewQueue } from '../../../staff-work/ports.js';
import type { ContentDesk } from '../../../staff-work/content/content-desk.js';
import { isOverdue } from '../../../staff-work/overdue.js';
import { page } from '../answers.js';
import type { StaffRoute } from '../route.js';
import { MAX_REQUESTS } from './request-parts.js';
import { WORK_STYLE } from './review-routes.js';

export interface HomeRouteParts {
  requests: Pick<RequestQueue, 'list'>;
  queue: Pick<ReviewQueue, 'count'>;
  content: Pick<ContentDesk, 'health'>;
  bookings: BookingList;
}

/** Where those who work on content and requests begin the day: what waits for them. */
export function homeRoutes(parts: HomeRouteParts): StaffRoute[] {
  return [
    {
      method: 'GET',
      path: '/viec',
      roles: ['reviewer', 'answerer', 'editor', 'approver'],
      nav: { label: 'Việc hôm nay', order: 1 },
      handle: async ({ now }) => page('work/home', 'Việc hôm nay', await waitingWork(parts, now), WORK_STYLE),
    },
  ];
}

async function waitingWork({ requests, queue, content, bookings }: HomeRouteParts, now: Date) {
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
