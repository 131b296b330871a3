import { expect } from 'chai';
import { citizenKey } from '../../../src/privacy/citizen-key.js';

describe('the name a citizen has in the records', () => {
  it('is the same for the same citizen, page and channel', () => {
    expect(citizenKey('s', 'messenger', '1', '42')).to.equal(citizenKey('s', 'messenger', '1', '42'));
  });

  it('differs between citizens, pages, channels and secrets', () => {
    const keys = [
      citizenKey('s', 'messenger', '1', '42'),
      citizenKey('s', 'messenger', '1', '43'),
      citizenKey('s', 'messenger', '2', '42'),
      citizenKey('s', 'web', '1', '42'),
      citizenKey('t', 'messenger', '1', '42'),
    ];
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it('does not hold the address', () => {
    expect(citizenKey('s', 'messenger', '1', '7123456789012345')).not.to.include('7123456789012345');
  });
});
