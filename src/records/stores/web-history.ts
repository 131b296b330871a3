import type { KeptTurn, WebHistory } from '../../turns/ports.js';
import type { Collections } from '../collections.js';
import type { Exchange } from '../documents/exchange.js';

const SHOWN = ['text', 'replyTexts', 'messageId', 'receivedAt', 'answeredAt'] as const;

/** Texts come from the exchanges, which hold them by consent only; replies in full for as long as the web replies are kept. */
export function createWebHistory({
  exchanges,
  webReplies,
}: Pick<Collections, 'exchanges' | 'webReplies'>): WebHistory {
  return {
    async of(conversationId, limit, before) {
      const earlier = before === undefined ? {} : { answeredAt: { $lt: before } };
      const newestFirst = { sort: { answeredAt: -1 }, limit, only: SHOWN } as const;
      const page = await exchanges.find({ conversationId, ...earlier }, newestFirst);
      const oldest = page.length < limit ? undefined : page.at(-1)?.answeredAt;
      // The next page begins before that moment: everything answered at it belongs to this one.
      const found =
        oldest === undefined
          ? page
          : [
              ...page.filter(({ answeredAt }) => answeredAt > oldest),
              ...(await exchanges.find({ conversationId, answeredAt: oldest }, { only: SHOWN })),
            ];
      const kept = await webReplies.find({ conversationId }, { sort: { sequence: 1 } });
      const repliesTo = (key: string) =>
        kept.filter(({ replyId }) => replyId.startsWith(`${key}/`)).map(({ reply }) => reply);
      return {
        turns: found.reverse().flatMap((exchange) => turnOf(exchange, repliesTo(exchange._id))),
        ...(oldest === undefined ? {} : { older: oldest }),
        newest: kept.at(-1)?.sequence ?? 0,
      };
    },
  };
}

function turnOf(
  { text: said, replyTexts = [], messageId, receivedAt: at, answeredAt }: Exchange,
  replies: KeptTurn['replies'],
): KeptTurn[] {
  if (said === undefined) return [];
  const shown =
    replies.length > 0 ? replies : replyTexts.map((words) => ({ kind: 'text' as const, text: words }));
  return [{ text: said, at, answeredAt, replies: shown, ...(messageId === undefined ? {} : { messageId }) }];
}
