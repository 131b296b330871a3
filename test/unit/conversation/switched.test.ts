import { expect } from 'chai';
import type { ServiceMode, ServiceSwitch } from '../../../src/conversation/service-switch.js';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

const HOUR = 3_600_000;
const QUESTION = 'dang ky mst ca nhan lam sao';

function withSwitch(mode: ServiceMode, more: Partial<ServiceSwitch> = {}): Citizen {
  const since = new Date('2026-11-23T02:00:00Z');
  return new Citizen(sampleKnowledge(), { service: { mode, since, by: 'chu', ...more } });
}

describe('While the office has switched the bot off', () => {
  it('a citizen hears it once, kindly, with who can be asked, and then nothing', async () => {
    const chi = withSwitch('off', { until: new Date('2026-11-23T07:00:00Z'), notice: 'Hệ thống bảo trì.' });
    expect(await chi.say(QUESTION))
      .to.contain('tạm nghỉ tới 14:00 ngày 23/11/2026')
      .and.to.contain('Hệ thống bảo trì.')
      .and.to.contain('Cơ quan mẫu');
    expect(chi.last?.outcome).to.equal('declined_switched_off');
    expect(await chi.say('alo')).to.equal('');
    expect(chi.last?.outcome).to.equal('ignored_switched_off');
  });

  it('hears it again on another day, and when it is set anew', async () => {
    const chi = withSwitch('off');
    await chi.say(QUESTION);
    chi.wait(24 * HOUR);
    expect(await chi.say(QUESTION)).to.contain('tạm nghỉ');
    expect(await chi.say(QUESTION)).to.equal('');
    chi.service = { mode: 'off', since: chi.now, by: 'chu' };
    expect(await chi.say(QUESTION)).to.contain('tạm nghỉ');
  });

  for (const words of ['em lỡ bấm link thuế rồi bị trừ tiền', 'ho bat toi doc ma otp'])
    it(`a fraud under way is still warned of: “${words}”`, async () => {
      expect(await withSwitch('off').say(words)).to.match(/⚠/u);
    });

  it('“dừng” and “xoá dữ liệu” still work, by words, commands and buttons', async () => {
    const chi = withSwitch('off');
    expect(await chi.say('xoá dữ liệu của tôi')).to.contain('xoá');
    await chi.press('Xoá');
    expect(chi.last?.deleteData).to.equal(true);
    const anh = withSwitch('off');
    await anh.say('dừng');
    expect(anh.state?.stopped).to.equal(true);
    const em = withSwitch('off');
    await em.say('không đồng ý');
    expect(em.state?.consent.choice).to.equal('no');
  });

  it('neither a menu, a button nor a picture gets anything else', async () => {
    const chi = withSwitch('on');
    await chi.say('menu');
    chi.service = { mode: 'off', since: chi.now, by: 'chu' };
    expect(await chi.send({ kind: 'button', payload: chi.choices()[0]?.payload ?? '' })).to.contain(
      'tạm nghỉ',
    );
    expect(await chi.send({ kind: 'attachment', attachments: ['image'] })).to.equal('');
  });

  it('it is on again by itself at the time that was set', async () => {
    const chi = withSwitch('off', { until: new Date('2026-11-23T07:00:00Z') });
    await chi.say(QUESTION);
    chi.now = new Date('2026-11-23T06:59:59Z');
    expect(await chi.say(QUESTION)).to.equal('');
    chi.now = new Date('2026-11-23T07:00:00Z');
    await chi.say(QUESTION);
    expect(chi.last?.outcome).to.match(/^answered_/u);
  });

  it('asks nobody for a consent who is answered nothing', async () => {
    const since = new Date('2026-11-23T02:00:00Z');
    const chi = new Citizen(sampleKnowledge(), { known: false, service: { mode: 'off', since, by: 'chu' } });
    expect(await chi.say(QUESTION)).to.not.contain('Đồng ý');
    expect(chi.state?.consent.choice).to.equal('unasked');
  });
});

describe('While only requests for a person are taken', () => {
  it('a question gets the way to one, and the request is filed and talked about as always', async () => {
    const chi = withSwitch('person_only');
    expect(await chi.say(QUESTION)).to.contain('chỉ nhận yêu cầu gặp cán bộ');
    await chi.press('Gặp cán bộ');
    expect(chi.requests.filed.map(({ kind }) => kind)).to.deep.equal(['person']);
    await chi.say('đồng ý');
    expect(chi.last?.talk).to.equal(chi.state?.request?.code);
  });

  it('free words for a person are one too', async () => {
    const chi = withSwitch('person_only');
    await chi.say('cho em noi chuyen voi can bo');
    expect(chi.last?.outcome).to.equal('handed_over_person');
  });

  it('says it again to every question', async () => {
    const chi = withSwitch('person_only');
    await chi.say(QUESTION);
    expect(await chi.say('thue mon bai bao nhieu')).to.contain('chỉ nhận yêu cầu gặp cán bộ');
  });
});

describe('While the office has something to announce', () => {
  const notice = 'Hệ thống thuế điện tử bảo trì đến 14 giờ.';

  it('it is said before the first answer of the day, and the answer follows', async () => {
    const chi = withSwitch('notice', { notice });
    const [first = '', second = ''] = (await chi.say(QUESTION)).split('\n---\n');
    expect(first).to.contain(notice);
    expect(second).to.match(/mã số thuế/iu);
    expect(await chi.say('mat bao lau')).to.not.contain(notice);
    chi.wait(24 * HOUR);
    expect(await chi.say('mat bao lau')).to.contain(notice);
  });

  it('nobody who has stopped the bot hears it', async () => {
    const chi = withSwitch('notice', { notice });
    await chi.say('dừng');
    chi.wait(24 * HOUR);
    expect(await chi.say(QUESTION)).to.not.contain(notice);
  });
});
