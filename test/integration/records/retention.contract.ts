import { expect } from 'chai';
import { AppError } from '../../../src/shared/errors.js';
import type { Stores } from '../../../src/records/stores.js';
import { leased } from './conversations.contract.js';
import { event, minutes, record, reply, turn } from './samples.js';
import { NOW } from './engines.js';

const DAY = 24 * 60;

export function retentionContract(stores: () => Stores): void {
  describe('retention', () => {
    it('keeps the key of a handled event for two days, then drops it', async () => {
      await stores().inbox.store([event('a'), event('waits')]);
      await stores().inbox.markHandled('a', NOW);
      await stores().retention.sweep(minutes(1.9 * DAY));
      expect(await stores().inbox.store([event('a')])).to.equal(0);
      expect((await stores().retention.sweep(minutes(2.1 * DAY)))['inboxHandled']).to.equal(1);
      expect(await stores().inbox.waitingConversations(10)).to.deep.equal(['citizen-1']);
    });

    it('drops conversations and exchanges after thirty days, and not before', async () => {
      const lease = await leased(stores());
      await stores().conversations.commitTurn(lease, turn(event('a')));
      await stores().records.write(record(event('a')));
      await stores().retention.sweep(minutes(29 * DAY));
      expect(await stores().conversations.load('citizen-1')).to.not.be.null;
      expect(await stores().collections.exchanges.countDocuments({})).to.equal(1);
      await stores().retention.sweep(minutes(31 * DAY));
      expect(await stores().conversations.load('citizen-1')).to.be.null;
      expect(await stores().collections.exchanges.countDocuments({})).to.equal(0);
    });

    it('drops web replies after a day, and the proof of consent only after years', async () => {
      await stores().webReplies.add('citizen-1', reply('a'), NOW);
      const lease = await leased(stores());
      const given = record(event('a'), { consentGiven: 'no' });
      await stores().conversations.commitTurn(lease, turn(event('a'), { record: given }));
      await stores().retention.sweep(minutes(40 * DAY));
      expect(await stores().webReplies.after('citizen-1', 0)).to.be.empty;
      expect(await stores().collections.consents.countDocuments({})).to.equal(1);
      await stores().retention.sweep(minutes(6 * 365 * DAY));
      expect(await stores().collections.consents.countDocuments({})).to.equal(0);
    });

    it('keeps an open request with its context, and takes the context from a closed one', async () => {
      const file = (eventKey: string) =>
        stores().requests.file({
          eventKey,
          conversationId: 'citizen-1',
          kind: 'person',
          context: 'hỏi',
          at: NOW,
        });
      const open = await file('a');
      const closed = await file('b');
      await stores().requests.close(closed, { how: 'done', note: 'xong', by: 'an' }, NOW);
      await stores().retention.sweep(minutes(40 * DAY));
      const byCode = (code: string) => stores().collections.requests.findOne({ _id: code });
      expect(await byCode(open)).to.include({ context: 'hỏi' });
      expect(await byCode(closed)).to.not.have.any.keys('context', 'note');
    });

    it('takes more than one batch where there is more', async () => {
      const many = Array.from({ length: 1200 }, (_, i) => event(`k${i}`));
      await stores().inbox.store(many);
      const handled = { $set: { handledAt: NOW.getTime() }, $unset: { waitingSince: true } } as const;
      await stores().collections.inbox.updateMany({}, handled);
      expect((await stores().retention.sweep(minutes(3 * DAY)))['inboxHandled']).to.equal(1200);
      expect(await stores().collections.inbox.countDocuments({})).to.equal(0);
    });
  });

  describe('documents', () => {
    const refused = async (work: Promise<unknown>) => work.catch((error: unknown) => error);

    it('are refused on writing when they do not fit their schema, naming the field and never its value', async () => {
      const wrong = { ...record(event('a')), outcome: '0905123456' as 'failed_error' };
      const error = await refused(stores().records.write(wrong));
      expect(error).to.be.instanceOf(AppError).with.property('code', 'DOCUMENT_INVALID');
      expect(String(error)).to.contain('outcome').and.not.contain('0905123456');
    });

    it('are refused with a field that no schema names, also in an update', async () => {
      const { exchanges } = stores().collections;
      await stores().records.write(record(event('a')));
      const error = await refused(exchanges.updateOne({ _id: 'a' }, { $set: { nickname: 'An' } }));
      expect(error).to.be.instanceOf(AppError).with.property('code', 'DOCUMENT_INVALID');
      expect(await exchanges.findOne({ _id: 'a' })).to.not.have.property('nickname');
    });

    it('are written once for an event, and a replay changes nothing', async () => {
      await stores().records.write(record(event('a')));
      await stores().records.write(record(event('a'), { outcome: 'failed_error' }));
      const [kept, ...others] = await stores().collections.exchanges.find({});
      expect(kept?.outcome).to.equal('answered_procedure');
      expect(others).to.be.empty;
    });

    it('are counted alike by aggregation', async () => {
      for (const key of ['a', 'b', 'c']) {
        const outcome = key === 'c' ? 'declined_unknown' : 'answered_step';
        await stores().records.write(record(event(key), { outcome }));
      }
      const counts = await stores().collections.exchanges.aggregate([
        { $match: { answeredAt: { $gte: NOW } } },
        { $group: { _id: '$outcome', count: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ]);
      expect(counts).to.deep.equal([
        { _id: 'answered_step', count: 2 },
        { _id: 'declined_unknown', count: 1 },
      ]);
    });
  });
}
