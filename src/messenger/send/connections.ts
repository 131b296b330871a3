import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/**
 * How long a connection may lie idle before a new one is opened instead. Boxes in between forget idle connections, some
 * without telling either end. Milliseconds.
 */
const IDLE_MS = 30_000;

/** The connections to one server: kept alive, and given up where one of them turned out to be dead. */
export interface Connections {
  /** `fresh`: a connection of its own, used once. */
  agent(fresh: boolean): HttpAgent | HttpsAgent;
  /** One that was kept gave no answer: those kept beside it are as doubtful. Calls under way are left alone. */
  dropIdle(): void;
}

export function keptConnections(secure: boolean): Connections {
  const open = (keepAlive: boolean) => {
    const options = keepAlive ? { keepAlive, timeout: IDLE_MS } : { keepAlive };
    return secure ? new HttpsAgent(options) : new HttpAgent(options);
  };
  const [kept, single] = [open(true), open(false)];
  return {
    agent: (fresh) => (fresh ? single : kept),
    dropIdle() {
      for (const socket of Object.values(kept.freeSockets).flat()) socket?.destroy();
    },
  };
}
