import { expect } from 'chai';
import { createMetrics } from '../../../src/shared/metrics.js';

describe('Metrics', () => {
  it('count each set of labels by itself', async () => {
    const metrics = createMetrics();
    metrics.increment('http_errors_total', { code: 'NOT_FOUND' });
    metrics.increment('http_errors_total', { code: 'NOT_FOUND' });
    metrics.increment('http_errors_total', { code: 'INTERNAL' });
    const text = await metrics.render();
    expect(text).to.include('# TYPE http_errors_total counter');
    expect(text).to.include('http_errors_total{code="NOT_FOUND"} 2');
    expect(text).to.include('http_errors_total{code="INTERNAL"} 1');
  });

  it('keep a label value from breaking out of its quotes', async () => {
    const metrics = createMetrics();
    metrics.increment('http_errors_total', { code: 'a"b\\c\nd' });
    expect(await metrics.render()).to.include('http_errors_total{code="a\\"b\\\\c\\nd"} 1');
  });

  it('refuse a label that is not of the figure', () => {
    expect(() => createMetrics().increment('turns_total', { name: 'Nguyễn Văn A' })).to.throw();
  });

  it('show what is so now and nothing of before: a state that is left, a number that is not known', async () => {
    const metrics = createMetrics();
    metrics.show('sending_state', [{ value: 1, labels: { state: 'stopped' } }]);
    metrics.show('sending_state', [{ value: 1, labels: { state: 'ready' } }]);
    metrics.show('queue_messages', [{ value: 3 }]);
    const shown = (await metrics.render()).split('\n');
    expect(shown).to.include.members(['sending_state{state="ready"} 1', 'queue_messages 3']);
    expect(shown).not.to.include('sending_state{state="stopped"} 1');
    metrics.show('queue_messages', []);
    expect(await metrics.render()).not.to.match(/^queue_messages /m);
  });

  it('tell of the process once, however many apps it holds', async () => {
    createMetrics();
    const lines = (await createMetrics().render()).split('\n');
    for (const figure of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
      expect(lines.filter((line) => line.startsWith(`${figure} `))).to.have.length(1);
  });
});
