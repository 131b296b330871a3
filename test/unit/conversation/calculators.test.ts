import { expect } from 'chai';
import { houseTransferCost } from '../../../src/conversation/calculators/house-transfer.js';
import { daysLate, lateInterest } from '../../../src/conversation/calculators/late-interest.js';
import { RatesUsed } from '../../../src/conversation/calculators/rates.js';
import { salaryTax } from '../../../src/conversation/calculators/salary.js';
import { Citizen } from '../../support/citizen.js';
import { SAMPLE_CONTENT, sampleKnowledge } from '../../support/sample-content.js';

const TODAY = '2026-11-23';
const rates = (day = TODAY) => new RatesUsed(SAMPLE_CONTENT, day);

describe('sums worked out by hand', () => {
  it('interest for late payment is 0.03 % of the sum for each day', () => {
    const interest = (sum: number, days: number) => lateInterest(rates(), sum, days)?.interest;
    expect(interest(10_000_000, 20)).to.be.closeTo(60_000, 0.01);
    expect(interest(25_400_000, 45)).to.be.closeTo(342_900, 0.01);
    expect(interest(1_234_567, 7)).to.be.closeTo(2_592.59, 0.01);
  });

  it('the days late are those from the deadline to today', () => {
    expect(daysLate('hạn 31/10', TODAY)).to.equal(23);
    expect(daysLate('từ 31/3/2026', TODAY)).to.equal(237);
    expect(daysLate('trễ 2 tháng', TODAY)).to.equal(60);
  });

  it('selling a house costs the seller 2 % and the buyer 0.5 %, the fee no more than 500 million', () => {
    expect(houseTransferCost(rates(), 1_500_000_000)).to.include({ incomeTax: 30_000_000, fee: 7_500_000 });
    expect(houseTransferCost(rates(), 850_000_000)).to.include({ incomeTax: 17_000_000, fee: 4_250_000 });
    expect(houseTransferCost(rates(), 120_000_000_000)).to.include({
      incomeTax: 2_400_000_000,
      fee: 500_000_000,
      feeCapped: true,
    });
  });

  it('salary tax is taken in brackets of what insurance and deductions leave', () => {
    // 22 − 2.31 − 15.5 − 6.2 < 0
    expect(salaryTax(rates(), 22_000_000, 1)).to.include({ taxable: 0, tax: 0 });
    // 60 − 6.3 − 15.5 − 2 × 6.2 = 25.8; 10 × 5 % + 15.8 × 10 % = 2.08
    const two = salaryTax(rates(), 60_000_000, 2);
    expect(two?.taxable).to.be.closeTo(25_800_000, 0.01);
    expect(two?.tax).to.be.closeTo(2_080_000, 0.01);
    // 150 − 15.75 − 15.5 − 6.2 = 112.55; 0.5 + 2 + 6 + 12 + 12.55 × 35 % = 24.8925
    const high = salaryTax(rates(), 150_000_000, 1);
    expect(high?.taxable).to.be.closeTo(112_550_000, 0.01);
    expect(high?.tax).to.be.closeTo(24_892_500, 0.01);
  });

  it('nothing is calculated for a day before the rates hold', () => {
    expect(salaryTax(rates('2025-12-31'), 30_000_000, 0)).to.equal(undefined);
    expect(lateInterest(rates('2025-12-31'), 1_000_000, 1)).to.equal(undefined);
  });
});

describe('what is said beside a sum', () => {
  it('since when the rates hold, and that it is an estimate', async () => {
    const screen = await new Citizen(sampleKnowledge()).say('lương 22 triệu 1 con nộp thuế nhiêu');
    expect(screen)
      .to.match(/mức áp dụng từ 01\/01\/2026/)
      .and.match(/Chỉ là ước tính/);
  });

  it('who is spared the tax on a house, and that a sale within the family still costs the fee', async () => {
    expect(await new Citizen(sampleKnowledge()).say('bán nhà 2ty5 nộp bao nhiêu thuế'))
      .to.match(/anh chị em ruột/)
      .and.match(/183 ngày/)
      .and.match(/trước bạ thì mua bán giữa người thân vẫn nộp/);
  });
});
