import { expect } from 'chai';
import { createCounters } from '../../../src/shared/counters.js';

describe('Counters', () => {
  it('count each set of labels by itself, in whatever order the labels are given', () => {
    const counters = createCounters();
    counters.increment('sent_total', { page: '1', kind: 'text' });
    counters.increment('sent_total', { kind: 'text', page: '1' });
    counters.increment('sent_total', { kind: 'buttons', page: '1' });
    expect(counters.render()).to.equal(
      '# TYPE sent_total counter\nsent_total{kind="buttons",page="1"} 1\nsent_total{kind="text",page="1"} 2\n',
    );
  });

  it('keep a label value from breaking out of its quotes', () => {
    const counters = createCounters();
    counters.increment('odd_total', { value: 'a"b\\c\nd' });
    expect(counters.render()).to.include('odd_total{value="a\\"b\\\\c\\nd"} 1');
  });

  it('refuse a name that Prometheus would not read', () => {
    expect(() => createCounters().increment('Số tin')).to.throw(TypeError);
  });
});
