import { expect } from 'chai';
import type { SaturdaySession } from '../../../src/content/types.js';
import type { RequestKind } from '../../../src/conversation/types.js';
import type { Stores } from '../../../src/records/stores.js';
import { minutes, reply } from './samples.js';
import { NOW } from './engines.js';

const SATURDAY: SaturdaySession = {
  date: '2026-11-28',
  place: 'Thuế cơ sở 6',
  slots: [
    { start: '07:30', end: '08:30', capacity: 7 },
    { start: '08:30', end: '09:30', capacity: 1 },
  ],
  source: 'thông báo thử',
};

export function requestsContract(stores: () => Stores): void {
  const takerOf = async (code: string) => (await stores().requests.get(code))?.takenBy;
  const file = (eventKey: string, kind: RequestKind = 'person') =>
    stores().requests.file({ eventKey, conversationId: 'citizen-1', kind, at: NOW });

  const waiting = () => stores().requests.list({ status: 'waiting', limit: 10 });
  const closing = { how: 'done', note: 'đã gọi', by: 'an' } as const;

  describe('requests', () => {
    it('get a code that is easy to read out', async () => {
      expect(await file('a')).to.match(/^YC-[ACDEFGHJKMNPQRTWXY34679]{5}$/);
    });

    it('are filed once for the same event, also when it comes twenty times at once', async () => {
      const codes = await Promise.all(Array.from({ length: 20 }, () => file('a')));
      expect(new Set(codes)).to.have.length(1);
      expect(await waiting()).to.have.length(1);
      expect(await file('b')).to.not.equal(codes[0]);
    });

    it('tell how they stand to who filed them, however the code is typed, and to no one else', async () => {
      const code = await file('a', 'data_deletion');
      const typed = code.toLowerCase().replace('-', ' ');
      expect(await stores().requests.status('citizen-1', typed)).to.deep.equal({
        ...{ code, kind: 'data_deletion', status: 'open', filedAt: NOW },
        dueBy: new Date(NOW.getTime() + 20 * 86_400_000),
      });
      expect(await stores().requests.status('citizen-2', code)).to.be.null;
      expect(await stores().requests.status('citizen-1', 'YC-AAAAA')).to.be.null;
    });

    it('are taken by one officer, then closed with a note', async () => {
      const code = await file('a');
      const takes = ['an', 'binh', 'chi'].map((by) => stores().requests.take(code, by, minutes(1)));
      expect((await Promise.all(takes)).filter(Boolean)).to.have.length(1);
      expect(await stores().requests.status('citizen-1', code)).to.include({ status: 'taken' });
      expect(await stores().requests.close(code, closing, minutes(2))).to.be.true;
      expect(await stores().requests.close(code, closing, minutes(3))).to.be.false;
      expect(await stores().requests.status('citizen-1', code)).to.deep.include({
        ...{ status: 'closed', closing: 'done', closedAt: minutes(2) },
      });
      expect(await waiting()).to.be.empty;
      const [closed] = await stores().requests.list({ status: 'closed', limit: 10 });
      expect(closed).to.include({ code, closing: 'done', closedBy: 'an', takenBy: await takerOf(code) });
    });

    it('tell the citizen who was refused so, and not that all is done', async () => {
      const code = await file('a', 'data_deletion');
      await stores().requests.close(code, { ...closing, how: 'refused' }, minutes(2));
      expect(await stores().requests.status('citizen-1', code)).to.include({ closing: 'refused' });
    });

    it('are given back only by who has them, and then wait again', async () => {
      const code = await file('a');
      await stores().requests.take(code, 'an', minutes(1));
      expect(await stores().requests.giveBack(code, 'binh')).to.be.false;
      expect(await stores().requests.giveBack(code, 'an')).to.be.true;
      const found = await stores().requests.get(code);
      expect(found?.status).to.equal('open');
      expect(found).to.not.have.property('takenBy');
      expect(await stores().requests.take(code, 'binh', minutes(2))).to.be.true;
    });

    it('have their term put off once, where the law allows it', async () => {
      const copy = await file('a', 'data_copy');
      const extensions = [1, 2].map(() => stores().requests.extend(copy, 'chờ xác minh', minutes(5)));
      expect((await Promise.all(extensions)).filter(Boolean)).to.have.length(1);
      expect((await stores().requests.get(copy))?.dueBy).to.deep.equal(minutes(20 * 24 * 60));
      expect(await stores().requests.extend(await file('b'), 'chờ', minutes(5))).to.be.false;
    });

    it('are listed by kind, the oldest first', async () => {
      await file('a', 'low_rating');
      const copy = await file('b', 'data_copy');
      const found = await stores().requests.list({ status: 'waiting', kind: 'data_copy', limit: 10 });
      expect(found.map((request) => request.code)).to.deep.equal([copy]);
      expect(found[0]).to.not.have.property('eventKey');
    });
  });
}

