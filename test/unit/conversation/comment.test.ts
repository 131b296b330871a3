import { expect } from 'chai';
import { shippedKnowledge } from './decisions/shipped-knowledge.js';
import { Citizen } from '../../support/citizen.js';
import type { ServiceMode } from '../../../src/conversation/service-switch.js';

const DAY = 24 * 3_600_000;
const ASKS = 'lam the nao de dang ky nguoi phu thuoc';

describe('A comment under a post, read with the shipped content', function () {
  this.timeout(600_000);
  let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
  before(async () => void (knowledge = await shippedKnowledge()));

  const citizen = (options = {}) => new Citizen(knowledge, { known: false, ...options });
  const outcomeOf = async (text: string, one = citizen()) => {
    await one.send({ kind: 'comment', text });
    const { outcome, procedure } = one.last ?? {};
    return [outcome, procedure];
  };

  for (const [words, entry] of [
    [ASKS, 'dang-ky-nguoi-phu-thuoc'],
    ['đăng ký mã số thuế cá nhân cần giấy tờ gì ạ', 'dang-ky-thue-ca-nhan'],
    ['hoàn thuế tncn bao lâu có tiền', 'hoan-thue-tncn'],
    ['xin hỏi cài etax mobile thế nào', 'dang-ky-etax-mobile'],
    ['Cho mình hỏi cho thuê nhà có phải đóng thuế không?', 'thue-cho-thue-tai-san'],
  ] as const)
    it(`asks a procedure and is told of its guide: “${words}”`, async () => {
      expect(await outcomeOf(words)).to.deep.equal(['ignored_comment_answered', entry]);
    });

  for (const words of [
    'bài viết hay quá ạ',
    'Thuế cao quá dân sao sống nổi?',
    'Bao giờ giảm thuế xăng?',
    'Ai biết chỗ nào bán hoá đơn không?',
    'Trang ơi hoàn thuế nè bà',
    'sao thuế làm gì cũng chậm rì vậy trời?',
    'hộ kinh doanh doanh thu 400 triệu có phải nộp thuế ko',
    'cách đăng nhập thuế điện tử bằng vneid?',
    'Mấy giờ livestream vậy ad?',
    'xoá dữ liệu của tôi',
    'gặp cán bộ',
    'menu',
  ])
    it(`does not surely ask a procedure and is left alone: “${words}”`, async () => {
      expect(await outcomeOf(words)).to.deep.equal(['ignored_comment', undefined]);
    });

  it('leaves nothing behind that a conversation would go on from', async () => {
    const one = citizen();
    await outcomeOf(ASKS, one);
    expect(one.state).to.have.all.keys('consent', 'stopped', 'suspended', 'lastEventAt');
    expect(one.titles()).to.have.length(1);
  });

  it('is answered for seven days and no longer', async () => {
    const late = citizen();
    const sentAt = late.now;
    late.wait(7 * DAY - 10 * 60_000);
    await late.send({ kind: 'comment', text: ASKS, sentAt });
    expect(late.last?.outcome).to.equal('ignored_comment_answered');
    late.wait(10 * 60_000);
    await late.send({ kind: 'comment', text: ASKS, sentAt });
    expect(late.last?.outcome).to.equal('ignored_comment');
  });

  for (const [mode, outcome] of [
    ['notice', 'ignored_comment_answered'],
    ['off', 'ignored_comment'],
  ] as const satisfies readonly [ServiceMode, string][])
    it(`while the bot is switched to “${mode}”: ${outcome}`, async () => {
      const service = { mode, since: new Date('2026-11-23T02:00:00Z'), by: 'chu' };
      expect((await outcomeOf(ASKS, citizen({ service })))[0]).to.equal(outcome);
    });
});
