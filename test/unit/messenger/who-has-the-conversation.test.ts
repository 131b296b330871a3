import { expect } from 'chai';
import { classify } from '../../../src/messenger/webhook/classify.js';
import { eventsOf } from '../../../src/messenger/webhook/envelope.js';
import { maskText } from '../../../src/privacy/mask-text.js';

const PAGE = '1000';

function heard(under: 'messaging' | 'standby', ...events: object[]) {
  const tools = {
    mask: maskText,
    conversationOf: (page: string, address: string) => `${page}:${address}`,
    isOwn: () => false,
    isOwnApp: (app: string) => app === '2000',
  };
  const list = events.map((event) => ({ sender: { id: '7' }, recipient: { id: PAGE }, ...event }));
  return eventsOf({ object: 'page', entry: [{ id: PAGE, [under]: list }] }).map((raw, sequence) =>
    classify(raw, { receivedAt: new Date('2026-11-23T03:00:00Z'), sequence }, tools),
  );
}

describe('what Facebook sends of who has a conversation', () => {
  it('says who has the conversation: the Page’s inbox, another app, or the bot again', () => {
    const inbox = 263902037430900;
    const told: [event: object, notice: string][] = [
      [{ pass_thread_control: { new_owner_app_id: inbox, previous_owner_app_id: 2000 } }, 'thread_inbox'],
      [{ take_thread_control: { new_owner_app_id: String(inbox) } }, 'thread_inbox'],
      [{ pass_thread_control: { new_owner_app_id: 2000, previous_owner_app_id: inbox } }, 'thread_returned'],
      [{ pass_thread_control: { previous_owner_app_id: inbox, new_owner_app_id: null } }, 'thread_returned'],
      [{ take_thread_control: { new_owner_app_id: 2000, previous_owner_app_id: inbox } }, 'thread_returned'],
      [{ pass_thread_control: { new_owner_app_id: 999, previous_owner_app_id: 2000 } }, 'thread_elsewhere'],
      [{ take_thread_control: { new_owner_app_id: 999 } }, 'thread_elsewhere'],
    ];
    for (const [event, notice] of told)
      expect(heard('messaging', event)[0], JSON.stringify(event)).to.include({
        kind: 'notice',
        notice,
      });
    expect(
      heard('messaging', { request_thread_control: { requested_owner_app_id: 999 } })[0],
    ).not.to.have.property('notice');
  });

  it('while another app owns the thread is masked like anything said; buttons are their titles', () => {
    const standby = [
      { message: { mid: 'm1', text: 'mst 4000123456' } },
      { postback: { mid: 'm2', title: 'Dừng' } },
      {
        sender: { id: '7' },
        message: { mid: 'm3', attachments: [{ type: 'image', payload: { url: 'x' } }] },
      },
      { read: { watermark: 1 } },
    ];
    const found = heard('standby', ...standby);
    expect(found[0]).to.include({ notice: 'standby', text: 'mst [đã che: mã số thuế]' });
    expect(found[1]).to.include({ notice: 'standby', text: 'Dừng' });
    expect(found[2]).to.include({ notice: 'standby' }).and.not.have.property('text');
    expect(found[3]).not.to.have.property('notice');
  });
});
