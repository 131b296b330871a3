import { expect } from 'chai';
import { newConversation } from '../../../src/conversation/state/conversation-state.js';
import type { CitizenEvent, TurnResult } from '../../../src/conversation/types.js';
import { createTurnRunner } from '../../../src/messenger/botkit/turn-runner.js';

const AT = new Date('2026-11-23T03:00:00Z');
const event = (key: string, more: Partial<CitizenEvent> = {}): CitizenEvent => ({
  key,
  channel: 'messenger',
  conversationId: `c-${key}`,
  pageId: '1',
  address: '7',
  kind: 'text',
  text: 'hi',
  sentAt: AT,
  receivedAt: AT,
  sequence: 1,
  ...more,
});

function echo({ key, text = '' }: CitizenEvent): TurnResult {
  const replies: TurnResult['replies'] = [
    { kind: 'text', text: `${key}: ${text}` },
    {
      kind: 'buttons',
      text: 'Chọn',
      buttons: [{ type: 'reply', title: 'Có', payload: 'p' }],
      quickReplies: [{ title: 'Menu', payload: 'm' }],
    },
  ];
  return { state: newConversation(), replies, outcome: 'answered_menu', contentVersion: 'v' };
}

describe('a turn through Botkit', () => {
  it('brings back what the conversation said, in order, buttons and all', async () => {
    const runner = createTurnRunner((given) => Promise.resolve(echo(given)));
    expect(await runner.run(event('a'), newConversation())).to.deep.equal(echo(event('a')));
  });

  it('keeps two hundred interleaved turns apart', async () => {
    const runner = createTurnRunner(async (given) => {
      for (let pauses = given.key.length; pauses > 0; pauses -= 1) await Promise.resolve();
      return echo(given);
    });
    const keys = Array.from({ length: 200 }, (_, index) => 'x'.repeat(index % 17) + String(index));
    const results = await Promise.all(keys.map((key) => runner.run(event(key), newConversation())));
    results.forEach(({ replies }, index) => expect(replies[0]?.text).to.equal(`${keys[index] ?? ''}: hi`));
  });

  it('fails alone when the answer fails, instead of hanging for ever', async () => {
    const runner = createTurnRunner((given) =>
      given.key === 'bad' ? Promise.reject(new Error('spoilt')) : Promise.resolve(echo(given)),
    );
    const [bad, good] = await Promise.allSettled([
      runner.run(event('bad'), newConversation()),
      runner.run(event('good'), newConversation()),
    ]);
    expect(bad).to.deep.include({ status: 'rejected' });
    expect(good).to.deep.include({ status: 'fulfilled' });
  });

  it('takes events without words', async () => {
    const runner = createTurnRunner((given) => Promise.resolve(echo(given)));
    const wordless = event('b', { kind: 'attachment', attachments: ['sticker'] });
    delete wordless.text;
    expect((await runner.run(wordless, newConversation())).replies).to.have.length(2);
  });
});
