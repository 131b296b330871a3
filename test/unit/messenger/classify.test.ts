import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CitizenEvent } from '../../../src/conversation/types.js';
import { classify } from '../../../src/messenger/webhook/classify.js';
import { eventsOf } from '../../../src/messenger/webhook/envelope.js';
import { parseJson } from '../../../src/messenger/webhook/values.js';
import { maskText } from '../../../src/privacy/mask-text.js';

const FOLDER = 'test/fixtures/webhooks';
const RECEIVED = new Date('2026-11-23T03:00:00Z');
const PAGE = '1000';

function eventsIn(body: unknown): (CitizenEvent | null)[] {
  const tools = {
    mask: maskText,
    conversationOf: (page: string, address: string) => `${page}:${address}`,
    isOwn: ({ metadata }: Record<string, unknown>) => metadata === 'ours',
  };
  return eventsOf(body).map((raw, sequence) => classify(raw, { receivedAt: RECEIVED, sequence }, tools));
}

function messaging(...events: unknown[]): unknown {
  return { object: 'page', entry: [{ id: PAGE, time: 1, messaging: events }] };
}

function only(event: Record<string, unknown>): CitizenEvent {
  const [found] = eventsIn(
    messaging({ sender: { id: '7' }, recipient: { id: PAGE }, timestamp: 1_700_000_000_000, ...event }),
  );
  if (found === undefined || found === null) throw new Error('the event was dropped');
  return found;
}

