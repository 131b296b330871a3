import { expect } from 'chai';
import type { OfficerAct } from '../../../src/conversation/types.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

const HOUR = 60 * 60 * 1000;

async function asked(): Promise<Citizen> {
  const chi = new Citizen(sampleKnowledge());
  await chi.say('gặp cán bộ');
  return chi;
}

/** One whose request an officer has taken, for 12 hours. */
async function withOfficer(): Promise<Citizen> {
  const chi = await asked();
  await chi.press('Đồng ý');
  await officer(chi, 'take');
  return chi;
}

function officer(chi: Citizen, act: OfficerAct['act'], text?: string): Promise<string> {
  const until = new Date(chi.now.getTime() + 12 * HOUR);
  const deed = { act, code: chi.state?.request?.code ?? '', by: 'Cán bộ thuế', until };
  return chi.send({ kind: 'officer', officer: deed, ...(text === undefined ? {} : { text }) });
}

describe('Asking for an officer', () => {
  it('gives a code and asks for a consent of its own', async () => {
    const chi = await asked();
    expect(chi.screen()).to.match(/YC-/u).and.to.contain('Để cán bộ đọc và trả lời ngay tại đây');
    expect(chi.last?.talk, 'nothing is kept for the officer yet').to.equal(undefined);
  });

  it('keeps what is said for the officer from the yes on, also after “Không đồng ý” to keeping texts', async () => {
    const chi = await asked();
    await chi.say('đồng ý');
    expect(chi.last?.talk).to.equal(chi.state?.request?.code);
    await chi.say('không đồng ý');
    expect(chi.state?.consent.choice).to.equal('no');
    await chi.say('hồ sơ của tôi tới đâu');
    expect(chi.last?.talk).to.equal(chi.state?.request?.code);
  });

  it('takes the request back when only the contacts are wanted', async () => {
    const chi = await asked();
    await chi.press('Chỉ cho nơi liên hệ');
    expect(chi.requests.filed).to.deep.equal([]);
    expect(chi.state?.request).to.equal(undefined);
  });
});

describe('While an officer has the conversation', () => {
  it('the officer’s words come under the office’s name and the bot keeps silent', async () => {
    const chi = await withOfficer();
    await officer(chi, 'say', 'Anh chị nộp ở đâu?');
    expect(chi.replies).to.deep.equal([{ kind: 'text', text: 'Anh chị nộp ở đâu?', by: 'Cán bộ thuế' }]);
    expect(await chi.say('dang ky mst ca nhan lam sao')).to.equal('');
  });

  it('a fraud under way is warned of all the same, and the officer keeps the conversation', async () => {
    for (const words of ['ho bat toi doc ma otp', 'em lỡ bấm link thuế rồi bị trừ tiền']) {
      const chi = await withOfficer();
      expect(await chi.say(words), words).to.contain('⚠');
      expect(await chi.say('dạ em gửi lại giấy tờ rồi ạ')).to.equal('');
    }
  });

  it('the bot still stops and deletes', async () => {
    expect(await (await withOfficer()).say('xoá dữ liệu của tôi')).to.match(/xoá/iu);
    const stopping = await withOfficer();
    expect(await stopping.say('dừng')).to.contain('thôi trả lời');
    expect(await officer(stopping, 'say', 'còn đó không'), 'nothing is said to who has stopped').to.equal('');
  });

  it('“menu”, the officer’s leaving and the end of the time bring the bot back, which says that it is one', async () => {
    expect(await (await withOfficer()).say('menu')).to.contain('trợ lý tự động');
    expect(await officer(await withOfficer(), 'leave')).to.contain('trợ lý tự động');
    expect(await officer(await withOfficer(), 'end')).to.contain('trợ lý tự động');
    const late = await withOfficer();
    late.wait(13 * HOUR);
    expect(await late.say('dang ky mst ca nhan lam sao')).to.contain('trợ lý tự động');
  });
});
