import type { StaffTalk } from '../../staff-work/ports.js';
import type { TalkLine, TalkLines } from '../../conversation/talk-line.js';
import type { Collections } from '../collections.js';

/** What was said in the conversations of requests. */
export function createTalkLines({ talkLines }: Pick<Collections, 'talkLines'>): TalkLines & StaffTalk {
  const add = async ({ id, ...line }: TalkLine) => {
    await talkLines.insertOne({ _id: id, ...line });
  };
  return {
    add,
    async settle(line) {
      const { id, delivery } = line;
      if ((await talkLines.updateOne({ _id: id }, { $set: { delivery } })) === 1) return;
      await add(line);
      await talkLines.updateOne({ _id: id }, { $set: { delivery } });
    },
    async undelivered(since) {
      const failed = { at: { $gte: since }, delivery: { $in: ['closed', 'refused'] } };
      return (await talkLines.find(failed, { limit: 200, only: ['code'] })).map(({ _id, code }) => ({
        id: _id,
        code,
      }));
    },
    async lines(code, limit) {
      const newest = await talkLines.find({ code }, { sort: { at: -1 }, limit });
      return newest.reverse().map(({ _id, ...line }) => ({ id: _id, ...line }));
    },
  };
}
