import { rateOn } from '../../content/rates.js';
import type { Content, Rate } from '../../content/types.js';

/** The rates a calculation took, so that every sum shows on what it rests. */
export class RatesUsed {
  private readonly taken = new Map<string, Rate>();

  constructor(
    private readonly content: Content,
    /** The day the calculation is for, YYYY-MM-DD. */
    private readonly day: string,
  ) {}

  /** The value in force on the day; `undefined` when staff have none, so that nothing is calculated from a guess. */
  value(id: string): number | undefined {
    const rate = rateOn(this.content.rates, id, this.day);
    if (rate !== undefined) this.taken.set(id, rate);
    return rate?.value;
  }

  /** Each basis once, since when all of these rates hold, and the oldest date on which one of them was checked. */
  basis(): { documents: string[]; since: string; checkedOn: string } {
    const rates = [...this.taken.values()];
    return {
      documents: [...new Set(rates.map(({ basis }) => basis))],
      since:
        rates
          .map(({ from }) => from)
          .sort()
          .at(-1) ?? '',
      checkedOn: rates.map(({ checkedOn }) => checkedOn).sort()[0] ?? '',
    };
  }
}
