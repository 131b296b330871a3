import type { Collections } from '../records/collections.js';

/** How the requests stand now, whichever period is looked at. */
export interface WaitingRequests {
  waiting: number;
  overdue: number;
}

export async function waitingRequests(
  { requests }: Pick<Collections, 'requests'>,
  now: Date,
): Promise<WaitingRequests> {
  const open = await requests.find(
    { status: { $in: ['open', 'taken'] } },
    { only: ['status', 'confirmBy', 'dueBy'] },
  );
  const overdue = open.filter(
    ({ status, confirmBy, dueBy }) =>
      (status === 'open' && confirmBy < now) || (dueBy !== undefined && dueBy < now),
  );
  return { waiting: open.length, overdue: overdue.length };
}
