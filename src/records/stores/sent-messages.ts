import type { ExchangeRecord, SentMessages } from '../../turns/ports.js';
import type { Collections } from '../collections.js';
import type { Exchange } from '../documents/exchange.js';

export function createSentMessages({ sentMessages }: Pick<Collections, 'sentMessages'>): SentMessages {
  return {
    async note({ messageId, replyId, conversationId, at }) {
      // A reply's id is the key of its event and its place among the replies.
      const eventKey = replyId.slice(0, replyId.lastIndexOf('/'));
      await sentMessages.insertOne({ _id: messageId, eventKey, conversationId, at });
    },
  };
}

/** The answer under which a thumb was given; `undefined` when it is not kept, or not this citizen's. */
export async function answerUnder(
  { sentMessages, exchanges }: Pick<Collections, 'sentMessages' | 'exchanges'>,
  { thumb, messageId, conversationId }: ExchangeRecord,
): Promise<Exchange | undefined> {
  if (thumb === undefined || messageId === undefined) return undefined;
  const sent = await sentMessages.findOne({ _id: messageId, conversationId });
  if (sent === null) return undefined;
  return (await exchanges.findOne({ _id: sent.eventKey, conversationId })) ?? undefined;
}
