import { writtenMoney } from '../../content/decisions/engine/written.js';
import type { Fact, FactValue, MoneyPart } from '../../content/decisions/types.js';
import { DAYS_OF_A_YEAR, moneyParts } from '../decisions/money-parts.js';
import { say, type Speaker } from './say.js';

/** How a converted sum is acknowledged, in the fact's own sentence: "4 triệu một ngày là khoảng 1,46 tỷ một năm". */
export function sayConverted(speaker: Speaker, fact: Fact, value: FactValue): string | undefined {
  if (value.kind !== 'money') return undefined;
  const told = moneyParts(value).map((part) => writtenPart(speaker, part, fact));
  return fact.acknowledge?.replace('{told}', told.join(' + ')).replace('{value}', writtenMoney(value.amount));
}

function writtenPart(
  speaker: Speaker,
  { amount, period, times, days, months }: MoneyPart,
  fact: Fact,
): string {
  const over = period ?? fact.unsaid ?? fact.period;
  const sum = writtenMoney(amount);
  const each = over === undefined ? sum : say(speaker, `label_sum_per_${over}`, { sum });
  const counted =
    times === undefined ? each : say(speaker, 'label_sum_times', { times: String(times), sum: each });
  // A year of days is a guess: it is said which.
  const wholeYear =
    over === 'day' && fact.period === 'year' && months === undefined ? DAYS_OF_A_YEAR : undefined;
  const during = days ?? wholeYear;
  if (during !== undefined)
    return say(speaker, 'label_sum_during_days', { sum: counted, days: String(during) });
  if (months === undefined) return counted;
  return say(speaker, 'label_sum_during_months', { sum: counted, months: String(months) });
}
