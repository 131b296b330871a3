import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';

/** How the way out of one Page stands; shown on the health page. `attention`: some replies are refused, others go out. */
export interface SendingState {
  state: 'ready' | 'paused' | 'stopped' | 'attention';
  until?: string;
  reason?: string;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const FIRST_PAUSE_MS = MINUTE_MS;
const MAX_PAUSE_MS = 4 * 60 * MINUTE_MS;
/** While stopped, how long until one single reply is tried, to notice that it is mended: often at first, then seldom. */
const FIRST_PROBE_MS = 30 * SECOND_MS;
const MAX_PROBE_MS = 10 * MINUTE_MS;
/** So many calls in a row without an answer are no accident of a connection. */
const SILENT_AFTER = 8;
/** A refusal that concerns some citizens is told of for so long after it was seen last. */
const ATTENTION_MS = 30 * MINUTE_MS;

interface Closing {
  reason: string;
  /** Facebook answers nothing, which passes by itself; otherwise someone must act. */
  silent: boolean;
  probeMs: number;
  nextProbe: number;
}

/** One pause for the whole Page: rate limits for the time Facebook names or growing waits; a refused token until someone acts. */
export class PageState {
  private pausedUntil = 0;
  private pauseMs = FIRST_PAUSE_MS;
  private closed: Closing | undefined;
  private closings = 0;
  private unanswered = 0;
  private lastSentAt = -Infinity;
  private readonly concerns = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /**
   * Milliseconds since 1970 until which nothing may be sent; `null` when the way is open. While stopped, one caller is let
   * through now and then: that is how the end of it is noticed.
   */
  closedUntil(): number | null {
    const now = this.now();
    if (this.closed === undefined) return this.pausedUntil > now ? this.pausedUntil : null;
    if (now < this.closed.nextProbe) return this.closed.nextProbe;
    this.closed.nextProbe = now + this.closed.probeMs;
    return null;
  }

  /** Which closing of the way a call started after; `wentThrough` wants it back. */
  get opening(): number {
    return this.closings;
  }

  /** @param waitMinutes as Facebook named them, if it did */
  pause(reason: string, waitMinutes: number | undefined): number {
    const waitMs = waitMinutes === undefined ? this.pauseMs : waitMinutes * MINUTE_MS;
    this.pauseMs = Math.min(this.pauseMs * 2, MAX_PAUSE_MS);
    this.pausedUntil = this.now() + waitMs;
    this.closings += 1;
    this.logger.warn({ reason, waitMs }, 'the Page is rate limited: sending pauses');
    return this.pausedUntil;
  }

  /**
   * Alarms once; returns when it is tried again. `gently`: every ten minutes from the start, since calls prolong a block
   * for abuse.
   */
  stop(reason: string, gently = false): number {
    if (this.closed?.silent !== false)
      this.logger.fatal(
        { reason },
        'Facebook refuses the token, the app or the Page: nothing is sent until someone acts',
      );
    return this.close(reason, false, gently ? MAX_PROBE_MS : FIRST_PROBE_MS);
  }

  /** A call got no answer. After some in a row the rest wait, so that not all of them are used up on a Facebook that is silent. */
  noAnswer(): void {
    this.unanswered += 1;
    if (this.unanswered < SILENT_AFTER || this.closed?.silent === false) return;
    if (this.closed === undefined) this.logger.warn('Facebook answers nothing: sending waits');
    this.close('no answer', true, FIRST_PROBE_MS);
  }

  /** A call got an answer, be it a refusal: Facebook is not silent. */
  answered(): void {
    this.unanswered = 0;
    if (this.closed?.silent === true) this.closed = undefined;
  }

  /** Some replies are refused for a reason that someone must look at. Alarms once for each reason until it has not been seen for a while. */
  concern(reason: string): void {
    if (!this.concernedAbout().includes(reason))
      this.logger.fatal(
        { reason },
        'Facebook refuses some replies: they wait until someone has looked at it',
      );
    this.concerns.set(reason, this.now());
  }

  /** A call went through: limits and refusals are over, unless they came while it was under way. */
  wentThrough(opening: number): void {
    this.lastSentAt = this.now();
    this.unanswered = 0;
    if (opening !== this.closings) return;
    if (this.closed !== undefined) this.logger.info('Facebook takes messages again');
    this.closed = undefined;
    this.pausedUntil = 0;
    this.pauseMs = FIRST_PAUSE_MS;
  }

  /** Typing dots: whether an answer can follow them at once. */
  mayAnnounce(): boolean {
    return this.closed === undefined && this.pausedUntil <= this.now();
  }

  /** Whether messages of anyone went through within the last so many milliseconds. */
  sentWithin(milliseconds: number): boolean {
    return this.now() - this.lastSentAt <= milliseconds;
  }

  describe(): SendingState {
    if (this.closed?.silent === false) return { state: 'stopped', reason: this.closed.reason };
    const until = Math.max(this.pausedUntil, this.closed?.nextProbe ?? 0);
    if (this.closed !== undefined || until > this.now())
      return { state: 'paused', until: new Date(until).toISOString() };
    const concerns = this.concernedAbout();
    return concerns.length > 0 ? { state: 'attention', reason: concerns.join(', ') } : { state: 'ready' };
  }

  private close(reason: string, silent: boolean, firstProbeMs: number): number {
    const before = this.closed?.silent === silent ? this.closed.probeMs * 2 : firstProbeMs;
    const longest = silent ? MINUTE_MS : MAX_PROBE_MS;
    const probeMs = Math.min(Math.max(before, firstProbeMs), longest);
    this.closings += 1;
    this.closed = { reason, silent, probeMs, nextProbe: this.now() + probeMs };
    return this.closed.nextProbe;
  }

  private concernedAbout(): string[] {
    for (const [reason, seenAt] of this.concerns)
      if (this.now() - seenAt > ATTENTION_MS) this.concerns.delete(reason);
    return [...this.concerns.keys()];
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
