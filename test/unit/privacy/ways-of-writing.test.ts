import { expect } from 'chai';
import { maskText } from '../../../src/privacy/mask-text.js';
import { readText } from '../../../src/shared/vietnamese-text.js';
import { KEPT, MASKED } from './ways-of-writing.js';

/** Four digits, or four letters, of the secret in a row are enough to search by. */
function leftOf(secret: string, masked: string): string[] {
  const plain = (text: string) =>
    readText(text)
      .text.normalize('NFKC')
      .replace(/[^\p{L}\d]/gu, '')
      .toLowerCase();
  const [sought, left] = [plain(secret), plain(masked)];
  const parts = Array.from({ length: Math.max(1, sought.length - 3) }, (_, at) => sought.slice(at, at + 4));
  return parts.filter((part) => left.includes(part));
}

describe('every kind of personal data, in every way of writing it', () => {
  it('is tried in enough ways', () => {
    expect(MASKED).to.have.length.of.at.least(300);
    expect(KEPT).to.have.length.of.at.least(100);
  });

  for (const { what, written, secret, kind } of MASKED)
    it(`is masked – ${what}`, () => {
      const { text, found } = maskText(written);
      const words = text.replace(/\[đã che: [^\]]*\]/g, '|');
      expect(leftOf(secret, words), text).to.deep.equal([]);
      expect(found, text).to.include(kind);
    });
});

describe('what names nobody', () => {
  for (const written of KEPT)
    it(`stays: “${written}”`, () => {
      const { text, found } = maskText(written);
      expect({ text, found }).to.deep.equal({ text: written, found: [] });
    });
});
