import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';

/** How the way out of one Page stands; shown on the health page. */
export interface SendingState {
  state: 'ready' | 'paused' | 'stopped';
  until?: string;
  reason?: string;
}

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 4 * 60 * 60 * 1000;
/** While stopped, how long until one single reply is tried, to notice that the block has ended. */
const PROBE_MS = 10 * 60_000;

/** One pause for the whole Page: rate limits for the time Facebook names or growing waits; a refused token until someone acts. */
export class PageState {
  private pausedUntil = 0;
  private pauseMs = FIRST_PAUSE_MS;
  private stoppedFor: string | undefined;
  private nextProbe = 0;
  private closings = 0;

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Milliseconds since 1970 until which nothing may be sent; `null` when the way is open. While stopped, one caller every
   * ten minutes is let through: that is how the end of a block is noticed.
   */
  closedUntil(): number | null {
    const now = this.clock.now().getTime();
    if (this.stoppedFor === undefined) return this.pausedUntil > now ? this.pausedUntil : null;
    if (now < this.nextProbe) return this.nextProbe;
    this.nextProbe = now + PROBE_MS;
    return null;
  }

  /** Which closing of the way a call started after; `wentThrough` wants it back. */
  get opening(): number {
    return this.closings;
  }

  /** @param waitMinutes as Facebook named them, if it did */
  pause(reason: string, waitMinutes: number | undefined): number {
    const waitMs = waitMinutes === undefined ? this.pauseMs : waitMinutes * 60_000;
    this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
    this.pausedUntil = this.clock.now().getTime() + waitMs;
    this.closings += 1;
    this.logger.warn({ reason, waitMs }, 'the Page is rate limited: sending pauses');
    return this.pausedUntil;
  }

  /** Alarms once. */
  stop(reason: string): number {
    if (this.stoppedFor === undefined)
      this.logger.fatal(
        { reason },
        'Facebook refuses the token or the Page: nothing is sent until someone acts',
      );
    this.stoppedFor = reason;
    this.closings += 1;
    this.nextProbe = this.clock.now().getTime() + PROBE_MS;
    return this.nextProbe;
  }

  /** A call went through: limits and refusals are over, unless they came while it was under way. */
  wentThrough(opening: number): void {
    if (opening !== this.closings) return;
    if (this.stoppedFor !== undefined) this.logger.info('Facebook takes messages again');
    this.stoppedFor = undefined;
    this.pausedUntil = 0;
    this.pauseMs = FIRST_PAUSE_MS;
  }

  describe(): SendingState {
    if (this.stoppedFor !== undefined) return { state: 'stopped', reason: this.stoppedFor };
    if (this.pausedUntil > this.clock.now().getTime())
      return { state: 'paused', until: new Date(this.pausedUntil).toISOString() };
    return { state: 'ready' };
  }
}
