import { expect } from 'chai';
import { daysOpen } from '../../../../src/conversation/decisions/days-open.js';
import { entitiesIn } from '../../../../src/conversation/reading/entities/entities.js';

const daysOf = (folded: string): number | undefined =>
  daysOpen(entitiesIn(folded, '2026-11-27'), folded)?.days;

describe('Of how many days of a year a message tells', () => {
  const told: [message: string, days: number | undefined][] = [
    ['thang ban 26 ngay', 312],
    ['26 ngay mot thang', 312],
    ['moi thang duoc khoang 20 dem', 240],
    ['thang nghi 4 ngay', 317],
    ['tuan ban 6 ngay', 313],
    ['tuan nghi 2 ngay', 261],
    ['5 ngay/tuan', 261],
    ['nghi chu nhat', 313],
    ['nghi t7 cn', 261],
    ['cuoi tuan em nghi', 261],
    ['tru chu nhat', 313],
    ['ban tu thu 2 den thu 7', 313],
    ['330 ngay', 330],
    ['tre 15 ngay', undefined],
    ['chu nhat em ban dong hon', undefined],
    ['thu bay co lam viec khong', undefined],
  ];
  for (const [message, days] of told)
    it(`“${message}”: ${days ?? 'nothing'}`, () => {
      expect(daysOf(message)).to.equal(days);
    });
});
