import { performance } from 'node:perf_hooks';
import type { Logger } from '../../../shared/logger.js';
import { rewriteRun } from './rewrite-run.js';
import { runsToRewrite, SEGMENT_BYTES, type Segment } from './segment.js';
import type { SegmentedLog } from './segmented-log.js';

/** When outdated lines go, milliseconds after the first of a file came in. */
export interface CleaningTimes {
  /** From a file that is fresh: what a citizen just wrote, and what it became. */
  freshMs: number;
  /** From a file of documents that had been left alone: several changes are waited for. */
  settledMs: number;
}

const CLEANING_TIMES: CleaningTimes = { freshMs: 2000, settledMs: 20_000 };

const LOOK_MS = 500;
/** After the disk refused, in which nothing is tried. */
const AFTER_FAILURE_MS = 10_000;

/**
 * Drops outdated lines from the files of all collections, one file at a time, so that what was deleted or has been
 * answered is gone from the disk soon, and what files hold beyond the living documents stays small.
 */
export class LogCleaner {
  private readonly logs = new Set<SegmentedLog>();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> = Promise.resolve();
  private stopped = false;
  private failing = false;

  constructor(
    private readonly logger: Logger,
    private readonly times: CleaningTimes = CLEANING_TIMES,
  ) {}

  /** This log has outdated lines. */
  readonly dirty = (log: SegmentedLog): void => {
    this.logs.add(log);
    this.lookIn(LOOK_MS);
  };

  /** Rewrites what is outdated now, whatever its age, for at most this long; then does nothing more. */
  async stop(mostMs: number): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.working;
    const until = performance.now() + mostMs;
    await this.clean(() => true, until);
  }

  /** Rewrites everything that is outdated now, whatever its age. For commands and tests. */
  async now(): Promise<void> {
    this.working = this.working.then(() => this.clean(() => true, Number.POSITIVE_INFINITY));
    await this.working;
  }

  private lookIn(milliseconds: number): void {
    if (this.stopped || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.working = this.working.then(async () => {
        await this.clean((segment) => this.isDue(segment), Number.POSITIVE_INFINITY);
        this.timer = undefined;
        if (this.logs.size > 0) this.lookIn(this.failing ? AFTER_FAILURE_MS : LOOK_MS);
      });
    }, milliseconds);
    this.timer.unref();
  }

  private isDue({ settled, dirtySince = Number.POSITIVE_INFINITY }: Segment): boolean {
    return performance.now() - dirtySince >= (settled ? this.times.settledMs : this.times.freshMs);
  }

  private async clean(isDue: (segment: Segment) => boolean, until: number): Promise<void> {
    for (const log of [...this.logs]) {
      try {
        await cleanLog(log, isDue, until);
        this.failing = false;
      } catch (error) {
        if (!this.failing)
          this.logger.error(
            { err: error },
            'outdated lines could not be dropped from a data file; trying again',
          );
        this.failing = true;
        return;
      }
      if (!log.segments.some(({ dirtySince }) => dirtySince !== undefined)) this.logs.delete(log);
    }
  }
}

async function cleanLog(
  log: SegmentedLog,
  isDue: (segment: Segment) => boolean,
  until: number,
): Promise<void> {
  if (log.tail.dirtySince !== undefined && isDue(log.tail)) log.rotate();
  settle(log);
  for (const run of runsToRewrite(
    log.segments,
    (segment) => segment.dirtySince !== undefined && isDue(segment),
  )) {
    if (performance.now() >= until) return;
    await rewriteRun(log, run);
  }
}

/** Files that were filled and left are not fresh any more. */
function settle({ segments, tail }: SegmentedLog): void {
  for (const segment of segments) segment.settled ||= segment !== tail && segment.bytes >= SEGMENT_BYTES;
}
