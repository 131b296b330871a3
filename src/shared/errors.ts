/**
 * An error the product foresaw. `code` is stable and safe to log; `message` says what happened and `remedy` what to do,
 * in the language of whoever reads it (Vietnamese for citizens and staff). Neither ever holds a secret or personal data.
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly options: { remedy?: string; status?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
  }

  get remedy(): string | undefined {
    return this.options.remedy;
  }

  /** The HTTP status that answers a request which met this error. */
  get status(): number {
    return this.options.status ?? 500;
  }
}
