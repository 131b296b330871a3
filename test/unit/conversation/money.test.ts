import { expect } from 'chai';
import { plainNumbers } from '../../../src/conversation/reading/entities/entities.js';
import { writtenMoney } from '../../../src/content/decisions/engine/written.js';
import { moneyEntities } from '../../../src/conversation/reading/entities/money.js';
import { fold } from '../../../src/shared/fold.js';

describe('sums of money as citizens write them', () => {
  const sums: [string, number | undefined][] = [
    ['nhà 2ty5 nộp bao nhiêu', 2_500_000_000],
    ['bán 2,5 tỷ', 2_500_000_000],
    ['bán nhà 1t5', 1_500_000_000],
    ['mua đất 1,2t', 1_200_000_000],
    ['cầm về 200 triệu sau thuế', 200_000_000],
    ['có nên lên công ty không', undefined],
    ['thứ 5 t5 nộp được không', undefined],
    ['1 tỷ 200', 1_200_000_000],
    ['1 tỷ 200tr', 1_200_000_000],
    ['2 tỷ rưỡi', 2_500_000_000],
    ['lương 15tr5', 15_500_000],
    ['500k', 500_000],
    ['15.500.000', 15_500_000],
    ['30 triệu 2 người phụ thuộc', 30_000_000],
    ['nợ 10 triệu 30 ngày', 10_000_000],
    ['30/4/2026 nộp 5 tỷ', 5_000_000_000],
    ['tháng 35 củ', 35_000_000],
    ['quý 3 nộp khi nào', undefined],
    ['hạn 30/4', undefined],
    // Words that begin like something counted ("đơn", "căn", "ca") take no part of a sum away.
    ['9 phòng mỗi phòng 1tr3 đóng thuế răng', 1_300_000],
    ['nhà 1 tỷ 2 đóng thuế nhiêu', 1_200_000_000],
    ['bán 1 tỷ 2 cho con gái', 1_200_000_000],
    ['doanh thu 1 tỷ 2 cả năm', 1_200_000_000],
    ['doanh thu 1 tỷ 2 năm nay', 1_200_000_000],
    ['bán 3tr5 ngày', 3_500_000],
    ['lương 35tr 2 con', 35_000_000],
    ['xe 650 triệu 7 chỗ', 650_000_000],
    ['2 triệu 3 căn', 2_000_000],
    ['nhà 1 tỏi rưỡi', 1_500_000_000],
    ['bán 2 tỏi đóng thuế nhiêu', 2_000_000_000],
    ['nhà 1tỏi2', 1_200_000_000],
    ['từ 2 tới 3 tỷ', undefined],
    ['ngày 2 tới đóng thuế', undefined],
  ];
  for (const [written, dong] of sums) {
    it(`reads ${dong === undefined ? 'no sum' : writtenMoney(dong)} in “${written}”`, () => {
      expect(moneyEntities(plainNumbers(fold(written)))[0]?.amount).to.equal(dong);
    });
  }
});
