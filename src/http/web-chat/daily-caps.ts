import { vietnameseDay } from '../../shared/days.js';
import type { Clock } from '../../shared/clock.js';
import { say } from '../../conversation/wording/say.js';
import { CitizenError } from '../citizen-error.js';

/** Messages a day (Vietnam). */
export interface DailyCaps {
  everyone: number;
  perAddress: number;
}

export const DAILY_CAPS: DailyCaps = { everyone: 50_000, perAddress: 5000 };

/** What one day may bring to the web chat, so that a stranger with many sessions can't fill the storage. */
export class DailyCount {
  private day = '';
  private total = 0;
  private addresses = new Map<string, number>();

  constructor(
    private readonly caps: DailyCaps,
    private readonly clock: Clock,
  ) {}

  /** Counts one message. Throws `TOO_MANY_TODAY` (429) when it is one too many. There are never more addresses than messages. */
  take(address: string): void {
    const day = vietnameseDay(this.clock.now());
    if (day !== this.day) {
      this.day = day;
      this.total = 0;
      this.addresses = new Map();
    }
    const own = this.addresses.get(address) ?? 0;
    if (this.total >= this.caps.everyone || own >= this.caps.perAddress) throw tooManyToday();
    this.total += 1;
    this.addresses.set(address, own + 1);
  }
}

function tooManyToday(): CitizenError {
  return new CitizenError('TOO_MANY_TODAY', { status: 429, words: (to) => say(to, 'refused_day_full') });
}
