import type { Clock } from '../../shared/clock.js';
import type { DeliveryTarget, OutgoingReply } from '../../turns/ports.js';

const MINUTE_MS = 60 * 1000;
/** Facebook's window for answers is 24 hours from the citizen's last message; the last minutes are left alone. */
const WINDOW_MS = 24 * 60 * MINUTE_MS - 5 * MINUTE_MS;
/** For a person's words with the human-agent tag, and for a private reply to a comment: 7 days, the last minutes left alone. */
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS - 5 * MINUTE_MS;

/** `tagged`: later than answers may come; only what a person wrote may have the tag. */
export type SendWindow = { open: true; tagged: boolean } | { open: false; reason: string };

/** Whether a message may go out now, and how (messenger facts, sections 3.3 and 3.11). */
export function windowFor(
  { clock, humanAgent = false }: { clock: Clock; humanAgent?: boolean },
  target: DeliveryTarget,
  { comment, reply }: OutgoingReply,
): SendWindow {
  const now = clock.now();
  if (comment === true)
    return isPast(WEEK_MS, now, target)
      ? { open: false, reason: 'more than 7 days after the comment' }
      : { open: true, tagged: false };
  if (!isClosed(now, target)) return { open: true, tagged: false };
  const mayBeTagged = humanAgent && reply.by !== undefined && !isPast(WEEK_MS, now, target);
  return mayBeTagged
    ? { open: true, tagged: true }
    : { open: false, reason: 'outside the window for answers' };
}

/** Without knowing when the citizen last wrote, it is tried. */
export function isClosed(now: Date, target: DeliveryTarget): boolean {
  return isPast(WINDOW_MS, now, target);
}

function isPast(milliseconds: number, now: Date, { lastEventAt }: DeliveryTarget): boolean {
  return lastEventAt !== undefined && now.getTime() - lastEventAt.getTime() > milliseconds;
}
