import { expect } from 'chai';
import { sayRequest } from '../../../src/conversation/wording/request.js';
import { SAMPLE_CONTENT } from '../../support/sample-content.js';

const FILED = { code: 'YC-AAAAA', filedAt: new Date('2026-11-24T03:00:00Z') };
const LATER = new Date('2026-11-25T20:00:00Z');

describe('what a citizen is told of their request', () => {
  const told = (request: Omit<Parameters<typeof sayRequest>[1], keyof typeof FILED>) =>
    sayRequest({ content: SAMPLE_CONTENT }, { ...FILED, ...request });

  it('waits for an officer, with the term that the law sets', () => {
    expect(told({ kind: 'data_deletion', status: 'open', dueBy: new Date('2026-12-14T03:00:00Z') })).to.equal(
      'Dạ, yêu cầu YC-AAAAA (xoá dữ liệu) gửi ngày 24/11/2026 đang chờ cán bộ nhận ạ. Hạn xong theo quy định: 14/12/2026.',
    );
  });

  it('was taken, on the day in Vietnam', () => {
    expect(told({ kind: 'person', status: 'taken', takenAt: LATER })).to.equal(
      'Dạ, yêu cầu YC-AAAAA (gặp cán bộ) gửi ngày 24/11/2026 đã có cán bộ nhận ngày 26/11/2026 và đang xử lý ạ.',
    );
  });

  it('is over: done, refused, not reached and not needed are told apart', () => {
    const closed = (['done', 'refused', 'not_reached', 'not_needed'] as const).map((closing) =>
      told({ kind: 'data_copy', status: 'closed', closing, closedAt: LATER }),
    );
    expect(closed[0]).to.equal(
      'Dạ, yêu cầu YC-AAAAA (xem, lấy bản sao dữ liệu) gửi ngày 24/11/2026 đã xử lý xong ngày 26/11/2026 ạ.',
    );
    expect(closed[1]).to.contain('chưa thực hiện được');
    expect(closed[2]).to.contain('cán bộ chưa liên hệ được');
    expect(closed[3]).to.contain('đã được xem ngày 26/11/2026 và khép lại');
  });
});
