import { expect } from 'chai';
import { published, publishedParts } from '../../../src/statistics/publication.js';

describe('what is meant for publication', () => {
  it('hides counts from one to four, and shows none and five', () => {
    expect([0, 1, 4, 5, 100].map(published)).to.deep.equal([0, null, null, 5, 100]);
  });

  it('hides a second part where one hidden part could be worked out from the whole', () => {
    expect(publishedParts([100, 3, 20, 7])).to.deep.equal([100, null, 20, null]);
  });

  it('hides nothing more where two parts are hidden already, or none', () => {
    expect(publishedParts([100, 3, 2, 7])).to.deep.equal([100, null, null, 7]);
    expect(publishedParts([100, 0, 20])).to.deep.equal([100, 0, 20]);
  });

  it('has nothing else to hide where one small part is all there is', () => {
    expect(publishedParts([3, 0, 0])).to.deep.equal([null, 0, 0]);
  });
});
