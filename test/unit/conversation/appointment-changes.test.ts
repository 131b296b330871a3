import { expect } from 'chai';
import { encodePayload } from '../../../src/conversation/payloads.js';
import { appointmentWords } from '../../../src/conversation/reading/appointments.js';
import type { Citizen } from '../../support/citizen.js';
import { booked, SLOTS, timesOf, withList } from '../../support/saturday-citizen.js';

const [EIGHT, NINE] = SLOTS;

describe('two appointments', () => {
  const withTwo = () => booked('1', 'giữ thêm một chỗ 14h cho vợ');

  it('are had only by asking for one more', async () => {
    expect(timesOf(await withTwo())).to.deep.equal(['11-28 08:00', '11-28 14:00']);
  });

  it('are told apart by time, number or code, and the one left is named', async () => {
    for (const which of ['cái thứ hai', 'lịch 2 giờ chiều', 'buổi chiều', 'LH-2', '2']) {
      const chi = await withTwo();
      expect(await chi.say('huỷ hẹn')).to.match(/nhiều lịch hẹn/);
      expect(await chi.say(which), which).to.match(
        /đã huỷ đăng ký LH-2[^]*còn lịch thứ Bảy[^]*08:00[^]*LH-1/,
      );
      expect(timesOf(chi), which).to.deep.equal(['11-28 08:00']);
    }
  });

  it('one is cancelled at once where its time is named', async () => {
    const chi = await withTwo();
    expect(await chi.say('huỷ lịch 8h giúp em')).to.match(/đã huỷ đăng ký LH-1[^]*còn lịch[^]*LH-2/);
  });

  it('one is moved, the other stays', async () => {
    const chi = await withTwo();
    expect(await chi.say('dời qua tuần sau')).to.match(/đổi lịch nào/);
    await chi.say('cái đầu');
    expect(timesOf(chi).sort()).to.deep.equal(['11-28 14:00', '12-05 09:00']);
  });

  it('“giữ nguyên” leaves both', async () => {
    const chi = await withTwo();
    await chi.say('huỷ hẹn');
    await chi.say('thôi giữ nguyên');
    expect(timesOf(chi)).to.have.length(2);
  });
});

describe('buttons of Saturday times', () => {
  const press = (citizen: Citizen, slot = EIGHT) => {
    if (slot === undefined) throw new Error('no such time');
    const { date, start, place } = slot;
    return citizen.send({ kind: 'button', payload: encodePayload({ kind: 'slot', date, start, place }) });
  };

  it('make no second booking when they are old or two are pressed quickly', async () => {
    const chi = await withList();
    await press(chi, EIGHT);
    expect(await press(chi, EIGHT)).to.match(/đã đăng ký thứ Bảy[^]*LH-1/);
    expect(await press(chi, NINE)).to.match(/đang có lịch[^]*LH-1/);
    expect(timesOf(chi)).to.deep.equal(['11-28 08:00']);
  });

  it('then offer to move or to take one more, each of which counts once', async () => {
    const chi = await booked('1');
    await press(chi, NINE);
    await chi.press('Giữ thêm một chỗ');
    await chi.press('Giữ thêm một chỗ');
    expect(timesOf(chi)).to.deep.equal(['11-28 08:00', '11-28 09:00']);
    const anh = await booked('1');
    await press(anh, NINE);
    await anh.press('Đổi sang giờ này');
    expect(timesOf(anh)).to.deep.equal(['11-28 09:00']);
    expect(await anh.press('Đổi sang giờ này')).to.match(/đã đăng ký/);
    expect(timesOf(anh)).to.deep.equal(['11-28 09:00']);
  });

  it('that cancel say the second time that there is nothing left', async () => {
    const chi = await booked('1');
    await chi.press('Huỷ đăng ký');
    expect(await chi.press('Huỷ đăng ký')).to.match(/không thấy đăng ký LH-1/);
  });
});

describe('hours in words', () => {
  it('are read with halves, quarters and parts of the day, and “bây giờ” is none', () => {
    const hours = (words: string) =>
      appointmentWords(words).times.map(({ hour, minute }) => hour + minute / 60);
    expect(hours('8h30')).to.deep.equal([8.5]);
    expect(hours('chín giờ rưỡi')).to.deep.equal([9.5]);
    expect(hours('9 giờ kém 15')).to.deep.equal([8.75]);
    expect(hours('dời 8h qua 9:30')).to.deep.equal([8, 9.5]);
    expect(hours('bay gio lam sao')).to.deep.equal([]);
    expect(hours('từ giờ tới tết')).to.deep.equal([]);
    expect(hours('bảy giờ')).to.deep.equal([7]);
  });
});
