import { vietnameseDay } from '../shared/days.js';
import type { Clock } from '../shared/clock.js';
import type { CitizenEvent } from './types.js';

/** What is answered, and so can be too much. */
const COUNTED: readonly CitizenEvent['kind'][] = ['text', 'button', 'attachment', 'referral'];
/** More citizens than this in one day are no longer counted one by one. */
const MAX_CITIZENS = 200_000;

interface Today {
  count: number;
  /** The event that is answered with the request to go on tomorrow. */
  toldAt?: string;
}

/**
 * How many messages of one citizen are taken in a day (Vietnam). The first beyond it is marked, so that it is answered
 * with a sentence; later ones of the day are left out. Counted in memory: a restart begins anew.
 */
export class DailyAllowance {
  private day = '';
  private citizens = new Map<string, Today>();

  constructor(
    private readonly perCitizen: number,
    private readonly clock: Clock,
  ) {}

  /** What of these events is to be stored. An event that comes again because it could not be stored is treated alike. */
  taken(events: readonly CitizenEvent[]): CitizenEvent[] {
    const day = vietnameseDay(this.clock.now());
    if (day !== this.day) this.citizens = new Map();
    this.day = day;
    return events.flatMap((event) => this.take(event));
  }

  private take(event: CitizenEvent): CitizenEvent[] {
    if (!COUNTED.includes(event.kind)) return [event];
    const today = this.citizens.get(event.conversationId) ?? { count: 0 };
    if (this.citizens.size < MAX_CITIZENS) this.citizens.set(event.conversationId, today);
    today.count += 1;
    if (today.count <= this.perCitizen) return [event];
    today.toldAt ??= event.key;
    return today.toldAt === event.key ? [{ ...event, overAllowance: true }] : [];
  }
}
