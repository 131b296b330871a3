import type { CitizenEvent } from '../conversation/types.js';
import { isPreamble } from '../conversation/reading/clauses.js';
import { asksOutright } from '../conversation/reading/asks.js';

/** What gets one answer: an event, and those before it that it carries on. */
export interface Burst {
  /** The newest of them, with the words of all: what the turn reads. */
  event: CitizenEvent;
  /** The newest as it came: what is kept and marked. */
  last: CitizenEvent;
  /** The earlier ones, in order. */
  earlier: CitizenEvent[];
}

/** How messages are gathered into one answer. */
export interface Gathering {
  /** How long is waited for more of what is being written, milliseconds. */
  quietMs: number;
  /** By conversation, the key of the message that is waited for: each once, whatever the clock says. */
  waited: Map<string, string>;
}

/** Messages further apart than this are answered one by one (milliseconds between their sending). */
const MAX_GAP_MS = 8_000;
/** Longer together than what is read of one message (characters). */
const MAX_TOGETHER = 2_000;

/** Texts sent quickly one after another, and pictures of one album, belong together; everything else stands alone. */
export function burstsOf(events: readonly CitizenEvent[], { gathering }: { gathering?: Gathering }): Burst[] {
  if (gathering === undefined) return events.map((event) => ({ event, last: event, earlier: [] }));
  const bursts: Burst[] = [];
  for (const event of events) {
    const last = bursts.at(-1);
    if (last !== undefined && carriesOn(last.event, event)) bursts[bursts.length - 1] = joined(last, event);
    else bursts.push({ event, last: event, earlier: [] });
  }
  return bursts;
}

/**
 * How long to wait for more of what is being written (milliseconds); 0 for what asks something, for buttons, for
 * everything older than the quiet time, and for what was waited for already.
 */
export function waitForMore(
  events: readonly CitizenEvent[],
  now: Date,
  { gathering }: { gathering?: Gathering },
): number {
  const last = events.at(-1);
  if (gathering === undefined || last === undefined) return 0;
  const { quietMs, waited } = gathering;
  const isOver = waited.get(last.conversationId) === last.key || !mayGoOn(last);
  waited.delete(last.conversationId);
  if (isOver) return 0;
  const wait = Math.max(0, quietMs - Math.max(0, now.getTime() - last.receivedAt.getTime()));
  if (wait > 0) waited.set(last.conversationId, last.key);
  return wait;
}

function mayGoOn({ kind, text, attachments, ref }: CitizenEvent): boolean {
  if (ref !== undefined) return false;
  if (kind === 'attachment') return attachments?.includes('image') === true;
  return kind === 'text' && text !== undefined && (isPreamble(text) || !asksOutright(text));
}

function carriesOn(before: CitizenEvent, event: CitizenEvent): boolean {
  if (event.sentAt.getTime() - before.sentAt.getTime() > MAX_GAP_MS) return false;
  if (before.ref !== undefined || event.ref !== undefined || before.kind !== event.kind) return false;
  if (event.kind === 'attachment')
    return before.text === undefined && event.text === undefined && sameAttachment(before, event);
  const length = (before.text?.length ?? 0) + (event.text?.length ?? 0);
  return (
    event.kind === 'text' && before.text !== undefined && event.text !== undefined && length < MAX_TOGETHER
  );
}

function sameAttachment(before: CitizenEvent, event: CitizenEvent): boolean {
  return before.attachments?.[0] === event.attachments?.[0];
}

function joined({ event: before, last, earlier }: Burst, event: CitizenEvent): Burst {
  const masked = [...new Set([...(before.masked ?? []), ...(event.masked ?? [])])];
  const words = before.text === undefined ? {} : { text: `${before.text}\n${event.text ?? ''}` };
  return {
    event: {
      ...event,
      ...words,
      ...(masked.length === 0 ? {} : { masked }),
      ...(before.maybeMoney === true || event.maybeMoney === true ? { maybeMoney: true } : {}),
      ...(before.truncated === true || event.truncated === true ? { truncated: true } : {}),
    },
    last: event,
    earlier: [...earlier, last],
  };
}
