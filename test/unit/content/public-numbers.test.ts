import { expect } from 'chai';
import { loadContent } from '../../../src/content/load.js';
import { publicNumbers } from '../../../src/content/public-numbers.js';
import { maskText } from '../../../src/privacy/mask-text.js';

describe('numbers that the bot itself tells', () => {
  it('stay when citizens ask about them, however they are written', async () => {
    const { content } = await loadContent('.', '2026-11-26');
    if (content === null) throw new Error('the content has errors');
    const numbers = publicNumbers(content);
    expect([...numbers]).to.include.members(['02437689679', '02361022']);
    for (const written of [
      'gọi 0243.7689.679 có đúng không',
      '02437689679 là số gì',
      'gọi 024 3768 9679 được không',
    ])
      expect(maskText(written, numbers)).to.include({ text: written });
    expect(maskText('gọi 0243.7689.670', numbers).found).to.deep.equal(['phone']);
  });
});
