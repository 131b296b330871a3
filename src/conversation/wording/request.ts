import { vietnameseDay, writtenDate } from '../../shared/days.js';
import type { RequestStatus } from '../ports.js';
import { say, type Speaker } from './say.js';

/** How a request stands, in a sentence for the citizen who filed it. */
export function sayRequest(speaker: Speaker, request: RequestStatus): string {
  const { code, kind, status, filedAt, takenAt, dueBy, closing = 'done', closedAt } = request;
  const about = { code, what: say(speaker, `label_request_${kind}`), filed: shownDay(filedAt) };
  if (status === 'closed') return say(speaker, `request_${closing}`, { ...about, on: on(speaker, closedAt) });
  const due = dueBy === undefined ? '' : ` ${say(speaker, 'request_due', { day: shownDay(dueBy) })}`;
  const words =
    status === 'taken'
      ? say(speaker, 'request_taken', { ...about, on: on(speaker, takenAt) })
      : say(speaker, 'request_waiting', about);
  return `${words}${due}`;
}

function on(speaker: Speaker, day: Date | undefined): string {
  return day === undefined ? '' : ` ${say(speaker, 'request_on', { day: shownDay(day) })}`;
}

/** `24/11/2026`, in Vietnam. */
function shownDay(at: Date): string {
  return writtenDate(vietnameseDay(at));
}
