import { createHash } from 'node:crypto';
import type { ContentFile } from './source-file.js';

/** What an office took over from us, kept in its own folder: a file's path and the SHA-256 (hex) of its text then. */
export type Origin = Readonly<Record<string, string>>;

/** Files whose content is a place's own: an office writes them itself, so our later changes of them are not offered. */
export const LOCAL_FILES: readonly string[] = [
  'procedures/shared/offices.yml',
  'procedures/shared/contacts.yml',
  'procedures/shared/calendar.yml',
  'procedures/shared/holidays.yml',
  'procedures/shared/promises.yml',
  'procedures/shared/season.yml',
];

/**
 * `take`: only we changed it. `both`: the office changed it too, somebody has to read both. `new`: we added it.
 * `gone`: we removed it.
 */
export type OriginChange = 'take' | 'both' | 'new' | 'gone';

export interface Compared {
  path: string;
  change: OriginChange;
}

export function originOf(files: readonly ContentFile[]): Origin {
  return Object.fromEntries(files.map(({ path, text }) => [path, digest(text)]));
}

/** Our changes since the office took the files over, by path; what is a place's own is left out. */
export function changesSince(
  origin: Origin,
  ours: readonly ContentFile[],
  theirs: readonly ContentFile[],
): Compared[] {
  const local = new Map(theirs.map(({ path, text }) => [path, digest(text)]));
  const now = new Map(ours.map(({ path, text }) => [path, digest(text)]));
  const paths = [...new Set([...now.keys(), ...Object.keys(origin)])].filter(
    (path) => !LOCAL_FILES.includes(path),
  );
  return paths.sort().flatMap((path) => {
    const change = changeOf(origin[path], now.get(path), local.get(path));
    return change === undefined ? [] : [{ path, change }];
  });
}

function changeOf(before?: string, ours?: string, theirs?: string): OriginChange | undefined {
  if (ours === before || ours === theirs) return undefined;
  if (ours === undefined) return theirs === undefined ? undefined : 'gone';
  if (before === undefined) return theirs === undefined ? 'new' : 'both';
  return theirs === before ? 'take' : 'both';
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
