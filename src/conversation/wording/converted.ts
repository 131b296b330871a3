import { writtenMoney } from '../../content/decisions/engine/written.js';
import type { Fact, FactValue, MoneyPart } from '../../content/decisions/types.js';
import { daysCounted, moneyParts, monthsCounted } from '../decisions/money-parts.js';
import { say, type Speaker } from './say.js';

/** How a converted sum is acknowledged, in the fact's own sentence: "4 triệu một ngày là khoảng 1,46 tỷ một năm". */
export function sayConverted(speaker: Speaker, fact: Fact, value: FactValue): string | undefined {
  if (value.kind !== 'money') return undefined;
  const told = moneyParts(value).map((part) => writtenPart(speaker, part, fact));
  return fact.acknowledge?.replace('{told}', told.join(' + ')).replace('{value}', writtenMoney(value.amount));
}

function writtenPart(speaker: Speaker, part: MoneyPart, fact: Fact): string {
  const { amount, period, times, days, months, off } = part;
  const over = period ?? fact.unsaid ?? fact.period;
  const sum = writtenMoney(amount);
  const each = over === undefined ? sum : say(speaker, `label_sum_per_${over}`, { sum });
  const counted =
    times === undefined ? each : say(speaker, 'label_sum_times', { times: String(times), sum: each });
  // A year of days is a guess: it is said which.
  if (days !== undefined || (over === 'day' && fact.period === 'year'))
    return say(speaker, 'label_sum_during_days', { sum: counted, days: String(daysCounted(part)) });
  if ((months ?? off) === undefined) return counted;
  const during = String(monthsCounted(part)).replace('.', ',');
  return say(speaker, 'label_sum_during_months', { sum: counted, months: during });
}
