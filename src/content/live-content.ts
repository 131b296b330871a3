import type { Clock } from '../shared/clock.js';
import { AppError } from '../shared/errors.js';
import type { Logger } from '../shared/logger.js';
import { vietnameseDay } from '../shared/days.js';
import { checkContent, loadContent } from './load.js';
import { hasErrors, writtenProblem, type Problem } from './problem.js';
import type { Content } from './types.js';
import { currentVersion, type ContentVersion, type ContentVersions } from './versions.js';
import { watchContent } from './watch.js';

/** How often the stored versions are looked at for what another process brought. Milliseconds. */
const FOLLOW_MS = 10_000;

export interface LiveContentDependencies {
  root: string;
  versions: ContentVersions;
  logger: Logger;
  clock: Clock;
  /** Trains on the content and puts it in use. */
  use: (content: Content) => Promise<unknown>;
}

export interface Edit<T> {
  done: T;
  inUse: Promise<void>;
}

export interface LiveContent {
  /** What is wrong with the files as they are now; errors keep the last good version answering. */
  problems(): readonly Problem[];
  /** Whether the files could be looked at the last time; `false`: changes to them do not arrive. */
  watching(): boolean;
  /** Looks at the files now. */
  check(): Promise<void>;
  /**
   * Lets somebody change the files in their own name, for the version. Resolves when the change is written; `inUse` when
   * what holds of it is trained and answers, and never rejects.
   */
  edit<T>(by: string, work: () => Promise<T>): Promise<Edit<T>>;
  stop(): void;
}

/**
 * The content to start with: the files; if they are broken, the version stored last that still passes the checks.
 * Rejects with `CONTENT_BROKEN` when there is neither, and names what is wrong.
 */
export async function startingContent(
  root: string,
  versions: ContentVersions,
  { logger, clock }: Pick<LiveContentDependencies, 'logger' | 'clock'>,
): Promise<Content> {
  const today = vietnameseDay(clock.now());
  const { content, problems } = await loadContent(root, today);
  if (content !== null) return content;
  report(problems, logger);
  const stored = await versions.newest();
  const kept = stored === null ? null : checkedFiles(stored, today);
  if (kept !== null) {
    logger.error(
      { version: kept.version },
      'the content files are broken; answering from the version stored last',
    );
    return kept;
  }
  const first = problems
    .filter(({ severity }) => severity === 'error')
    .slice(0, 10)
    .map(writtenProblem);
  throw new AppError(
    'CONTENT_BROKEN',
    `Nội dung trong intents/ và procedures/ có lỗi:\n${first.join('\n')}`,
    {
      remedy: 'Chạy "npm run content:check" để xem tất cả, sửa rồi khởi động lại.',
    },
  );
}

/** Stores the version in use, watches the files, and follows what other processes on the same database bring. */
export async function keepLive(parts: LiveContentDependencies, live: Content): Promise<LiveContent> {
  const { root, versions, logger, clock, use } = parts;
  const seen = seenOfFiles(logger);
  let used = live.version;
  let stopped = false;
  const editors = editorsAtWork();
  const bring = async (content: Content, by: string | null): Promise<void> => {
    await use(content);
    used = content.version;
    if (by !== null) {
      const version = await currentVersion(root, by, clock.now());
      // The storage closes next; a version that is not in it yet is stored at the next start.
      if (stopped) return;
      await versions.save(version);
    }
    logger.info({ version: content.version }, 'content is in use');
  };
  await keepStarted(parts, live);
  const watcher = watchContent(root, {
    liveVersion: live.version,
    today: () => vietnameseDay(clock.now()),
    onGood: (content) => bring(content, editors.names() ?? 'tệp thay đổi'),
    onLook: seen.looked,
    onProblems: seen.found,
    onError: seen.failed,
  });
  const followOn = () => void followNewest(parts, used, (content) => bring(content, null));
  const follow = setInterval(followOn, FOLLOW_MS).unref();
  return {
    problems: seen.problems,
    watching: seen.watching,
    check: () => watcher.check(),
    edit: (by, work) => editors.edit(by, work, () => watcher.check()),
    stop() {
      stopped = true;
      watcher.stop();
      clearInterval(follow);
    },
  };
}

/** What the last look at the files came to. */
function seenOfFiles(logger: Logger) {
  let problems: readonly Problem[] = [];
  let watching = true;
  return {
    problems: () => problems,
    watching: () => watching,
    looked: (): void => {
      watching = true;
    },
    found: (list: readonly Problem[]): void => {
      problems = list;
      report(list, logger);
    },
    failed: (error: unknown): void => {
      watching = false;
      logger.error({ err: error }, 'the content files could not be read');
    },
  };
}

/** A start is no change: a server whose files are old must not make its version the newest again. */
async function keepStarted({ root, versions, clock }: LiveContentDependencies, live: Content): Promise<void> {
  const onFiles = await currentVersion(root, 'khởi động', clock.now());
  if (onFiles.version === live.version && (await versions.get(onFiles.version)) === null)
    await versions.save(onFiles);
}

/** Who is bringing a change in through the product just now. */
function editorsAtWork() {
  const working: string[] = [];
  return {
    names: () => (working.length === 0 ? null : [...new Set(working)].join(', ')),
    async edit<T>(by: string, work: () => Promise<T>, apply: () => Promise<void>): Promise<Edit<T>> {
      working.push(by);
      const finish = () => void working.splice(working.indexOf(by), 1);
      try {
        const done = await work();
        return { done, inUse: apply().finally(finish) };
      } catch (error) {
        finish();
        throw error;
      }
    },
  };
}

/** A version that was stored after the one in use came from another process: its files have changed, ours have not. */
async function followNewest(
  { versions, logger, clock }: LiveContentDependencies,
  used: string,
  bring: (content: Content) => Promise<void>,
): Promise<void> {
  try {
    await bringNewest({ versions, clock }, used, bring);
  } catch (error) {
    logger.warn({ err: error }, 'the stored content versions could not be read');
  }
}

async function bringNewest(
  { versions, clock }: Pick<LiveContentDependencies, 'versions' | 'clock'>,
  used: string,
  bring: (content: Content) => Promise<void>,
): Promise<void> {
  const newest = (await versions.list(1))[0];
  if (newest === undefined || newest.version === used) return;
  const own = await versions.get(used);
  if (own !== null && own.savedAt >= newest.savedAt) return;
  const stored = await versions.get(newest.version);
  const content = stored === null ? null : checkedFiles(stored, vietnameseDay(clock.now()));
  if (content !== null) await bring(content);
}

function checkedFiles(
  { files, version }: Pick<ContentVersion, 'files' | 'version'>,
  today: string,
): Content | null {
  const inMemory = Object.entries(files).map(([path, text]) => ({ path, text }));
  return checkContent(inMemory, version, today).content;
}

function report(problems: readonly Problem[], logger: Logger): void {
  if (!hasErrors(problems)) return;
  for (const problem of problems.filter(({ severity }) => severity === 'error').slice(0, 20))
    logger.error(writtenProblem(problem));
}
