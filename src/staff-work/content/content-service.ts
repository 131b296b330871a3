import { vietnameseDay } from '../../shared/days.js';
import { dueForReview, type DueForReview } from '../../content/freshness.js';
import { inReadingOrder, type Problem } from '../../content/problem.js';
import type { LiveContent } from '../../content/live-content.js';
import type { Content } from '../../content/types.js';
import {
  currentVersion,
  rollback,
  type ContentVersion,
  type ContentVersions,
} from '../../content/versions.js';
import type { Clock } from '../../shared/clock.js';
import type { BookingList } from '../ports.js';
import { bookingsLost, CALENDAR, lostBookings, type LostBooking } from './lost-bookings.js';

export interface ContentServiceDependencies {
  root: string;
  versions: ContentVersions;
  problems: () => readonly Problem[];
  content: () => Content;
  edit: LiveContent['edit'];
  bookings: BookingList;
  clock: Clock;
}

interface FileChange {
  path: string;
  change: 'added' | 'changed' | 'removed';
}

interface ContentHealth {
  problems: Problem[];
  /** Due within `DUE_SOON_DAYS`; `dueOn` before `today` is overdue. */
  due: DueForReview[];
  today: string;
  inUse: string;
  counts: { procedures: number; intents: number; examples: number };
  versions: Omit<ContentVersion, 'files'>[];
}

interface VersionChanges {
  version: Omit<ContentVersion, 'files'>;
  /** Against the version stored before it; `null` for the oldest that is kept. */
  since: FileChange[] | null;
  /** What going back to it would change in the files as they are. */
  goingBack: FileChange[];
  inUse: boolean;
  /** Booked times that its calendar does not have. */
  lost: LostBooking[];
}

export interface ContentService {
  health(): Promise<ContentHealth>;
  changes(version: string): Promise<VersionChanges | null>;
  /**
   * Writes the files of the version and brings them into use; resolves to how many files changed. Throws `BOOKINGS_LOST`
   * for bookings that would disappear unless `seen`: the officer was told of them.
   */
  rollBack(version: string, by: string, seen: boolean): Promise<number>;
}

const DUE_SOON_DAYS = 30;
const VERSIONS_SHOWN = 20;

export function createContentService(parts: ContentServiceDependencies): ContentService {
  const { root, versions, clock } = parts;
  return {
    health: () => health(parts),

    async changes(id) {
      const stored = await versions.get(id);
      if (stored === null) return null;
      const { version, savedAt, by, files } = stored;
      const list = await versions.list(VERSIONS_SHOWN * 5);
      const before = list[list.findIndex((one) => one.version === id) + 1];
      const older = before === undefined ? null : await versions.get(before.version);
      const now = await currentVersion(root, by, clock.now());
      return {
        version: { version, savedAt, by },
        since: older === null ? null : fileChanges(older.files, files),
        goingBack: fileChanges(now.files, files),
        inUse: version === parts.content().version,
        lost: await lostIn(parts, now.files, files),
      };
    },

    async rollBack(version, by, seen) {
      const files = (await versions.get(version))?.files;
      const now = (await currentVersion(root, by, clock.now())).files;
      if (!seen && files !== undefined && (await lostIn(parts, now, files)).length > 0) throw bookingsLost();
      const { done } = await parts.edit(by, () =>
        rollback(root, versions, version, vietnameseDay(clock.now())),
      );
      const { written, removed } = done;
      return written.length + removed.length;
    },
  };
}

async function health({
  content: current,
  problems,
  versions,
  clock,
}: ContentServiceDependencies): Promise<ContentHealth> {
  const content = current();
  const today = vietnameseDay(clock.now());
  const intents = [...content.intents.values()];
  return {
    problems: inReadingOrder(problems()),
    due: dueForReview(content, today, DUE_SOON_DAYS),
    today,
    inUse: content.version,
    counts: {
      procedures: content.procedures.size,
      intents: intents.length,
      examples: intents.reduce((sum, { examples }) => sum + examples.length, 0),
    },
    versions: await versions.list(VERSIONS_SHOWN),
  };
}

type Files = Readonly<Record<string, string>>;

/** Only what going back itself takes away. */
async function lostIn(parts: ContentServiceDependencies, now: Files, then: Files): Promise<LostBooking[]> {
  return now[CALENDAR] === then[CALENDAR] ? [] : lostBookings(parts, then[CALENDAR] ?? '');
}

function fileChanges(before: Files, after: Files): FileChange[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path): FileChange[] => {
    const [old, now] = [before[path], after[path]];
    if (old === now) return [];
    return [{ path, change: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed' }];
  });
}
