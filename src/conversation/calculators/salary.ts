import { fold } from '../../shared/fold.js';
import type { RatesUsed } from './rates.js';

export interface SalaryTax {
  insurance: number;
  insurancePercent: number;
  self: number;
  dependants: number;
  /** What is left to be taxed in the month; 0 when the deductions are higher. */
  taxable: number;
  tax: number;
  steps: { from: number; to: number; percent: number; tax: number }[];
}

/** Monthly income tax on a salary in đồng, insurance taken on the whole of it. */
export function salaryTax(rates: RatesUsed, salary: number, dependants: number): SalaryTax | undefined {
  const [self, each, insurancePercent] = [
    rates.value('deduction-self'),
    rates.value('deduction-dependant'),
    rates.value('insurance-employee'),
  ];
  if (self === undefined || each === undefined || insurancePercent === undefined) return undefined;
  const insurance = (salary * insurancePercent) / 100;
  const taxable = Math.max(0, salary - insurance - self - each * dependants);
  const steps = bracketsOf(rates, taxable);
  if (steps === undefined) return undefined;
  const tax = steps.reduce((sum, step) => sum + step.tax, 0);
  return { insurance, insurancePercent, self, dependants: each * dependants, taxable, tax, steps };
}

/** Brackets 1, 2, … until one has no upper limit. */
function bracketsOf(rates: RatesUsed, taxable: number): SalaryTax['steps'] | undefined {
  const steps: SalaryTax['steps'] = [];
  let from = 0;
  for (let number = 1; ; number += 1) {
    const percent = rates.value(`pit-bracket-${number}-rate`);
    if (percent === undefined) return undefined;
    const to = rates.value(`pit-bracket-${number}-limit`) ?? Infinity;
    const part = Math.max(0, Math.min(taxable, to) - from);
    if (part > 0) steps.push({ from, to, percent, tax: (part * percent) / 100 });
    if (taxable <= to) return steps;
    from = to;
  }
}

/** "2 con", "1 npt", "không có người phụ thuộc"; `undefined` when nothing is said. */
export function dependantsIn(text: string): number | undefined {
  const folded = fold(text);
  const counted = /(\d{1,2})\s*(?:npt|con\b|nguoi phu thuoc|dua\b|chau\b|nguoi\b)/.exec(folded)?.[1];
  if (counted !== undefined) return Number(counted);
  const words: Record<string, number> = { mot: 1, hai: 2, ba: 3, bon: 4 };
  const word = /\b(mot|hai|ba|bon)\s+(?:npt|con\b|nguoi phu thuoc|dua\b|chau\b)/.exec(folded)?.[1];
  if (word !== undefined) return words[word];
  return /\b(khong|ko|k|chua)\s+(co\s+)?(npt|con|nguoi phu thuoc|ai)\b|^\s*khong/.test(folded)
    ? 0
    : undefined;
}
