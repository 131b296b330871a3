import { expect } from 'chai';
import type { CitizenEvent } from '../../../src/conversation/types.js';
import { burstsOf, waitForMore, type Gathering } from '../../../src/turns/bursts.js';
import { AT, said } from '../../support/worker-stage.js';

const QUIET_MS = 1_200;

/** So many seconds after the first message. */
function after(seconds: number, key: string, words: string, more: Partial<CitizenEvent> = {}): CitizenEvent {
  const at = new Date(AT.getTime() + seconds * 1000);
  return said(key, words, { sentAt: at, receivedAt: at, ...more });
}

function picture(seconds: number, key: string): CitizenEvent {
  const event = after(seconds, key, '', { kind: 'attachment', attachments: ['image'] });
  delete event.text;
  return event;
}

describe('Messages that come quickly one after another', () => {
  let gathering: Gathering;
  beforeEach(() => void (gathering = { quietMs: QUIET_MS, waited: new Map() }));

  it('get one answer to all of their words, in order', () => {
    const bursts = burstsOf(
      [after(0, 'a', 'em ơi'), after(2, 'b', 'chị hỏi chút'), after(4, 'c', 'mất thẻ rồi')],
      {
        gathering,
      },
    );
    expect(bursts).to.have.length(1);
    expect(bursts[0]?.event.text).to.equal('em ơi\nchị hỏi chút\nmất thẻ rồi');
    expect(bursts[0]?.earlier.map(({ key }) => key)).to.deep.equal(['a', 'b']);
  });

  it('get an answer each where a while lies between them', () => {
    expect(burstsOf([after(0, 'a', 'em ơi'), after(60, 'b', 'chị hỏi chút')], { gathering })).to.have.length(
      2,
    );
  });

  it('are one where they are five pictures of one album, and not together with words', () => {
    const album = [0, 1, 2, 3, 4].map((second) => picture(second, `p${second}`));
    expect(burstsOf(album, { gathering })).to.have.length(1);
    expect(burstsOf([...album, after(5, 'words', 'đây nha em')], { gathering })).to.have.length(2);
  });

  it('never swallow a button', () => {
    const pressed = after(1, 'b', 'Có', { kind: 'button', payload: 'x' });
    expect(burstsOf([after(0, 'a', 'dạ'), pressed, after(2, 'c', 'ừ')], { gathering })).to.have.length(3);
  });

  it('are waited for a short while, once, when the words ask nothing yet', () => {
    for (const words of [
      'em ơi',
      'Em chào anh chị',
      'cho chị hỏi chút',
      'tháng 7 em mới mở quán',
      'không khai được',
      'mst ko dùng được nữa',
    ]) {
      const greeting = after(0, words, words);
      expect(waitForMore([greeting], AT, { gathering })).to.equal(QUIET_MS);
      expect(waitForMore([greeting], AT, { gathering })).to.equal(0);
    }
  });

  it('are not waited for after a clear question, a button, or words that came long ago', () => {
    for (const asked of [
      'đăng ký người phụ thuộc cần giấy tờ gì',
      'có phải khai không nếu dưới 1 tỷ',
      'được ko em',
    ]) {
      const question = after(0, asked, asked);
      expect(waitForMore([question], AT, { gathering }), asked).to.equal(0);
    }
    const pressed = after(0, 'b', 'Có', { kind: 'button', payload: 'x' });
    expect(waitForMore([pressed], AT, { gathering })).to.equal(0);
    const later = new Date(AT.getTime() + 60_000);
    expect(waitForMore([after(0, 'c', 'em ơi')], later, { gathering })).to.equal(0);
  });
});
