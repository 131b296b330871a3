import { expect } from 'chai';
import { partText, renderReply } from '../../../src/messenger/send/render.js';

describe('parting long texts', () => {
  it('breaks between sentences', () => {
    expect(partText('Câu một ở đây. Câu hai ở đây. Câu ba.', 32)).to.deep.equal([
      'Câu một ở đây. Câu hai ở đây.',
      'Câu ba.',
    ]);
  });

  it('never breaks inside a character, however many code points it has', () => {
    for (const character of ['👨‍👩‍👧‍👦', '🇻🇳', 'ế'.normalize('NFD'), '👍🏽']) {
      const parts = partText(character.repeat(60), 50);
      expect(parts.join('')).to.equal(character.repeat(60));
      for (const part of parts) expect(part.replaceAll(character, '')).to.equal('');
    }
  });

  it('loses nothing but white space at the breaks', () => {
    const text = 'thuế thu nhập cá nhân '.repeat(300).trim();
    expect(partText(text, 1900).join(' ')).to.equal(text);
  });

  it('puts the choices under the last part only', () => {
    const messages = renderReply({
      kind: 'text',
      text: 'Một câu. '.repeat(500),
      quickReplies: [{ title: 'Xem menu', payload: 'm' }],
    });
    expect(messages.map((message) => 'quick_replies' in message)).to.deep.equal([
      ...Array<boolean>(messages.length - 1).fill(false),
      true,
    ]);
  });
});
