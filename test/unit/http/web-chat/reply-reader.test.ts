import { expect } from 'chai';
import { text } from '../../../../src/conversation/replies.js';
import { unreadReplies } from '../../../../src/http/web-chat/reply-reader.js';

/** A conversation of which these numbers are kept. */
const keeping = (...numbers: number[]) => ({
  after: (_conversationId: string, sequence: number) =>
    Promise.resolve(
      numbers
        .filter((number) => number > sequence)
        .map((number) => ({ sequence: number, reply: text(`số ${number}`) })),
    ),
});
const unread = async (lastRead: number, ...numbers: number[]) =>
  (await unreadReplies(keeping(...numbers), 'conversation', lastRead)).map(({ sequence }) => sequence);

describe('The replies a page has not read', () => {
  it('are all of them for a page that has read none', async () => {
    expect(await unread(0, 1, 2, 3)).to.deep.equal([1, 2, 3]);
  });

  it('are those after the last it read', async () => {
    expect(await unread(2, 1, 2, 3, 4)).to.deep.equal([3, 4]);
    expect(await unread(3, 1, 2, 3)).to.deep.equal([]);
  });

  it('are the newer ones even when those it read have been swept away', async () => {
    expect(await unread(3, 5, 6)).to.deep.equal([5, 6]);
  });

  it('are all there are when the numbers have started again', async () => {
    expect(await unread(14, 1, 2)).to.deep.equal([1, 2]);
  });

  it('are none when everything was deleted', async () => {
    expect(await unread(14)).to.deep.equal([]);
  });
});
