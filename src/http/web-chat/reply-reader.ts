import type { WebReplies } from '../../turns/ports.js';
import type { Reply } from '../../conversation/types.js';

export interface NumberedReply {
  sequence: number;
  reply: Reply;
}

/**
 * Reads what a page has not seen yet. Numbers of a conversation only grow, but start again once the citizen's data was
 * deleted: the reply last read is then gone and nothing comes after it, so whatever is there is new.
 */
export async function unreadReplies(
  webReplies: Pick<WebReplies, 'after'>,
  conversationId: string,
  lastRead: number,
): Promise<NumberedReply[]> {
  if (lastRead <= 0) return webReplies.after(conversationId, 0);
  const found = await webReplies.after(conversationId, lastRead - 1);
  if (found[0]?.sequence === lastRead) return found.slice(1);
  return found.length > 0 ? found : webReplies.after(conversationId, 0);
}
