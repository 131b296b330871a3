import type { Response } from 'express';
import type { Inbox, WebReplies } from '../../turns/ports.js';
import type { WebNotifier } from './notifier.js';
import { unreadReplies } from './reply-reader.js';
import { WakeUp } from './wake-up.js';

export interface StreamSource {
  inbox: Pick<Inbox, 'waitingEvents'>;
  webReplies: Pick<WebReplies, 'after'>;
  notifier: WebNotifier;
}

/** Milliseconds between looks at the storage, for replies that another process stored. */
export interface PollTimes {
  awaiting: number;
  idle: number;
}

export const POLL_TIMES: PollTimes = { awaiting: 1000, idle: 5000 };

/** A comment this often keeps proxies from cutting a quiet stream. */
const KEEP_ALIVE_MS = 20_000;
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no', // nginx would hold replies back
  Connection: 'close', // with the stream its connection ends: a stopping server need not wait for it to time out
};

/**
 * Server-Sent Events of one page: `reply` (id: its number; data: the reply), `ready` once everything so far was sent,
 * `typing` ({"on"}) while an answer is being made. One loop reads and writes, so replies can't overtake each other.
 * Resolves when the page has gone or the server stops; rejects when the storage fails or the server has stopped already.
 */
export async function streamReplies(
  response: Response,
  { inbox, webReplies, notifier }: StreamSource,
  conversationId: string,
  startAfter: number,
  poll: PollTimes,
): Promise<void> {
  const wake = new WakeUp();
  const unsubscribe = notifier.subscribe(conversationId, wake.hear);
  response.on('close', () => wake.hear('closed'));
  const keepAlive = setInterval(() => response.headersSent && response.write(':\n\n'), KEEP_ALIVE_MS);
  const isWaiting = async () => (await inbox.waitingEvents(conversationId, 1)).length > 0;
  let lastRead = startAfter;
  let awaiting = false;
  try {
    for (let first = true; !wake.ended; first = false) {
      const accepted = wake.takeAccepted();
      const unread = await unreadReplies(webReplies, conversationId, lastRead);
      const waiting: boolean = (first || awaiting) && unread.length === 0 && (await isWaiting());
      if (first) response.writeHead(200, HEADERS).write('retry: 2000\n\n');
      if (accepted) write(response, 'typing', { on: true });
      for (const { sequence, reply } of unread) write(response, 'reply', reply, sequence);
      lastRead = unread.at(-1)?.sequence ?? lastRead;
      if (first) write(response, 'ready', { waiting });
      if (awaiting && !accepted && !waiting && unread.length === 0) write(response, 'typing', { on: false });
      awaiting = accepted || waiting;
      await wake.next(awaiting ? poll.awaiting : poll.idle);
    }
  } finally {
    clearInterval(keepAlive);
    unsubscribe();
    if (response.headersSent) response.end();
  }
  if (!response.headersSent && !response.closed) throw new Error('the server is stopping');
}

function write(response: Response, event: string, data: unknown, id?: number): void {
  response.write(
    `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
  );
}
