import { expect } from 'chai';
import { Citizen } from '../../support/citizen.js';
import { sampleKnowledge } from '../../support/sample-content.js';

async function atTheEnd(): Promise<Citizen> {
  const citizen = new Citizen(sampleKnowledge());
  await citizen.say('hoan thue tncn lam sao');
  await citizen.press('Căn cứ');
  return citizen;
}

describe('rating after a guide', () => {
  it('asks whether it helped, then for one of five degrees, then for a comment', async () => {
    const chi = await atTheEnd();
    await chi.press('Có');
    expect(chi.last?.rating).to.deep.equal({ helped: true, procedure: 'hoan-thue' });
    expect(chi.titles()).to.include.members(['5 Rất hài lòng', '1 Rất không hài lòng', 'Bỏ qua']);
    await chi.press('4 Hài lòng');
    expect(chi.last?.rating).to.deep.equal({ degree: 4, procedure: 'hoan-thue' });
    await chi.say('em hướng dẫn kỹ lắm');
    expect(chi.last?.rating).to.deep.equal({ comment: 'em hướng dẫn kỹ lắm', procedure: 'hoan-thue' });
  });

  it('takes a typed “có” or “chưa”, there and nowhere else', async () => {
    const anh = await atTheEnd();
    await anh.say('dạ chưa ạ');
    expect(anh.last?.rating).to.deep.equal({ helped: false, procedure: 'hoan-thue' });
    const chi = await atTheEnd();
    await chi.say('có');
    expect(chi.last?.rating).to.deep.equal({ helped: true, procedure: 'hoan-thue' });
    const ong = new Citizen(sampleKnowledge());
    await ong.say('hoan thue tncn lam sao');
    await ong.say('có');
    expect(ong.last).not.to.have.property('rating');
  });

  it('takes a typed degree', async () => {
    const anh = await atTheEnd();
    await anh.press('Chưa');
    await anh.say('2');
    expect(anh.last?.rating?.degree).to.equal(2);
  });

  it('is never in the way of the next question', async () => {
    for (const press of [[], ['Có'], ['Có', '5 Rất hài lòng']]) {
      const chi = await atTheEnd();
      for (const title of press) await chi.press(title);
      expect(await chi.say('lệ phí môn bài bỏ chưa')).to.match(/bãi bỏ/);
    }
  });

  it('can be skipped', async () => {
    const anh = await atTheEnd();
    await anh.press('Có');
    await anh.press('Bỏ qua');
    expect(anh.state?.waiting).to.equal(undefined);
  });

  it('puts the lowest degree before a person', async () => {
    const chi = await atTheEnd();
    await chi.press('Chưa');
    await chi.press('1 Rất không hài lòng');
    expect(chi.requests.filed.map(({ kind }) => kind)).to.deep.equal(['low_rating']);
  });
});
