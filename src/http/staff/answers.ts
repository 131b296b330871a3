import type { Readable } from 'node:stream';
import type { AppError } from '../../shared/errors.js';

/**
 * What a staff handler returns. What went wrong is thrown as an `AppError` with a `status`: the shell shows its message
 * and remedy as a page, or as JSON below `/api/`.
 */
export type StaffAnswer = PageAnswer | RedirectAnswer | FileAnswer | JsonAnswer | StreamAnswer;

export interface PageAnswer {
  kind: 'page';
  /** Path of the template below `views/`, without `.eta`. */
  template: string;
  title: string;
  /** What the template finds in `it`, besides `it.csrf`, `it.account`, `it.is('editor', …)` (whether the account is one of these) and `it.format`. */
  data: Readonly<Record<string, unknown>>;
  /** 200 unless told. */
  status?: number;
  /** Style sheets and module scripts of this page, besides the shell's own: paths of files in `public/`. */
  styles?: readonly string[];
  scripts?: readonly string[];
}

/** Shown once, on the next page. */
export interface Flash {
  tone: 'good' | 'bad';
  text: string;
}

export interface RedirectAnswer {
  kind: 'redirect';
  /** Below `/quan-tri` when it begins with `/`, otherwise a whole address. */
  to: string;
  flash?: Flash;
  cookies?: readonly CookieChange[];
}

export interface CookieChange {
  name: string;
  /** `null` deletes it. */
  value: string | null;
  /** Gone with the browser unless told. */
  maxAgeSeconds?: number;
}

export interface FileAnswer {
  kind: 'file';
  /** As it is saved: `thong-ke-2026-11.xlsx`. */
  name: string;
  type: string;
  body: Readable | Buffer | string;
}

export interface JsonAnswer {
  kind: 'json';
  body: unknown;
  status?: number;
}

/** Server-sent events: the browser is told each time `look` comes to something else, until a minute is over; it asks again then. */
export interface StreamAnswer {
  kind: 'stream';
  look: () => Promise<unknown>;
  closing: AbortSignal;
}

export const stream = (look: StreamAnswer['look'], closing: AbortSignal): StreamAnswer => ({
  kind: 'stream',
  look,
  closing,
});

export const page = (
  template: string,
  title: string,
  data: Readonly<Record<string, unknown>> = {},
  options: Pick<PageAnswer, 'status' | 'styles' | 'scripts'> = {},
): PageAnswer => ({ kind: 'page', template, title, data, ...options });

export const redirect = (
  to: string,
  flash?: Flash,
  cookies: readonly CookieChange[] = [],
): RedirectAnswer => ({ kind: 'redirect', to, cookies, ...(flash === undefined ? {} : { flash }) });

export const file = (name: string, type: string, body: FileAnswer['body']): FileAnswer => ({
  kind: 'file',
  name,
  type,
  body,
});

export const json = (body: unknown, status = 200): JsonAnswer => ({ kind: 'json', body, status });

/** What a page shows above a form that was not taken. */
export function complaintOf(error: AppError | undefined): { message: string; remedy: string } | null {
  return error === undefined ? null : { message: error.message, remedy: error.remedy ?? '' };
}
