import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Stores } from '../../../src/records/stores.js';
import { embeddedPlace, NOW, type EmbeddedPlace } from './engines.js';
import { leased } from './conversations.contract.js';
import { event, minutes, record, turn } from './samples.js';
import { until } from '../../support/until.js';

/** Written by the citizen or about them, each in the place that its name says. */
const WORDS = {
  message: 'chuyện riêng thứ nhất',
  reply: 'câu trả lời về chuyện riêng',
  comment: 'lời góp ý riêng',
  context: 'điều nhắn riêng cho cán bộ',
  webReply: 'điều hiện trên trang riêng',
  payload: 'PAYLOAD_RIENG',
  address: 'psid-rieng-1',
};

describe('what was forgotten is gone from the bytes of the data directory', () => {
  let place: EmbeddedPlace;
  let stores: Stores;
  beforeEach(async () => {
    place = await embeddedPlace({ cleaning: { freshMs: 0, settledMs: 0 } });
    stores = await place.open();
  });
  afterEach(async () => {
    await stores.close();
    await place.clear();
  });

  async function leftOf(words: readonly string[]): Promise<string[]> {
    const names = await readdir(place.directory);
    const files = await Promise.all(
      names.map((name) => readFile(join(place.directory, name), 'utf8').catch(() => '')),
    );
    return words.filter((word) => files.some((bytes) => bytes.includes(word)));
  }

  /** Nobody asks for it: the store does it by itself. */
  async function goneByItself(words: readonly string[]): Promise<void> {
    await until(async () => (await leftOf(words)).length === 0);
  }

  /** A consenting citizen's message, answered, recorded, with everything that can come of it. */
  async function lived(): Promise<void> {
    const { inbox, conversations, records, requests, webReplies } = stores;
    const said = event('said', { text: WORDS.message, payload: WORDS.payload, address: WORDS.address });
    await inbox.store([said]);
    const lease = await leased(stores);
    const answer = { kind: 'text', text: WORDS.reply } as const;
    const written = record(said, {
      text: WORDS.message,
      replyTexts: [WORDS.reply],
      rating: { degree: 1, comment: WORDS.comment },
    });
    const replies = [{ id: 'said/0', reply: answer, attempts: 0 }];
    await conversations.commitTurn(lease, turn(said, { replies, record: written }));
    await inbox.markHandled('said', NOW);
    await conversations.delivered(lease, 'said/0', { last: true });
    await records.write(written);
    await conversations.recorded(lease, 'said');
    const wish = { conversationId: 'citizen-1', eventKey: 'said', kind: 'person' } as const;
    await requests.file({ ...wish, context: WORDS.context, at: NOW });
    const shown = { id: 'web/0', reply: { kind: 'text', text: WORDS.webReply }, attempts: 0 } as const;
    await webReplies.add('citizen-1', shown, NOW);
    await conversations.release(lease);
  }

  it('after “xoá dữ liệu”: every kind of text', async () => {
    await lived();
    const kept = [WORDS.message, WORDS.reply, WORDS.comment, WORDS.context, WORDS.webReply];
    expect(await leftOf(kept)).to.deep.equal(kept);
    await stores.conversations.deleteAll('citizen-1');
    await goneByItself(Object.values(WORDS));
  });

  it('after an unsend: the message, its answer and its rating’s comment', async () => {
    await lived();
    await stores.inbox.forgetMessage('citizen-1', 'mid-said');
    await goneByItself([WORDS.message, WORDS.reply, WORDS.comment, WORDS.payload]);
    expect(await leftOf([WORDS.context])).to.deep.equal([WORDS.context]);
  });

  it('once it is answered, without consent: text, button and where the answer went', async () => {
    const { inbox, conversations, records } = stores;
    const said = event('said', { text: WORDS.message, payload: WORDS.payload, address: WORDS.address });
    await inbox.store([said]);
    const lease = await leased(stores);
    const reply = { id: 'said/0', reply: { kind: 'text', text: WORDS.reply }, attempts: 0 } as const;
    const { text, replyTexts, ...written } = record(said);
    expect([text, replyTexts]).not.to.include(undefined);
    await conversations.commitTurn(lease, turn(said, { replies: [reply], record: written }));
    await inbox.markHandled('said', NOW);
    await records.write(written);
    await conversations.delivered(lease, 'said/0', { recorded: ['said'], last: true });
    await goneByItself([WORDS.message, WORDS.payload, WORDS.address, WORDS.reply]);
  });

  it('after the sweep: whatever has run out', async () => {
    await lived();
    await stores.retention.sweep(minutes(60 * 24 * 31));
    await goneByItself([WORDS.message, WORDS.reply, WORDS.comment, WORDS.webReply]);
  });

  it('when the process ends right after', async () => {
    await lived();
    await stores.conversations.deleteAll('citizen-1');
    await stores.close();
    expect(await leftOf(Object.values(WORDS))).to.deep.equal([]);
    stores = await place.open();
    expect(await stores.collections.exchanges.find({ _id: 'said' })).to.have.length(1);
  });
});