export function bookingsContract(stores: () => Stores): void {
  const bookings = () => stores().bookings(() => [SATURDAY]);
  const book = (eventKey: string, conversationId = 'citizen-1', start = '07:30') =>
    bookings().book({
      eventKey,
      conversationId,
      date: SATURDAY.date,
      start,
      place: SATURDAY.place,
      at: NOW,
    });

  describe('Saturday bookings', () => {
    it('never exceed a slot’s capacity under fifty at once', async () => {
      const asked = Array.from({ length: 50 }, (_, i) => book(`event-${i}`, `citizen-${i}`));
      const booked = (await Promise.all(asked)).filter((booking) => booking !== null);
      expect(booked).to.have.length(7);
      expect(new Set(booked.map((booking) => booking.code))).to.have.length(7);
      expect(await book('one-more')).to.be.null;
    });

    it('book once for the same event, also at once', async () => {
      const booked = await Promise.all(Array.from({ length: 5 }, () => book('a')));
      expect(new Set(booked.map((booking) => booking?.code))).to.have.length(1);
      const [first] = await bookings().openSlots(NOW);
      expect(first).to.include({ start: '07:30', capacity: 7, free: 6 });
    });

    it('offer only slots with a free seat from that day on', async () => {
      await book('a', 'citizen-1', '08:30');
      expect((await bookings().openSlots(NOW)).map((slot) => slot.start)).to.deep.equal(['07:30']);
      expect(await bookings().openSlots(minutes(5 * 24 * 60))).to.be.empty;
    });

    it('are listed for staff slot by slot, also those whose announcement was taken back', async () => {
      const booked = await book('a', 'citizen-1', '08:30');
      const [first, second] = await bookings().slots('2026-11-28');
      expect(first).to.deep.include({ start: '07:30', capacity: 7, seats: [] });
      expect(second).to.deep.include({
        start: '08:30',
        capacity: 1,
        seats: [{ code: booked?.code, at: NOW }],
      });
      expect(await bookings().slots('2026-11-29')).to.be.empty;
      const [left, ...none] = await stores()
        .bookings(() => [])
        .slots('2026-11-28');
      expect(left).to.include({ start: '08:30', capacity: 0 });
      expect(none).to.be.empty;
    });

    it('refuse a slot that was never announced', async () => {
      expect(await book('a', 'citizen-1', '10:00')).to.be.null;
    });

    it('are shown to their owner, and cancelling gives the seat back', async () => {
      const booked = await book('a', 'citizen-1', '08:30');
      expect(booked).to.not.be.null;
      expect(await bookings().own('citizen-1', NOW)).to.deep.equal([booked]);
      expect(await bookings().own('citizen-2', NOW)).to.be.empty;
      expect(await bookings().byCode(booked?.code.toLowerCase() ?? '')).to.deep.equal(booked);
      expect(await bookings().byCode('LH-AAAAA')).to.be.null;
      const code = booked?.code ?? '';
      expect(await bookings().cancel('citizen-2', code)).to.be.false;
      expect(await bookings().cancel('citizen-1', code.toLowerCase())).to.be.true;
      expect(await bookings().cancel('citizen-1', code)).to.be.false;
      expect(await book('b', 'citizen-2', '08:30')).to.not.be.null;
    });
  });
}

export function webRepliesContract(stores: () => Stores): void {
  describe('replies to web sessions', () => {
    it('are numbered from one, in order, each conversation by itself', async () => {
      const { webReplies } = stores();
      await webReplies.add('citizen-1', reply('a'), NOW);
      await webReplies.add('citizen-2', reply('x'), NOW);
      await webReplies.add('citizen-1', reply('b'), NOW);
      expect(await webReplies.after('citizen-1', 0)).to.deep.equal([
        { sequence: 1, reply: reply('a').reply },
        { sequence: 2, reply: reply('b').reply },
      ]);
      expect(await webReplies.after('citizen-1', 1)).to.have.length(1);
      expect(await webReplies.after('citizen-1', 2)).to.be.empty;
    });

    it('are kept once, and each has its own number when added at once', async () => {
      const { webReplies } = stores();
      await webReplies.add('citizen-1', reply('a'), NOW);
      await webReplies.add('citizen-1', reply('a'), NOW);
      await Promise.all(['b', 'c', 'd'].map((id) => webReplies.add('citizen-1', reply(id), NOW)));
      const numbers = (await webReplies.after('citizen-1', 0)).map((entry) => entry.sequence);
      expect(numbers).to.deep.equal([1, 2, 3, 4]);
    });
  });
}

export function contentVersionsContract(stores: () => Stores): void {
  describe('versions of the content', () => {
    const version = (id: string, savedAt: Date) => ({
      version: id,
      savedAt,
      by: 'khởi động',
      files: { 'intents/chao-hoi.yml': 'id: chao-hoi\nexamples: [xin chào]\n' },
    });

    it('come back with their files as they were', async () => {
      await stores().contentVersions.save(version('v1', NOW));
      expect(await stores().contentVersions.get('v1')).to.deep.equal(version('v1', NOW));
      expect(await stores().contentVersions.get('v2')).to.be.null;
    });

    it('are listed newest first without files, and one that is brought back is the newest again', async () => {
      const { contentVersions } = stores();
      expect(await contentVersions.newest()).to.be.null;
      await contentVersions.save(version('v1', NOW));
      await contentVersions.save(version('v2', minutes(1)));
      await contentVersions.save({ ...version('v1', minutes(2)), by: 'lần nữa' });
      expect(await contentVersions.list(10)).to.deep.equal([
        { version: 'v1', savedAt: minutes(2), by: 'lần nữa' },
        { version: 'v2', savedAt: minutes(1), by: 'khởi động' },
      ]);
      expect((await contentVersions.newest())?.version).to.equal('v1');
    });
  });
}
