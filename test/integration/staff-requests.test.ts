import { expect } from 'chai';
import type { RequestKind } from '../../src/conversation/types.js';
import type { Stores } from '../../src/records/stores.js';
import { startStaffSite, type StaffSite } from '../support/staff-site.js';

const DAY_MS = 86_400_000;

describe('what waits for a person', () => {
  let site: StaffSite;
  const codes: Record<string, string> = {};

  const seed = async (stores: Stores): Promise<void> => {
    const kinds: [RequestKind, number][] = [
      ['person', 0],
      ['data_copy', 12],
      ['data_deletion', 1],
      ['low_rating', 1],
    ];
    const at = new Date();
    await stores.records.write({
      eventKey: 'm',
      conversationId: 'nha-toi',
      channel: 'messenger',
      pageId: '1',
      text: 'mã của tôi là [đã che: mã số thuế]',
      replyTexts: ['Dạ, em nghe ạ.'],
      receivedAt: at,
      answeredAt: at,
      outcome: 'answered_menu',
      entryPoint: 'typed',
      contentVersion: 'v1',
    });
    for (const [kind, days] of kinds)
      codes[kind] = await stores.requests.file({
        eventKey: kind,
        conversationId: 'nha-toi',
        kind,
        context: '[dang-ky-thue-ca-nhan] gấp lắm',
        at: new Date(Date.now() - days * DAY_MS),
      });
    const saturday = { date: '2099-11-28', place: 'Thuế cơ sở 9', source: 'thử' };
    const slots = [{ start: '08:00', end: '09:00', capacity: 2 }];
    await stores
      .bookings(() => [{ ...saturday, slots }])
      .book({ eventKey: 'h', conversationId: 'nha-toi', ...saturday, start: '08:00', at });
  };

  beforeEach(async () => {
    site = await startStaffSite(seed);
  });
  afterEach(() => site.stop());

  const path = (kind: string, action = '') => `/quan-tri/yeu-cau/${codes[kind] ?? ''}${action}`;

  it('stands in a queue with what is due first, what is late apart, and by kind', async () => {
    const all = (await site.as('an').get('/quan-tri/yeu-cau')).text;
    expect(all.indexOf(codes['data_copy'] ?? '')).to.be.below(all.indexOf(codes['person'] ?? ''));
    expect(all).to.contain('quá hạn').and.to.contain('Đăng ký mã số thuế cá nhân: gấp lắm');
    const late = (await site.as('an').get('/quan-tri/yeu-cau?xem=qua-han')).text;
    expect(late).to.contain(codes['data_copy']).and.to.not.contain(codes['person']);
    const ratings = (await site.as('an').get('/quan-tri/yeu-cau?loai=low_rating')).text;
    expect(ratings).to.contain(codes['low_rating']).and.to.not.contain(codes['person']);
    const found = (await site.as('an').get(`/quan-tri/yeu-cau?ma=${codes['person']?.toLowerCase()}`)).text;
    expect(found).to.contain(path('person')).and.to.not.contain(path('low_rating'));
  });

  it('is taken by one of two who come at once, given back, and closed with how and a note', async () => {
    const takes = await Promise.all(['an', 'binh'].map((who) => site.as(who).post(path('person', '/nhan'))));
    expect(takes.map(({ status }) => status).sort()).to.deep.equal([303, 409]);
    const taker = takes[0]?.status === 303 ? 'an' : 'binh';
    expect((await site.as(taker).post(path('person', '/tra-lai'))).status).to.equal(303);
    expect((await site.as('an').post(path('person', '/dong'), { how: 'done' })).status).to.equal(422);
    expect((await site.as('an').post(path('person', '/dong'), { note: 'đã gọi' })).status).to.equal(422);
    const closing = { how: 'done', note: 'đã gọi' };
    expect((await site.as('an').post(path('person', '/dong'), closing)).status).to.equal(303);
    expect((await site.as('binh').post(path('person', '/dong'), closing)).status).to.equal(409);
    const closed = (await site.as('an').get('/quan-tri/yeu-cau?xem=da-dong')).text;
    expect(closed).to.contain(codes['person']).and.to.contain('Đã làm xong');
    expect((await site.as('an').get(path('person'))).text).to.contain('đã gọi');
  });

  it('has its term put off once, with a reason', async () => {
    const extend = () => site.as('an').post(path('data_copy', '/gia-han'), { reason: 'chờ xác minh' });
    expect((await extend()).status).to.equal(303);
    expect((await extend()).status).to.equal(409);
    expect((await site.as('an').get(path('data_copy'))).text).to.contain('đã gia hạn: chờ xác minh');
  });

  it('gives staff a copy of what is kept about the conversation, to hand over', async () => {
    const { status, text } = await site.as('an').post(path('data_copy', '/ban-sao'));
    expect(status).to.equal(200);
    expect(text)
      .to.contain('Người dân: mã của tôi là [đã che: mã số thuế]')
      .and.to.contain('Đồng Hành: Dạ, em nghe ạ.');
    expect(text).to.contain('2099-11-28, 08:00–09:00').and.to.contain(codes['data_deletion']);
    expect((await site.as('chu').get('/quan-tri/nhat-ky')).text).to.contain('Lập bản sao dữ liệu');
  });

  it('deletes by a deletion request, after a confirmation, and only by one', async () => {
    expect((await site.as('an').post(path('person', '/xoa-du-lieu'), { sure: 'yes' })).status).to.equal(409);
    expect((await site.as('an').post(path('data_deletion', '/xoa-du-lieu'))).status).to.equal(422);
    expect((await site.as('an').get('/quan-tri/hoi-thoai/nha-toi')).status).to.equal(200);
    const deleted = await site.as('an').post(path('data_deletion', '/xoa-du-lieu'), { sure: 'yes' });
    expect(deleted.status).to.equal(303);
    expect((await site.as('an').get('/quan-tri/hoi-thoai/nha-toi')).status).to.equal(404);
    expect((await site.as('an').get('/quan-tri/yeu-cau?xem=da-dong')).text).to.contain(
      codes['data_deletion'],
    );
    expect((await site.as('an').get(path('person'))).text).to.not.contain('gấp lắm');
  });

  it('also shows what a citizen asked for and the bot did by itself, as proof, in nobody’s name', async () => {
    await site.stop();
    site = await startStaffSite(async ({ requests, conversations }) => {
      const at = new Date(Date.now() - DAY_MS);
      const wish = { conversationId: 'nha-toi', at };
      codes['gone'] = await requests.file({ ...wish, eventKey: 'x', kind: 'data_deletion' });
      await conversations.deleteAll('nha-toi');
      codes['withdrawn'] = await requests.file({
        ...wish,
        eventKey: 'y',
        kind: 'consent_withdrawal',
        done: true,
      });
    });
    expect((await site.as('an').get('/quan-tri/yeu-cau')).text).to.contain('Không có yêu cầu nào đang chờ');
    const closed = (await site.as('an').get('/quan-tri/yeu-cau?xem=da-dong')).text;
    expect(closed.match(/Trợ lý tự động/g)).to.have.length(2);
    const gone = (await site.as('an').get(path('gone'))).text;
    expect(gone).to.contain('chứng minh đã làm').and.to.not.contain('Xem cuộc trò chuyện');
    expect(gone).to.not.contain('nha-toi');
    const withdrawn = (await site.as('an').get(path('withdrawn'))).text;
    expect(withdrawn).to.contain('Rút lại đồng ý').and.to.contain('trợ lý tự động');
  });

  it('is counted on the first page of those who work on it; others begin with the statistics', async () => {
    expect((await site.as('an').get('/quan-tri/')).location).to.equal('/quan-tri/viec');
    const { text } = await site.as('an').get('/quan-tri/viec');
    expect(text).to.contain('>4</span> <span class="tile-name">yêu cầu').and.to.contain('1 quá hạn');
    expect(text).to.contain('28/11/2099');
    expect((await site.as('giam').get('/quan-tri/')).location).to.equal('/quan-tri/thong-ke');
    expect((await site.as('giam').get('/quan-tri/yeu-cau')).status).to.equal(403);
  });

  it('lists Saturday bookings by day, place and slot, with codes', async () => {
    const { text } = await site.as('an').get('/quan-tri/thu-bay');
    expect(text)
      .to.contain('Thứ Bảy 28/11/2099 – Thuế cơ sở 9')
      .and.to.match(/LH-[A-Z0-9]{5}/);
    expect(text).to.contain('Khung giờ đã bỏ khỏi lịch');
  });
});
