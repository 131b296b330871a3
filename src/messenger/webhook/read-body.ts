import type { IncomingMessage } from 'node:http';

/** How many bytes of unread requests are held at once, over all connections. */
export class BodyBudget {
  private held = 0;

  constructor(private readonly most: number) {}

  /** `false`, and nothing taken, when it would be more than there may be. */
  take(bytes: number): boolean {
    if (this.held + bytes > this.most) return false;
    this.held += bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.held -= bytes;
  }
}

export type BodyRead =
  { body: Buffer } | { refused: 'too_large' } | /** Too much is held of others. */ { refused: 'busy' };

/**
 * All bytes of a request as they came, unless they are more than `limit`, or more is held already than `budget` allows.
 * Rejects when the connection is torn.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
  budget: BodyBudget,
): Promise<BodyRead> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { refused: 'too_large' };
  let size = 0;
  let held = 0;
  try {
    return await new Promise((resolve, reject) => {
      let chunks: Buffer[] = [];
      const refuse = (refused: 'too_large' | 'busy'): void => {
        chunks = [];
        request.removeAllListeners('data').resume();
        resolve({ refused });
      };
      request.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) return refuse('too_large');
        if (!budget.take(chunk.length)) return refuse('busy');
        held += chunk.length;
        chunks.push(chunk);
      });
      request.once('end', () => resolve({ body: only(chunks) ?? Buffer.concat(chunks) }));
      request.once('error', reject);
      request.once('close', () => reject(new Error('the connection was torn')));
    });
  } finally {
    budget.giveBack(held);
  }
}

function only(chunks: readonly Buffer[]): Buffer | undefined {
  return chunks.length === 1 ? chunks[0] : undefined;
}
