import type { WebReplies } from '../../turns/ports.js';
import type { Collections } from '../collections.js';

export function createWebReplies({ webReplies }: Collections): WebReplies {
  return {
    async add(conversationId, { id, reply }, at) {
      for (;;) {
        const kept = await webReplies.findOne({ conversationId, replyId: id });
        if (kept !== null) return;
        const [newest] = await webReplies.find({ conversationId }, { sort: { sequence: -1 }, limit: 1 });
        const sequence = (newest?.sequence ?? 0) + 1;
        const document = {
          _id: `${conversationId}/${sequence}`,
          conversationId,
          replyId: id,
          sequence,
          reply,
          at,
        };
        if (await webReplies.insertOne(document)) return;
      }
    },

    async after(conversationId, sequence) {
      const filter = { conversationId, sequence: { $gt: sequence } };
      const found = await webReplies.find(filter, { sort: { sequence: 1 } });
      return found.map((entry) => ({ sequence: entry.sequence, reply: entry.reply }));
    },
  };
}
