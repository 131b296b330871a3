import { performance } from 'node:perf_hooks';
import type { Logger } from '../../shared/logger.js';
import { AppError } from '../../shared/errors.js';

/** For so long a write that went through vouches for the next one, milliseconds. */
const VOUCHES_MS = 1000;

/** Whether the storage takes writes, as its last write showed. */
export class Writability {
  private refused: string | undefined;
  private lastWrite = Number.NEGATIVE_INFINITY;

  constructor(private readonly logger: Logger) {}

  /** Why the last write was refused; `undefined` when it was not. */
  get refusal(): string | undefined {
    return this.refused;
  }

  /** A write went through so lately that the next one may be counted on. */
  get isSure(): boolean {
    return this.refused === undefined && performance.now() - this.lastWrite < VOUCHES_MS;
  }

  wrote(): void {
    this.lastWrite = performance.now();
    if (this.refused === undefined) return;
    this.refused = undefined;
    this.logger.info('the storage takes writes again');
  }

  /** The error that tells the caller; alarms once. */
  failed(cause: unknown): AppError {
    const reason = reasonOf(cause);
    if (this.refused === undefined)
      this.logger.fatal({ reason }, 'the storage takes no writes: nothing comes in and nothing is sent');
    this.refused = reason;
    return new AppError('STORE_UNWRITABLE', `the storage cannot be written to (${reason})`, {
      status: 503,
      remedy: 'Kiểm tra chỗ trống và quyền ghi của thư mục dữ liệu (DATA_DIR).',
      cause,
    });
  }
}

/** `ENOSPC`, `EACCES` …: messages may name files and hosts. */
function reasonOf(cause: unknown): string {
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
}
