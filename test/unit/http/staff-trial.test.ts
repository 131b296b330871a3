import { expect } from 'chai';
import { CHANNELS } from '../../../src/conversation-settings.js';
import { createAnswer } from '../../../src/conversation/answer.js';
import { shownTrial } from '../../../src/http/staff/work/trial-view.js';
import { maskedWords, maskText } from '../../../src/privacy/mask-text.js';
import { DirectCitizen } from '../../../src/simulator/direct-citizen.js';
import { createTrial } from '../../../src/staff-work/trial/trial.js';
import { FakeBookings } from '../../fakes/bookings.js';
import { FakeRequests } from '../../fakes/requests.js';
import type { understandingOf } from '../../support/trained.js';
import { shippedKnowledge } from '../conversation/decisions/shipped-knowledge.js';

const NOW = new Date('2026-11-27T03:00:00Z');
const clock = { now: () => NOW };
const settings = {
  authority: 'Thuế thử',
  consentMode: 'ask',
  retentionDays: 30,
  channels: CHANNELS,
} as const;

describe('What staff are shown of a conversation they try', () => {
  let known: ReturnType<typeof understandingOf>;
  before(async function () {
    this.timeout(120_000);
    known = await shippedKnowledge();
  });

  const knowledge = { current: () => known };
  const tried = async (...messages: string[]) => {
    const trial = createTrial({ knowledge, openSlots: () => Promise.resolve([]), settings, clock });
    const steps = messages.map((text) => ({ typed: maskedWords(maskText(text)) }));
    return (await shownTrial({ trial, knowledge }, steps)).turns;
  };
  const rows = (list: readonly { label: string; values: string[] }[] = []) =>
    Object.fromEntries(list.map(({ label, values }) => [label, values.join('; ')]));

  it('is what a citizen would be answered', async () => {
    const citizen = new DirectCitizen(
      createAnswer({
        knowledge,
        requests: new FakeRequests(),
        bookings: new FakeBookings(),
        clock,
        settings,
      }),
      { channel: 'web', conversationId: 'c', pageId: 'p', address: 'a' },
    );
    const messages = ['nhà em cho thuê 15 triệu một tháng', 'nộp ở đâu', 'thế 20 triệu thì sao', 'cảm ơn em'];
    const answers: string[][] = [];
    for (const one of messages)
      answers.push((await citizen.say(one, NOW)).result.replies.map(({ text }) => text));
    expect((await tried(...messages)).map(({ replies }) => replies.map(({ text }) => text))).to.deep.equal(
      answers,
    );
  });

  it('says what was read in a message and what is remembered after it, corrected facts as corrected', async () => {
    const [told, corrected] = await tried(
      'em bán tạp hóa mỗi ngày 4 triệu có phải đóng thuế không',
      'à nhầm, 2 triệu một ngày thôi',
    );
    expect(rows(told?.read)['Con số, ngày']).to.contain('4.000.000 đồng mỗi ngày');
    expect(rows(told?.remembered)['Dữ kiện đã kể']).to.contain('1,46 tỷ');
    expect(rows(corrected?.remembered)['Dữ kiện đã kể']).to.contain('730 triệu').and.to.not.contain('1,46');
    expect(rows(corrected?.remembered)['Việc đang nói']).to.contain('Hộ kinh doanh');
  });

  it('says in plain words why an answer won', async () => {
    const [fraud] = await tried('có người gọi xưng cán bộ thuế kêu cài app rồi đòi mã otp');
    expect(fraud?.why[0]?.sentence).to.contain('cảnh báo đi trước mọi câu trả lời khác');
    const [strange] = await tried('bún bò chỗ nào ngon vậy ta ơi');
    expect(strange?.why[0]?.sentence).to.match(/Không cách nào đủ chắc|chỉ đáp lại lời nói/);
    const [, stays] = await tried('thủ tục hoàn thuế thu nhập cá nhân', 'cần giấy tờ gì');
    const won = stays?.why[0]?.proposed.filter((one) => one.won);
    expect(won).to.have.length(1);
    expect(stays?.why[0]?.sentence).to.contain(won?.[0]?.about);
  });
});