describe('what Facebook sends', () => {
  for (const file of readdirSync(FOLDER)) {
    it(`is told apart: ${file.replace('.json', '')}`, () => {
      const { body, expected } = parseJson(readFileSync(join(FOLDER, file))) as {
        body: unknown;
        expected: object[];
      };
      const found = eventsIn(body);
      expect(found).to.have.length(expected.length);
      expected.forEach((fields, index) => expect(found[index]).to.deep.include(fields));
    });
  }

  it('keeps every event of every entry, “messaging” and “standby” both', () => {
    const event = (mid: string) => ({ sender: { id: '7' }, message: { mid, text: 'chào' } });
    const body = {
      object: 'page',
      entry: [
        { id: PAGE, messaging: [event('a'), event('b')], standby: [event('c')] },
        { id: PAGE, messaging: [event('d')] },
      ],
    };
    expect(eventsIn(body).map((found) => found?.kind)).to.deep.equal(['text', 'text', 'notice', 'text']);
  });

  it('is taken back also while another app owns the thread: our copy may be older', () => {
    const standby = [{ sender: { id: '7' }, message: { mid: 'm1', is_deleted: true } }];
    const [found] = eventsIn({ object: 'page', entry: [{ id: PAGE, standby }] });
    expect(found).to.include({ kind: 'unsend', messageId: 'm1' });
  });

  it('is masked before it goes any further', () => {
    const { text, masked } = only({ message: { mid: 'a', text: 'mst 4000123456 bị khoá' } });
    expect(text).to.equal('mst [đã che: mã số thuế] bị khoá');
    expect(masked).to.deep.equal(['tax_code']);
  });

  it('says when only the beginning of a text is kept', () => {
    const { text, truncated } = only({ message: { mid: 'a', text: 'hoàn thuế '.repeat(2000) } });
    expect(truncated).to.equal(true);
    expect(text).to.have.length.at.most(2000);
  });

  const say = (text: string, more = {}) => `dh1|${JSON.stringify({ kind: 'say', text, ...more })}`;
  const smuggled: [what: string, event: Record<string, unknown>][] = [
    ['words a button stands for', { postback: { payload: say('cccd 048199001234') } }],
    ['a field no payload has', { postback: { payload: say('menu', { note: '048199001234' }) } }],
    ['a field of another kind', { postback: { payload: 'dh1|{"kind":"menu","text":"cccd 048199001234"}' } }],
    ['a name of a procedure', { postback: { payload: 'dh1|{"kind":"open","procedure":"048199001234"}' } }],
    ['a place', { postback: { payload: 'dh1|{"kind":"place","place":"048199001234"}' } }],
    ['a page of the menu', { postback: { payload: 'dh1|{"kind":"group","group":"a","page":48199001234}' } }],
    [
      'a entryPoint',
      { postback: { payload: 'dh1|{"kind":"open","procedure":"a","entryPoint":"048199001234"}' } },
    ],
    ['the title of a button', { postback: { title: '048199001234', payload: 'dh1|{"kind":"menu"}' } }],
    ['a quick reply', { message: { mid: 'a', text: 'x', quick_reply: { payload: say('0481 9900 1234') } } }],
    ['a link to the Page', { referral: { ref: 'o=048199001234' } }],
    ['a payload that is not ours', { postback: { payload: '048199001234' } }],
  ];
  for (const [what, event] of smuggled)
    it(`keeps no personal number that comes in ${what}`, () => {
      expect(JSON.stringify(only(event))).not.to.match(/8199|9900/);
    });

  it('keeps the payloads of its own buttons as they are', () => {
    for (const payload of [
      'dh1|{"kind":"open","procedure":"dang-ky-mst-ca-nhan","entryPoint":"ice_breaker"}',
      'dh1|{"kind":"slot","date":"2026-11-28","start":"08:00","place":"Thuế cơ sở 1"}',
      'dh1|{"kind":"cancel_booking","code":"DL-7K3M9"}',
      'dh1|{"kind":"say","text":"1.500.000.000"}',
      'dh1|{"kind":"degree","procedure":"a-1","degree":5}',
    ])
      expect(only({ postback: { payload } }).payload).to.equal(payload);
  });

  it('keeps no address of a picture and no words of another’s echo', () => {
    const picture = only({
      message: {
        mid: 'a',
        attachments: [{ type: 'image', payload: { url: 'https://cdn.example/secret.jpg' } }],
      },
    });
    const echo = only({
      sender: { id: PAGE },
      recipient: { id: '7' },
      message: { mid: 'b', is_echo: true, text: 'riêng tư' },
    });
    expect(JSON.stringify([picture, echo])).not.to.match(/secret\.jpg|riêng tư/);
  });

  it('has the same key when it is sent again, and another key for edits, reactions and unsends of the same message', () => {
    const sent = { message: { mid: 'm1', text: 'chào' } };
    expect(only(sent).key).to.equal(only({ ...sent, timestamp: 5 }).key);
    const about = [
      sent,
      { message: { mid: 'm1', is_deleted: true } },
      { message_edit: { mid: 'm1', text: 'x', num_edit: 1 } },
      { message_edit: { mid: 'm1', text: 'y', num_edit: 2 } },
      { reaction: { mid: 'm1', action: 'react' } },
      { reaction: { mid: 'm1', action: 'unreact' } },
    ];
    expect(new Set(about.map((event) => only(event).key)).size).to.equal(about.length);
  });

  it('keeps long numeric ids exact', () => {
    const bytes = Buffer.from(
      '{"object":"page","entry":[{"id":1000,"messaging":[{"sender":{"id":91234567890123456789},"message":{"mid":"a","text":"chào"}}]}]}',
    );
    expect(eventsIn(parseJson(bytes))[0]?.address).to.equal('91234567890123456789');
  });

  it('reads long fractions as numbers: analyses that Facebook adds have sixteen digits after the point', () => {
    const bytes = Buffer.from(
      '[0.0002013936438763, -118.12345678901234567, 1.5e-1234567890123456, 12345678901234567]',
    );
    expect(parseJson(bytes)).to.deep.equal([0.0002013936438763, -118.12345678901235, 0, '12345678901234567']);
  });

  it('takes a time below 10^12 for seconds and arrival for a missing one', () => {
    expect(
      only({ timestamp: 1_700_000_000, message: { mid: 'a', text: 'a' } }).sentAt.toISOString(),
    ).to.equal('2023-11-14T22:13:20.000Z');
    for (const timestamp of [undefined, 'chiều qua', -1, 9e15, null]) {
      expect(only({ timestamp, message: { mid: 'a', text: 'a' } }).sentAt).to.deep.equal(RECEIVED);
    }
  });

  it('keeps only payloads of our making and only harmless refs', () => {
    expect(only({ postback: { mid: 'a', payload: 'DEVELOPER_DEFINED' } })).not.to.have.property('payload');
    expect(only({ postback: { mid: 'a', payload: 'dh1|{"kind":"menu"}' } }).payload).to.equal(
      'dh1|{"kind":"menu"}',
    );
    expect(only({ referral: { ref: 'p=hoan-thue-tncn_o=quay-1' } }).ref).to.equal(
      'p=hoan-thue-tncn_o=quay-1',
    );
    expect(only({ referral: { ref: '<script>' } })).not.to.have.property('ref');
  });

  it('is the message although empty or other keys stand beside it', () => {
    const message = { mid: 'a', text: 'chào' };
    for (const beside of [
      { postback: {} },
      { reaction: {}, message_edit: {}, referral: {} },
      { referral: null, read: {}, postback: null },
      { delivery: { watermark: 1 } },
      { postback: { title: 'X', payload: 'Y' } },
    ])
      expect(only({ ...beside, message })).to.include({ kind: 'text', text: 'chào' });
    const referred = only({ message, referral: { ref: 'p=hoan-thue' } });
    expect(referred).to.include({ kind: 'text', ref: 'p=hoan-thue' });
    for (const empty of [{}, null, { mid: 'a' }])
      expect(only({ message: empty, postback: { mid: 'a', payload: 'dh1|{"kind":"menu"}' } })).to.include({
        kind: 'button',
        payload: 'dh1|{"kind":"menu"}',
      });
  });

  it('of another app’s buttons are the words on them; one without words, or of ours, stays a press', () => {
    const text = 'Đăng ký mã số thuế';
    for (const payload of ['FAQ_3', '', '{"a":1}'])
      expect(only({ message: { mid: 'a', text, quick_reply: { payload } } })).to.include({
        kind: 'text',
        text,
      });
    expect(only({ postback: { mid: 'a', title: text, payload: 'FAQ_3' } })).to.include({
      kind: 'text',
      text,
    });
    expect(only({ postback: { mid: 'a', payload: 'FAQ_3' } })).to.include({ kind: 'button' });
    for (const payload of ['GET_STARTED', 'get_started_payload'])
      expect(only({ postback: { mid: 'a', title: 'Get Started', payload } })).to.include({ kind: 'button' });
    expect(only({ message: { mid: 'a', text, quick_reply: { payload: 'dh1|{"kind":"old"}' } } })).to.include({
      kind: 'button',
    });
  });

  it('from the Page itself is an echo, whatever marks it has; one that is not ours says so', () => {
    const fromPage = { sender: { id: PAGE }, recipient: { id: '7' } };
    for (const marks of [{}, { is_echo: 'true' }, { is_echo: 1, app_id: 263902037430900 }]) {
      const found = only({ ...fromPage, message: { mid: 'a', text: 'riêng tư', ...marks } });
      expect(found).to.include({ kind: 'notice', address: '7', notice: 'human_echo' });
      expect(JSON.stringify(found)).not.to.include('riêng tư');
    }
    const other = only({ ...fromPage, message: { mid: 'a', text: 'chào', is_echo: true, app_id: 999 } });
    expect(other).to.include({ kind: 'notice', notice: 'app_echo' });
    const own = only({ ...fromPage, message: { mid: 'a', text: 'chào', is_echo: true, metadata: 'ours' } });
    expect(own).to.include({ kind: 'notice' }).and.not.to.have.property('notice');
    const read = only({ ...fromPage, delivery: { watermark: 1 } });
    expect(read).to.include({ kind: 'notice' }).and.not.to.have.property('notice');
  });

  it('with nothing but addresses of web pages is a link, and so is what is shared', () => {
    for (const text of [
      ' http://a.vn \n https://b.vn/c?d=e ',
      'www.thue-gia.com',
      'bit.ly/3xYz',
      'thue-gia.vn',
      'https://thuedientu.gdt.gov.vn',
    ])
      expect(only({ message: { mid: 'a', text } })).to.deep.include({
        kind: 'attachment',
        attachments: ['link'],
      });
    for (const text of ['https://a.vn có thật không em', 'v.v', 'tp.hcm', 'mst', '...', 'hoàn thuế.'])
      expect(only({ message: { mid: 'a', text } }).kind).to.equal('text');
    const share = { mid: 'a', attachments: [{ type: 'share', payload: { url: 'https://a.vn' } }] };
    expect(only({ message: share }).attachments).to.deep.equal(['link']);
  });

  it('is dropped when it names no citizen', () => {
    expect(
      eventsIn(messaging({ policy_enforcement: { action: 'warning' } }, {}, null, 7, { sender: {} })),
    ).to.deep.equal([null, null, null, null, null]);
  });
});
