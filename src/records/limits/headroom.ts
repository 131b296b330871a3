import { constants, PerformanceObserver, performance, type NodeGCPerformanceDetail } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { AppError } from '../../shared/errors.js';
import type { Logger } from '../../shared/logger.js';

interface HeadroomLimits {
  /** Nothing more is taken in when less is free on the disk of the data directory, bytes; at most a twentieth of the disk. */
  minFreeDisk: number;
  /** Nothing more is taken in when what is really in use of the heap is more than this share of its limit, 0 to 1. */
  mostHeap: number;
}

export interface Headroom {
  /** Throws `STORE_FULL` (503) while nothing more is to be taken in. What was taken in is still answered. */
  check(): void;
  /** What is short now. */
  shortOf(): 'disk' | 'heap' | null;
}

export interface HeadroomDependencies {
  limits: HeadroomLimits;
  /** Of the data directory; `undefined` where a database has the data. */
  space?: () => { free: number; size: number };
  /** What the last full garbage collection left, and the most there may be; bytes. */
  heap?: () => { used: number; limit: number };
  logger: Logger;
}

const DISK_LOOK_MS = 1000;
/** Taking in begins again with this much more room than the limit, so that it does not flap. */
const RELIEF = 0.05;

/** Refuses what comes in before the disk or the memory is full, while there is room to answer what waits. */
export function createHeadroom({
  limits,
  space,
  heap = heapInUse(),
  logger,
}: HeadroomDependencies): Headroom {
  let short: 'disk' | 'heap' | null = null;
  let diskShort = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const isDiskShort = (): boolean => {
    if (space === undefined || performance.now() - lookedAt < DISK_LOOK_MS) return diskShort;
    lookedAt = performance.now();
    const { free, size } = space();
    const floor = Math.min(limits.minFreeDisk, size / 20);
    return (diskShort = free < floor * (short === 'disk' ? 1 + RELIEF : 1));
  };
  const isHeapShort = (): boolean => {
    const { used, limit } = heap();
    return used > limit * (limits.mostHeap - (short === 'heap' ? RELIEF : 0));
  };
  const shortOf = (): 'disk' | 'heap' | null => {
    const now = isHeapShort() ? 'heap' : isDiskShort() ? 'disk' : null;
    if (now !== short) tell(logger, now, short);
    short = now;
    return now;
  };
  return {
    shortOf,
    check() {
      const what = shortOf();
      if (what === null) return;
      throw new AppError('STORE_FULL', `no more is taken in: short of ${what}`, {
        status: 503,
        remedy: what === 'disk' ? 'Giải phóng đĩa chứa DATA_DIR.' : 'Chuyển sang MongoDB (MONGODB_URI).',
      });
    },
  };
}

function tell(logger: Logger, now: string | null, before: string | null): void {
  if (now !== null)
    logger.fatal({ shortOf: now }, 'nothing more is taken in until there is room; what waits is answered');
  else logger.info({ wasShortOf: before }, 'there is room again');
}

/** What is in use includes what nobody needs any more, so it is read right after a full collection. */
function heapInUse(): () => { used: number; limit: number } {
  let used = 0;
  const observer = new PerformanceObserver((list) => {
    const full = list
      .getEntries()
      .some(({ detail }) => (detail as NodeGCPerformanceDetail).kind === constants.NODE_PERFORMANCE_GC_MAJOR);
    if (full) used = getHeapStatistics().used_heap_size;
  });
  observer.observe({ entryTypes: ['gc'] });
  const limit = getHeapStatistics().heap_size_limit;
  return () => ({ used, limit });
}
