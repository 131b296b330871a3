import type { RequestHandler } from 'express';

/** How the parts stand. Holds no secret and nothing personal: anyone may read it. */
export interface Health {
  storage: { engine: 'mongodb' | 'embedded'; reachable: boolean };
  /** `problems`: faults in the staff files that keep a newer state from being used; `summary`: one short line each. */
  content: { version: string; problems: number; summary: string[] };
  matcher: { version: string };
  /**
   * The way out to Messenger. `stopped`: the token, the app or the Page was refused; `attention`: some replies are, and
   * wait. Someone must act.
   */
  sending: {
    state: 'not_connected' | 'ready' | 'paused' | 'stopped' | 'attention';
    until?: string;
    reason?: string;
  };
}

/** A probe must be told something even when the storage hangs. */
const PATIENCE_MS = 3000;

/** 200 when citizens are being answered (`ok`, or `degraded`: someone should look); 503 when they can't be. */
export function healthRoute(health: () => Promise<Health>, patienceMs = PATIENCE_MS): RequestHandler {
  return async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    const found = await within(patienceMs, health);
    if (found === null) {
      response.status(503).json({ status: 'down', reason: 'health could not be read' });
      return;
    }
    const status = statusOf(found);
    response.status(status === 'down' ? 503 : 200).json({ status, ...found });
  };
}

function statusOf({ storage, content, sending }: Health): 'ok' | 'degraded' | 'down' {
  if (!storage.reachable) return 'down';
  const refused = sending.state === 'stopped' || sending.state === 'attention';
  return content.problems > 0 || refused ? 'degraded' : 'ok';
}

async function within<T>(milliseconds: number, ask: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
