import { expect } from 'chai';
import type { Collections } from '../../../src/records/collections.js';
import type { InboxWaitDocument } from '../../../src/records/documents/inbox-wait.js';
import type { RequestDocument } from '../../../src/records/documents/request.js';
import { readPersonAnswers } from '../../../src/statistics/person-answers.js';

const MINUTE_MS = 60_000;
const FILED = new Date('2026-11-10T02:00:00Z');
const after = (minutes: number) => new Date(FILED.getTime() + minutes * MINUTE_MS);
const DUE = after(2 * 24 * 60);

function request(id: number, changes: Partial<RequestDocument>): RequestDocument {
  return {
    ...{ _id: `YC-${id}`, eventKey: String(id), conversationId: String(id), kind: 'person', status: 'open' },
    ...{ filedAt: FILED, confirmBy: DUE },
    ...changes,
  };
}

const answeredIn = (minutes: number, by: string): Partial<RequestDocument> => ({
  ...{ status: 'taken', takenBy: by, answeredBy: by, firstAnswerAt: after(minutes) },
});

async function read(requests: RequestDocument[], now: Date, waits: InboxWaitDocument[] = []) {
  const store = {
    requests: { find: () => Promise.resolve(requests) },
    inboxWaits: { find: () => Promise.resolve(waits) },
  } as unknown as Collections;
  return readPersonAnswers(store, { from: '2026-11-01', to: '2026-11-30' }, now);
}

describe('how long citizens wait for a person', () => {
  it('is counted from filing to the first words of a person: median, 95 %, in time', async () => {
    const late = answeredIn(3 * 24 * 60, 'binh');
    const requests = [10, 20, 30].map((minutes, id) => request(id, answeredIn(minutes, 'an')));
    const { all, byOfficer } = await read([...requests, request(9, late)], after(5 * 24 * 60));
    expect(all).to.include({ filed: 4, answered: 4, inTime: 3, late: 1 });
    expect(all.median).to.equal(20 * MINUTE_MS);
    expect(all.p95).to.equal(3 * 24 * 60 * MINUTE_MS);
    expect(byOfficer.map(({ officer, answered }) => `${officer}: ${answered}`)).to.deep.equal([
      'an: 3',
      'binh: 1',
    ]);
  });

  it('counts one that still waits as late only once its time is over', async () => {
    expect((await read([request(1, {})], after(60))).all).to.include({ answered: 0, late: 0, median: null });
    expect((await read([request(1, {})], after(3 * 24 * 60))).all).to.include({ answered: 0, late: 1 });
  });

  it('tells those that were solved from those closed otherwise, and leaves out what the citizen took back', async () => {
    const closed = { status: 'closed', closedAt: after(60), closedBy: 'an' } as const;
    const { all } = await read(
      [
        request(1, { ...answeredIn(5, 'an'), ...closed, closing: 'done' }),
        request(2, { ...answeredIn(5, 'an'), ...closed, closing: 'not_reached' }),
        request(3, { status: 'closed', closedAt: after(1), closing: 'not_needed' }),
      ],
      after(120),
    );
    expect(all).to.include({ filed: 2, closed: 2, solved: 1 });
  });

  it('counts what was passed to the Page’s inbox with them, but for who answered and what came of it', async () => {
    const passed = (id: string, more: Partial<InboxWaitDocument>) => ({
      ...{ _id: id, passedAt: FILED, confirmBy: DUE },
      ...more,
    });
    const { all, byOfficer } = await read(
      [request(1, { ...answeredIn(10, 'an'), status: 'closed', closedBy: 'an', closing: 'done' })],
      after(3 * 24 * 60),
      [
        passed('quick', { firstAnswerAt: after(20), returnedAt: after(40) }),
        passed('late', { firstAnswerAt: after(3 * 24 * 60) }),
        passed('never', { returnedAt: after(60) }),
      ],
    );
    expect(all).to.include({ filed: 4, inInbox: 3, answered: 3, inTime: 2, late: 2 });
    expect(all).to.include({ closed: 3, judged: 1, solved: 1, median: 20 * MINUTE_MS });
    expect(byOfficer).to.have.length(1);
    expect(byOfficer[0]).to.include({ officer: 'an', filed: 1, inInbox: 0 });
  });
});
