import { openSession } from './api.js';

const LONGEST_PAUSE_MS = 15_000;

/**
 * Listens for replies and keeps listening. The browser itself reconnects after a cut; after a refusal (session gone,
 * server starting) it gives up, and we open a session and begin anew.
 *
 * `lastRead()` says where to go on; handlers: reply(reply, number), ready({waiting}), typing(on), connected(),
 * disconnected().
 */
export function listen(lastRead, handlers) {
  let source;
  let timer;
  let failures = 0;
  let attempt = 0;

  const open = () => {
    const opened = new EventSource(`/chat/replies?after=${lastRead()}`);
    source = opened;
    const data = (event) => JSON.parse(event.data);
    opened.addEventListener('reply', (event) => handlers.reply(data(event), Number(event.lastEventId)));
    opened.addEventListener('typing', (event) => handlers.typing(data(event).on));
    opened.addEventListener('ready', (event) => {
      failures = 0;
      handlers.connected();
      handlers.ready(data(event));
    });
    opened.addEventListener('error', () => {
      if (opened.readyState === EventSource.CLOSED) later();
      else handlers.disconnected();
    });
  };

  const later = () => {
    handlers.disconnected();
    clearTimeout(timer);
    timer = setTimeout(restart, Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures));
    failures += 1;
  };

  const restart = async () => {
    clearTimeout(timer);
    source?.close();
    attempt += 1;
    const own = attempt;
    try {
      await openSession();
      if (own === attempt) open();
    } catch {
      if (own === attempt) later();
    }
  };

  addEventListener('online', restart);
  void restart();
  return { restart };
}
