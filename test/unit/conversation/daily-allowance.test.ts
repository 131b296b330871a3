import { expect } from 'chai';
import { DailyAllowance } from '../../../src/conversation/daily-allowance.js';
import type { CitizenEvent } from '../../../src/conversation/types.js';
import { event } from '../../integration/records/samples.js';

describe('The allowance of one citizen for a day', () => {
  let now: Date;
  let allowance: DailyAllowance;
  beforeEach(() => {
    now = new Date('2026-11-24T02:00:00Z');
    allowance = new DailyAllowance(2, { now: () => now });
  });

  const write = (key: string, changes: Partial<CitizenEvent> = {}) =>
    allowance.taken([event(key, changes)]).map((taken) => taken.overAllowance === true);

  it('lets the first message beyond it be answered with a sentence, and leaves out the rest of the day', () => {
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => write(key))).to.deep.equal([
      [false],
      [false],
      [true],
      [],
      [],
    ]);
    now = new Date('2026-11-24T17:00:00Z'); // Midnight in Vietnam.
    expect(write('f')).to.deep.equal([false]);
  });

  it('marks the same message again when it comes again because it could not be stored', () => {
    ['a', 'b'].forEach((key) => write(key));
    expect([write('c'), write('c'), write('d')]).to.deep.equal([[true], [true], []]);
  });

  it('is each citizen’s own, and takes what is no message however often it comes', () => {
    ['a', 'b', 'c', 'd'].forEach((key) => write(key));
    expect(write('e', { conversationId: 'citizen-2' })).to.deep.equal([false]);
    expect(write('f', { kind: 'unsend' })).to.deep.equal([false]);
    expect(write('g', { kind: 'notice' })).to.deep.equal([false]);
  });
});
