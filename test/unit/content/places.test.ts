import { expect } from 'chai';
import { loadContent } from '../../../src/content/load.js';
import { findPlaces, placesAlone } from '../../../src/content/places.js';
import { SourceFile } from '../../../src/content/source-file.js';
import { officesFile } from '../../../src/content/files/shared-files.js';
import type { Offices } from '../../../src/content/types.js';
import { readFile } from 'node:fs/promises';
import { FIXTURE_ROOT, TODAY } from './fixture-root.js';

/** The real list of offices: names collide only there. */
async function realOffices(): Promise<Offices> {
  const path = 'procedures/shared/offices.yml';
  const text = await readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');
  const source = new SourceFile({ path, text });
  return officesFile(source.document.contents, {
    source,
    path: [],
    report: ({ message }) => {
      throw new Error(message);
    },
  });
}

describe('A commune or ward in a message', () => {
  let offices: Offices;
  before(async () => {
    offices = await realOffices();
  });
  const found = (text: string) => findPlaces(offices, text).map(({ unit, name }) => `${unit} ${name}`);

  it('is found by its former name, with or without marks', () => {
    for (const text of ['duy hai', 'xã Duy Hải cũ', 'nhà em ở Duy Hải', 'xa duy hai thuoc thue nao'])
      expect(found(text), text).to.deep.equal(['xã Duy Nghĩa']);
  });

  it('is found by its present name, and with it the competent office', () => {
    expect(findPlaces(offices, 'phường Bàn Thạch')[0]).to.deep.include({ office: 'thue-co-so-9' });
    expect(findPlaces(offices, 'xa dong giang')[0]).to.deep.include({ office: 'thue-co-so-5' });
  });

  it('is found however a Cơ Tu name is typed', () => {
    expect(found('prao')).to.deep.equal(['xã Đông Giang']);
    expect(found('xã A Vương')).to.deep.equal(['xã Avương']);
    expect(found('chom')).to.deep.equal(['xã Hùng Sơn']);
    expect(found('la ee')).to.deep.equal(['xã La Êê']);
  });

  it('is found with the mark on either vowel, and with digits for Roman numbers', () => {
    expect(found('phường Hoà Hương')).to.deep.equal(['phường Hương Trà']);
    expect(found('tam xuân 2')).to.deep.equal(['xã Tam Xuân']);
  });

  it('is one of several when a former district is named', () => {
    expect(found('Tam Kỳ')).to.have.members([
      'phường Tam Kỳ',
      'phường Bàn Thạch',
      'phường Hương Trà',
      'phường Quảng Phú',
    ]);
    expect(new Set(findPlaces(offices, 'em ở hội an').map(({ office }) => office))).to.deep.equal(
      new Set(['thue-co-so-7']),
    );
  });

  it('is exactly one when its unit is said', () => {
    expect(found('phường Tam Kỳ')).to.deep.equal(['phường Tam Kỳ']);
    expect(found('xã Tân Hiệp, Hội An')).to.deep.equal(['xã Tân Hiệp']);
  });

  it('is the longer of two names', () => {
    expect(found('xã Quế Sơn Trung')).to.deep.equal(['xã Quế Sơn Trung']);
    expect(findPlaces(offices, 'nam trà my').every(({ district }) => district === 'Nam Trà My')).to.be.true;
  });

  it('is told apart by its marks, and left open without them', () => {
    expect(found('xã Trà Dơn')).to.deep.equal(['xã Trà Leng']);
    expect(found('xã Trà Don')).to.deep.equal(['xã Nam Trà My']);
    expect(found('tra don')).to.have.members(['xã Trà Leng', 'xã Nam Trà My']);
  });

  it('counts a name that is a common word only after “xã”', () => {
    expect(found('xã Ba')).to.deep.equal(['xã Sông Vàng']);
    expect(found('xa tu')).to.deep.equal(['xã Sông Vàng']);
    for (const text of ['ba em hỏi', 'anh Tư', 'thứ tư có làm không', 'dang ky thue', 'bình an nhé'])
      expect(found(text), text).to.deep.equal([]);
  });

  it('is known to be all that a message says, or not', () => {
    const alone = (text: string) => placesAlone(offices, text).map(({ name }) => name);
    expect(alone('dạ em ở duy hải')).to.deep.equal(['Duy Nghĩa']);
    expect(alone('xã Ba cũ')).to.deep.equal(['Sông Vàng']);
    expect(alone('bán đất ở duy hải')).to.deep.equal([]);
    expect(alone('dạ em')).to.deep.equal([]);
  });

  it('is not seen in other words that fold to the same letters', () => {
    for (const text of ['tạm ẩn', 'em ở Hải Châu', 'mã số thuế', ''])
      expect(found(text), text).to.deep.equal([]);
  });
});

describe('The list of offices', () => {
  it('has all 78 communes and wards of the former province, each with an office', async () => {
    const { places, offices } = await realOffices();
    expect(places).to.have.length(78);
    const known = offices.map(({ id }) => id);
    expect(places.filter(({ office }) => !known.includes(office))).to.deep.equal([]);
  });

  it('gives no telephone number or street address that no source confirms', async () => {
    const { offices } = await realOffices();
    for (const office of offices) expect(office).to.not.have.any.keys('phone', 'address');
  });

  it('finds every place of the fixture by each of its names', async () => {
    const { content } = await loadContent(FIXTURE_ROOT, TODAY);
    const offices = content?.offices ?? {
      offices: [],
      places: [],
      onlyAfterUnit: [],
      unassigned: [],
      posterPlaces: ['Hòa Khánh'],
      checkedOn: '',
      source: '',
    };
    for (const place of offices.places)
      for (const { unit, name } of [place, ...place.formerly])
        expect(findPlaces(offices, `${unit} ${name}`), name).to.include(place);
  });
});
