import { expect } from 'chai';
import type { ExchangeRecord } from '../../../src/turns/ports.js';
import { without } from '../../../src/records/engine/plain.js';
import type { Stores } from '../../../src/records/stores.js';
import type { Review } from '../../../src/staff-work/ports.js';
import { event, minutes, record } from './samples.js';

const NEAR = [{ intent: 'hoan-thue', confidence: 0.3 }];

export function reviewContract(stores: () => Stores): void {
  const happens = async (key: string, at: number, changes: Partial<ExchangeRecord>) => {
    const bare = without(record(event(key)), 'replyTexts', 'text');
    const written = {
      ...bare,
      messageId: `mid-${key}`,
      answeredAt: minutes(at),
      entryPoint: 'typed',
      ...changes,
    };
    await stores().records.write(written);
  };
  const misunderstood = (key: string, at: number, text: string, changes: Partial<ExchangeRecord> = {}) =>
    happens(key, at, { text, outcome: 'declined_unknown', alternatives: NEAR, confidence: 0.3, ...changes });
  const waiting = async () =>
    (await stores().reviewQueue.newest(10)).map(({ id, cause }) => `${id} ${cause}`);

  describe('messages that wait for review', () => {
    it('are those that were not understood or are not ours, newest first, with what the bot thought', async () => {
      await misunderstood('a', 1, 'sổ hồng bị mờ');
      await happens('b', 2, { text: 'đăng ký mã số thuế', outcome: 'answered_procedure' });
      await happens('c', 3, { text: 'giá vàng', outcome: 'declined_out_of_scope', alternatives: [] });
      expect(await waiting()).to.deep.equal(['c out_of_scope', 'a not_understood']);
      expect(await stores().reviewQueue.count()).to.equal(2);
      const [, first] = await stores().reviewQueue.newest(10);
      expect(first).to.deep.equal({
        id: 'a',
        conversationId: 'citizen-1',
        at: minutes(1),
        cause: 'not_understood',
        text: 'sổ hồng bị mờ',
        confidence: 0.3,
        alternatives: NEAR,
      });
    });

    it('are only those whose words may be kept', async () => {
      await happens('a', 1, { outcome: 'declined_unknown', alternatives: NEAR });
      expect(await waiting()).to.be.empty;
    });

    it('are the question, not the button, when none of the choices was meant', async () => {
      await happens('a', 1, { text: 'thuế đất', outcome: 'asked_back_intents', alternatives: NEAR });
      await happens('b', 2, { text: 'Không phải', outcome: 'declined_unknown', entryPoint: 'button' });
      expect(await waiting()).to.deep.equal(['a none_of_these']);
    });

    it('are the question that was answered with reserve and meant another matter', async () => {
      await happens('a', 1, { text: 'thuế đất', outcome: 'asked_back_intents', alternatives: NEAR });
      await happens('b', 2, { text: 'số để đóng tiền', outcome: 'answered_referral', procedure: 'cd-dat' });
      await happens('c', 3, { text: 'Không phải', outcome: 'declined_unknown', entryPoint: 'button' });
      expect(await waiting()).to.deep.equal(['b none_of_these', 'a asked_back']);
    });

    it('are what was asked back, with the procedure that was chosen by a button or its number', async () => {
      const asked = { outcome: 'asked_back_intents', alternatives: NEAR } as const;
      await happens('a', 1, { text: 'thuế đất', ...asked });
      await happens('b', 2, {
        text: 'Hoàn thuế',
        outcome: 'answered_procedure',
        procedure: 'hoan-thue',
        entryPoint: 'button',
      });
      await happens('c', 3, { text: 'lệ phí nhà', ...asked });
      await happens('d', 4, { text: '2', outcome: 'answered_procedure', procedure: 'truoc-ba' });
      await happens('e', 5, { text: 'đóng ở đâu', ...asked });
      await happens('f', 6, {
        text: 'hoàn thuế lương',
        outcome: 'answered_procedure',
        procedure: 'hoan-thue',
      });
      const found = await stores().reviewQueue.newest(10);
      expect(found.map(({ id, cause, chosen }) => [id, cause, chosen])).to.deep.equal([
        ['e', 'asked_back', undefined],
        ['c', 'asked_back', 'truoc-ba'],
        ['a', 'asked_back', 'hoan-thue'],
      ]);
    });

    it('show no words where a button was pressed or a rating was typed: those are no questions', async () => {
      await happens('a', 1, {
        text: 'Chưa',
        outcome: 'answered_rating',
        rating: { helped: false },
        entryPoint: 'button',
      });
      await happens('b', 2, {
        text: '1',
        outcome: 'answered_rating',
        rating: { degree: 1, procedure: 'mon-bai' },
      });
      const found = await stores().reviewQueue.newest(10);
      expect(found.map(({ id, text }) => [id, text])).to.deep.equal([
        ['b', undefined],
        ['a', undefined],
      ]);
    });

    it('are the message that led to what was rated badly, once; else the rating itself', async () => {
      await happens('a', 1, { text: 'hoàn thuế', outcome: 'answered_procedure', procedure: 'hoan-thue' });
      await happens('b', 2, {
        outcome: 'answered_rating',
        rating: { helped: false, procedure: 'hoan-thue' },
      });
      await happens('c', 3, { outcome: 'answered_rating', rating: { degree: 1, procedure: 'hoan-thue' } });
      await happens('d', 4, { outcome: 'answered_rating', rating: { degree: 2, procedure: 'mon-bai' } });
      await happens('e', 5, { outcome: 'answered_rating', rating: { degree: 4, procedure: 'hoan-thue' } });
      expect(await waiting()).to.deep.equal(['d rated_low', 'a rated_low']);
      expect((await stores().reviewQueue.newest(1))[0]).to.include({ procedure: 'mon-bai' });
    });

    it('are taken by one of those who come together, and wait again when put back', async () => {
      await misunderstood('a', 1, 'sổ hồng bị mờ');
      await misunderstood('b', 2, 'so hong bi mo');
      const queue = stores().reviewQueue;
      const claims = await Promise.all(Array.from({ length: 5 }, () => queue.claim('a')));
      expect(claims.filter(Boolean)).to.have.length(1);
      await queue.settle(['a', 'b']);
      expect(await waiting()).to.be.empty;
      await queue.putBack(['a', 'b', 'gone']);
      expect(await waiting()).to.deep.equal(['b not_understood', 'a not_understood']);
    });

    it('go when their writer takes them back, or has everything deleted', async () => {
      await misunderstood('a', 1, 'sổ hồng bị mờ');
      await misunderstood('b', 2, 'sổ đỏ bị rách');
      await stores().inbox.forgetMessage('citizen-1', 'mid-a');
      expect(await waiting()).to.deep.equal(['b not_understood']);
      await stores().conversations.deleteAll('citizen-1');
      expect(await waiting()).to.be.empty;
      await stores().reviewQueue.putBack(['a', 'b']);
      expect(await waiting()).to.be.empty;
    });

    it('stand in a transcript in their order, the newest of a long one', async () => {
      await misunderstood('b', 2, 'hai', { receivedAt: minutes(2), replyTexts: ['Dạ'] });
      await misunderstood('a', 1, 'một', { receivedAt: minutes(1) });
      await misunderstood('x', 3, 'của người khác', { conversationId: 'citizen-2' });
      const { transcripts } = stores();
      expect((await transcripts.of('citizen-1', 10)).map(({ text }) => text)).to.deep.equal(['một', 'hai']);
      const [newest] = await transcripts.of('citizen-1', 1);
      expect(newest).to.deep.include({ at: minutes(2), text: 'hai', replyTexts: ['Dạ'], confidence: 0.3 });
    });
  });

  describe('answers that are judged', () => {
    const answered = (key: string, changes: Partial<ExchangeRecord> = {}) =>
      happens(key, 1, {
        text: 'hoàn thuế',
        outcome: 'answered_procedure',
        procedure: 'hoan-thue',
        ...changes,
      });

    it('are those to a typed question whose words are kept, each once', async () => {
      await answered('a');
      await answered('b', { entryPoint: 'button' });
      await answered('c', { outcome: 'answered_rating' });
      await answered('d', { text: '' });
      const { answerSample } = stores();
      expect(await answerSample.count()).to.equal(1);
      expect(await answerSample.next()).to.deep.include({
        id: 'a',
        text: 'hoàn thuế',
        procedure: 'hoan-thue',
      });
      const claims = await Promise.all([1, 2, 3].map(() => answerSample.claim('a')));
      expect(claims.filter(Boolean)).to.have.length(1);
      expect([await answerSample.next(), await answerSample.get('a')]).to.deep.equal([null, null]);
      await answerSample.putBack(['a', 'gone']);
      expect((await answerSample.get('a'))?.id).to.equal('a');
    });

    it('come in an order that is the same for everybody, and go with their words', async () => {
      const { answerSample, conversations } = stores();
      for (const key of 'abcdefgh') await answered(key);
      const first = await answerSample.next();
      expect(await answerSample.next()).to.deep.equal(first);
      await conversations.deleteAll('citizen-1');
      expect(await answerSample.count()).to.equal(0);
      await answerSample.putBack(['a']);
      expect(await answerSample.count()).to.equal(0);
    });
  });

  describe('what staff decided', () => {
    const review = (id: string, at: number, changes: Partial<Review> = {}): Review => ({
      id,
      decision: 'dismissed',
      by: 'an',
      at: minutes(at),
      messages: ['a'],
      citizens: 1,
      wordings: ['k1', 'k2'],
      ...changes,
    });

    it('is kept as it was written, the newest first', async () => {
      const { reviews } = stores();
      const filed = review('r2', 2, { decision: 'filed', intent: 'hoan-thue', text: 'xin lại tiền thuế' });
      await reviews.add(review('r1', 1));
      await reviews.add(filed);
      expect(await reviews.get('r2')).to.deep.equal(filed);
      expect(await reviews.get('r3')).to.be.null;
      expect((await reviews.list(10)).map(({ id }) => id)).to.deep.equal(['r2', 'r1']);
      expect(await reviews.list(1)).to.have.length(1);
    });

    it('is still to be measured while an example was filed, not undone, and has no figures', async () => {
      const { reviews } = stores();
      const filed = (id: string, at: number) =>
        reviews.add(review(id, at, { decision: 'filed', intent: 'hoan-thue', text: `câu ${id}` }));
      await reviews.add(review('dismissed', 9));
      for (const [index, id] of ['old', 'measured', 'undone', 'first', 'second', 'third'].entries())
        await filed(id, index + 1);
      const right = { accuracy: 1, answeredRight: 1, recall: 1 };
      const figures = { ...right, examples: 2, answeredWrong: 0, askedBack: 0 };
      const evaluation = { measuredAt: minutes(9), before: figures, after: figures, moved: [] };
      await reviews.setEvaluation('measured', evaluation);
      await reviews.undo('undone', 'an', minutes(9));
      const left = async (limit: number) => (await reviews.unmeasured(minutes(2), limit)).map(({ id }) => id);
      expect(await left(10)).to.deep.equal(['first', 'second', 'third']);
      expect(await left(2)).to.deep.equal(['second', 'third']);
    });

    it('keeps dismissed wordings away until it is undone, which one person does once', async () => {
      const { reviews } = stores();
      await reviews.add(review('r1', 1));
      await reviews.add(review('r2', 2, { decision: 'filed', wordings: ['k3'] }));
      expect([...(await reviews.dismissed(['k2', 'k3', 'k4']))].sort()).to.deep.equal(['k1', 'k2']);
      const undone = ['an', 'binh'].map((by) => reviews.undo('r1', by, minutes(3)));
      expect((await Promise.all(undone)).filter(Boolean)).to.have.length(1);
      expect(await reviews.dismissed(['k2'])).to.be.empty;
      expect((await reviews.get('r1'))?.undoneAt).to.deep.equal(minutes(3));
      await reviews.redo('r1');
      expect([...(await reviews.dismissed(['k2']))]).to.have.length(2);
    });
  });
}
