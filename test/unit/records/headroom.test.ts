import { expect } from 'chai';
import { createHeadroom } from '../../../src/records/limits/headroom.js';
import { watchSize, EMBEDDED_CONVERSATIONS } from '../../../src/records/limits/size-watch.js';
import { silentLogger } from '../../../src/shared/logger.js';

const LIMITS = { minFreeDisk: 100, mostHeap: 0.8 };

describe('Room for what comes in', () => {
  const heap = { used: 0, limit: 1000 };
  const check = (free: number, size: number) => () => {
    createHeadroom({
      limits: LIMITS,
      space: () => ({ free, size }),
      heap: () => heap,
      logger: silentLogger,
    }).check();
  };

  it('is refused while the disk is nearly full, on a small disk only once less than a twentieth is left', () => {
    expect(check(99, 1e6)).to.throw().with.property('code', 'STORE_FULL');
    expect(check(101, 1e6)).not.to.throw();
    expect(check(60, 1000)).not.to.throw();
    expect(check(49, 1000)).to.throw().with.property('status', 503);
  });

  it('is refused while the memory is nearly full, and given again once there is clearly room', () => {
    const said: string[] = [];
    const logger = { ...silentLogger, fatal: () => said.push('full'), info: () => said.push('room') };
    const used = { used: 700, limit: 1000 };
    const headroom = createHeadroom({
      limits: LIMITS,
      heap: () => used,
      logger: logger as typeof silentLogger,
    });
    const at = (bytes: number) => {
      used.used = bytes;
      return headroom.shortOf();
    };
    expect([at(700), at(801), at(790), at(700)]).to.deep.equal([null, 'heap', 'heap', null]);
    expect(said).to.deep.equal(['full', 'room']);
  });

  it('is warned of in the log well before the embedded storage has what it is made for', () => {
    const warned: unknown[] = [];
    const logger = { ...silentLogger, warn: (said: unknown) => warned.push(said) };
    for (const share of [0.5, 0.69, 0.71, 1.2]) {
      const held = Math.round(EMBEDDED_CONVERSATIONS * share);
      watchSize(() => held, logger as typeof silentLogger).stop();
    }
    expect(warned).to.have.length(2);
    watchSize(() => null, logger as typeof silentLogger).stop();
    expect(warned).to.have.length(2);
  });
});
