import type { StaffRequest } from './ports.js';

/** The next moment that counts: confirming the receipt of what nobody has taken, then doing it. `null`: none is set. */
export function nextDue({ status, confirmBy, dueBy }: StaffRequest): Date | null {
  if (status === 'closed') return null;
  if (status === 'open') return dueBy !== undefined && dueBy < confirmBy ? dueBy : confirmBy;
  return dueBy ?? null;
}

export function isOverdue(request: StaffRequest, now: Date): boolean {
  const due = nextDue(request);
  return due !== null && due < now;
}
