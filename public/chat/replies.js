import { openSession, sessionHeaders } from './api.js';

const LONGEST_PAUSE_MS = 15_000;

/**
 * @typedef {object} Handlers
 * @property {(reply: import('./types.js').Reply, number: number) => void} reply
 * @property {(on: boolean) => void} typing
 * @property {(waiting: boolean) => void} ready everything so far was told; `waiting`: an answer is being made
 * @property {(created: boolean) => Promise<void>} opened there is a session, new or not; before anything is read
 * @property {() => void} connected
 * @property {() => void} disconnected
 */

/**
 * Listens for replies (Server-Sent Events) and keeps listening: after a cut it connects again and goes on where it was.
 * Not by `EventSource`: that can send nothing but cookies along, which a frame on another site does not have.
 * @param {() => number} lastRead where to go on
 * @param {Handlers} handlers
 */
export function listen(lastRead, handlers) {
  let failures = 0;
  let current = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const restart = async () => {
    clearTimeout(timer);
    current.abort();
    const own = (current = new AbortController());
    try {
      await handlers.opened(await openSession());
      if (own.signal.aborted) return;
      await read(`/chat/replies?after=${lastRead()}`, own.signal, (event, data, number) => {
        if (own.signal.aborted) return;
        if (event === 'ready') {
          failures = 0;
          handlers.connected();
          handlers.ready(/** @type {{waiting: boolean}} */ (data).waiting);
        } else if (event === 'typing') handlers.typing(/** @type {{on: boolean}} */ (data).on);
        else if (event === 'reply') handlers.reply(/** @type {import('./types.js').Reply} */ (data), number);
      });
    } catch {
      // Without a connection, or refused: tried again below.
    }
    if (own.signal.aborted) return;
    handlers.disconnected();
    timer = setTimeout(() => void restart(), Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures));
    failures += 1;
  };

  addEventListener('online', () => void restart());
  void restart();
  return { restart };
}

/**
 * Resolves when the stream has ended.
 * @param {string} address
 * @param {AbortSignal} signal
 * @param {(event: string, data: unknown, number: number) => void} hear
 */
async function read(address, signal, hear) {
  const response = await fetch(address, { headers: sessionHeaders(), signal });
  if (!response.ok || !response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (buffer + value).split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block
          .split('\n')
          .map((line) => /** @type {const} */ ([line.split(': ', 1)[0] ?? '', afterColon(line)])),
      );
      const event = fields.get('event');
      if (event) hear(event, JSON.parse(fields.get('data') ?? 'null'), Number(fields.get('id') ?? 0));
    }
  }
}

/** @param {string} line */
function afterColon(line) {
  return line.slice(line.indexOf(': ') + 2);
}
