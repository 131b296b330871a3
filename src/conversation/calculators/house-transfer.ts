import type { RatesUsed } from './rates.js';

export interface HouseTransferCost {
  incomeTax: number;
  incomeTaxPercent: number;
  fee: number;
  feePercent: number;
  /** The fee reached its limit per transfer. */
  feeCapped: boolean;
}

/** The seller's income tax and the buyer's registration fee on a price in đồng. */
export function houseTransferCost(rates: RatesUsed, price: number): HouseTransferCost | undefined {
  const incomeTaxPercent = rates.value('pit-house-transfer');
  const feePercent = rates.value('registration-fee-house');
  if (incomeTaxPercent === undefined || feePercent === undefined) return undefined;
  const limit = rates.value('registration-fee-house-limit') ?? Infinity;
  const fee = (price * feePercent) / 100;
  return {
    incomeTax: (price * incomeTaxPercent) / 100,
    incomeTaxPercent,
    fee: Math.min(fee, limit),
    feePercent,
    feeCapped: fee > limit,
  };
}
