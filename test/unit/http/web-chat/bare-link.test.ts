import { expect } from 'chai';
import { webEvent } from '../../../../src/http/web-chat/web-event.js';
import { maskText } from '../../../../src/privacy/mask-text.js';

const ARRIVAL = { conversationId: 'c', at: new Date('2026-11-24T03:00:00Z'), sequence: 1 };

describe('a web message with nothing but an address in it', () => {
  for (const text of ['https://thue-gia.example/x', 'thue-gia.vn', 'https://thuedientu.gdt.gov.vn'])
    it(`is a link, of which only the mask is kept: ${text}`, () => {
      expect(webEvent({ clientId: 'client-1', text }, ARRIVAL, maskText)).to.deep.include({
        kind: 'attachment',
        attachments: ['link'],
        text: '[đã che: liên kết]',
      });
    });

  it('is a question once there are words beside it', () => {
    const text = 'https://thuedientu.gdt.gov.vn có thật không';
    expect(webEvent({ clientId: 'client-1', text }, ARRIVAL, maskText)).to.include({ kind: 'text', text });
  });
});
