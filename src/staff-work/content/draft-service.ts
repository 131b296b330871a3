import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { applyPatch, structuredPatch } from 'diff';
import { vietnameseDay } from '../../shared/days.js';
import { loadDraftInWorker, type LoadedDraft } from '../../content/load-in-worker.js';
import { hasErrors, writtenProblem, type Problem } from '../../content/problem.js';
import type { FileChanges } from '../../content/load.js';
import type { LiveContent } from '../../content/live-content.js';
import { writeAtomically } from '../../content/write-files.js';
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import type { BookingList, ContentDraft, ContentDrafts, FileEdit } from '../ports.js';
import { commitFiles, type Committed } from './git-commit.js';
import { bookingsLost, CALENDAR, lostBookings, type LostBooking } from './lost-bookings.js';
import { contentPath } from './content-path.js';

export interface DraftServiceDependencies {
  root: string;
  drafts: ContentDrafts;
  edit: LiveContent['edit'];
  bookings: BookingList;
  clock: Clock;
  /** Whether somebody else than the writer approves. */
  approval: 'second' | 'own';
}

/** Who does something: an account. */
interface Officer {
  id: string;
  fullName: string;
}

/** A file of a draft beside the file as it is now. */
interface EditNow extends FileEdit {
  now: string | null;
  /** What would be written; `null` besides `after`: it does not go together with what was changed meanwhile. */
  merged: string | null;
  /** Somebody changed the file since the draft was begun. */
  changedMeanwhile: boolean;
  conflict: boolean;
}

interface DraftView {
  draft: ContentDraft;
  edits: EditNow[];
  problems: Problem[];
  /** Wordings of its files that stand nearly so in another place. */
  nearCopies: LoadedDraft['nearCopies'];
  lost: LostBooking[];
}

type DraftCheck = Pick<LoadedDraft, 'problems' | 'nearCopies'>;

export interface DraftService {
  /** A draft of these edits, or of a file as it is. Resolves to its id. */
  begin(by: Officer, wanted: { title: string; edits: readonly FileEdit[] }): Promise<string>;
  /** The text of a file now; `null`: there is none. Throws `CONTENT_PATH_REFUSED` outside the content folders. */
  read(path: string): Promise<string | null>;
  get(id: string): Promise<ContentDraft>;
  /** With the files as they are now, and what the check says of all of them together. */
  view(id: string): Promise<DraftView>;
  /** What the check says of the draft's files with this one text changed. */
  check(draft: ContentDraft, path: string, text: string): Promise<DraftCheck>;
  write(id: string, by: Officer, path: string, text: string): Promise<void>;
  propose(id: string, by: Officer, note: string): Promise<void>;
  /** Writes the files; they are live whatever becomes of the commit. `seen`: the officer was told of bookings that disappear. */
  approve(id: string, by: Officer, seen: boolean): Promise<Committed>;
  giveBack(id: string, by: Officer, reason: string): Promise<void>;
  drop(id: string, by: Officer): Promise<void>;
  list: ContentDrafts['list'];
  mayApprove(draft: ContentDraft, by: Officer): boolean;
}

const OPEN = ['draft', 'proposed', 'returned'] as const;

export function createDraftService(parts: DraftServiceDependencies): DraftService {
  const { drafts, clock, approval } = parts;
  const get = getter(drafts);
  const move = mover(drafts);
  return {
    async begin(by, { title, edits }) {
      edits.forEach(({ path }) => contentPath(path));
      const id = randomUUID();
      await drafts.add({ id, title, edits: [...edits], by: by.id, at: clock.now(), state: 'draft' });
      return id;
    },
    read: (path) => textNow(parts.root, path),
    get,
    view: async (id) => viewOf(parts, await get(id)),
    check: (draft, path, text) => checked(parts, { ...afterOf(draft.edits), [path]: text }),
    async write(id, by, path, text) {
      const draft = await get(id);
      requireOwn(draft, by);
      const edits = draft.edits.map((edit) => (edit.path === path ? { ...edit, after: text } : edit));
      await move(id, ['draft', 'returned', 'proposed'], { edits, at: clock.now(), state: 'draft' });
    },
    async propose(id, by, note) {
      const draft = await get(id);
      requireOwn(draft, by);
      const { problems } = await viewOf(parts, draft);
      requireGood(problems);
      await move(id, ['draft', 'returned'], { state: 'proposed', at: clock.now(), note });
    },
    approve: async (id, by, seen) => approve(parts, await viewOf(parts, await get(id)), by, seen),
    giveBack: (id, by, reason) =>
      move(id, ['proposed'], { state: 'returned', reason, decidedBy: by.id, decidedAt: clock.now() }),
    async drop(id, by) {
      requireOwn(await get(id), by);
      await move(id, [...OPEN], { state: 'dropped', decidedBy: by.id, decidedAt: clock.now() });
    },
    list: (states, limit) => drafts.list(states, limit),
    mayApprove: (draft, by) => approval === 'own' || draft.by !== by.id,
  };
}

function getter(drafts: ContentDrafts) {
  return async (id: string): Promise<ContentDraft> => {
    const draft = await drafts.get(id);
    if (draft === null) throw unknownDraft();
    return draft;
  };
}

function mover(drafts: ContentDrafts) {
  return async (id: string, from: ContentDraft['state'][], changes: Partial<ContentDraft>): Promise<void> => {
    if (!(await drafts.change(id, from, changes))) throw settledMeanwhile();
  };
}

async function viewOf(parts: DraftServiceDependencies, draft: ContentDraft): Promise<DraftView> {
  const edits = await Promise.all(draft.edits.map((edit) => editNow(parts.root, edit)));
  const open = OPEN.some((state) => state === draft.state);
  const result = edits.map(({ path, merged }) => ({ path, after: merged }));
  if (!open) return { draft, edits, problems: [], nearCopies: [], lost: [] };
  const calendar = edits.find(({ path, now, merged }) => path === CALENDAR && now !== merged);
  return {
    draft,
    edits,
    ...(await checked(parts, afterOf(result))),
    lost: calendar === undefined ? [] : await lostBookings(parts, calendar.merged ?? ''),
  };
}

async function editNow(root: string, edit: FileEdit): Promise<EditNow> {
  const now = await textNow(root, edit.path);
  const changedMeanwhile = now !== edit.before && now !== edit.after;
  if (!changedMeanwhile) return { ...edit, now, merged: edit.after, changedMeanwhile, conflict: false };
  const merged = mergedText(edit, now);
  return { ...edit, now, merged: merged ?? edit.after, changedMeanwhile, conflict: merged === undefined };
}

/** The draft's changes within the file as it is now; `undefined` when they touch the same lines. */
function mergedText({ path, before, after }: FileEdit, now: string | null): string | undefined {
  if (before === null || after === null || now === null) return undefined;
  const merged = applyPatch(now, structuredPatch(path, path, before, after, '', '', { context: 1 }));
  return merged === false ? undefined : merged;
}

async function approve(
  parts: DraftServiceDependencies,
  view: DraftView,
  by: Officer,
  seen: boolean,
): Promise<Committed> {
  const { draft, edits, problems, lost } = view;
  if (draft.state !== 'proposed') throw settledMeanwhile();
  if (parts.approval === 'second' && draft.by === by.id) throw ownDraft();
  if (edits.some(({ conflict }) => conflict)) throw conflicting();
  requireGood(problems);
  if (lost.length > 0 && !seen) throw bookingsLost();
  const decided = { state: 'live', decidedBy: by.id, decidedAt: parts.clock.now() } as const;
  // Taken first, so that two who approve at once do not both write.
  if (!(await parts.drafts.change(draft.id, ['proposed'], decided))) throw settledMeanwhile();
  const author = draft.by === by.id ? by.id : `${draft.by} (duyệt: ${by.id})`;
  try {
    await parts.edit(author, () => writeFiles(parts.root, edits));
  } catch (error) {
    await parts.drafts.change(draft.id, ['live'], { state: 'proposed' });
    throw error;
  }
  const paths = edits.map(({ path }) => path);
  const message = `${draft.title} (duyệt: ${by.id})`;
  return commitFiles(parts.root, paths, { author: draft.by, message });
}

async function writeFiles(root: string, edits: readonly EditNow[]): Promise<void> {
  for (const { path, now } of edits) if ((await textNow(root, path)) !== now) throw conflicting();
  for (const { path, merged } of edits) {
    if (merged === null) await rm(join(root, contentPath(path)), { force: true });
    else await writeAtomically(join(root, contentPath(path)), merged);
  }
}

async function textNow(root: string, path: string): Promise<string | null> {
  return readFile(join(root, contentPath(path)), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
}

async function checked({ root, clock }: DraftServiceDependencies, changes: FileChanges): Promise<DraftCheck> {
  const { problems, nearCopies } = await loadDraftInWorker(root, vietnameseDay(clock.now()), changes);
  return { problems, nearCopies };
}

function afterOf(edits: readonly Pick<FileEdit, 'path' | 'after'>[]): FileChanges {
  return Object.fromEntries(edits.map(({ path, after }) => [path, after]));
}

function requireOwn(draft: ContentDraft, by: Officer): void {
  if (draft.by === by.id) return;
  throw new AppError('DRAFT_OF_ANOTHER', 'Bản thảo này của người khác.', {
    status: 403,
    remedy: 'Mở mục cần sửa rồi bấm Sửa để có bản thảo của mình; không ai phải chờ ai.',
  });
}

function requireGood(problems: readonly Problem[]): void {
  if (!hasErrors(problems)) return;
  const [first] = problems.filter(({ severity }) => severity === 'error');
  throw new AppError('CONTENT_INVALID', 'Bản thảo còn lỗi nên chưa gửi, chưa duyệt được.', {
    status: 422,
    remedy: first === undefined ? 'Sửa các lỗi rồi gửi lại.' : writtenProblem(first),
  });
}

const unknownDraft = () =>
  new AppError('NOT_FOUND', 'Không có bản thảo này.', { status: 404, remedy: 'Xem mục Bản thảo.' });
const settledMeanwhile = () =>
  new AppError('DRAFT_SETTLED', 'Bản thảo này vừa được xử lý, hoặc chưa gửi duyệt.', {
    status: 409,
    remedy: 'Mở lại bản thảo để xem tình trạng mới nhất.',
  });
const ownDraft = () =>
  new AppError('OWN_DRAFT', 'Bản thảo phải do một người khác duyệt.', {
    status: 403,
    remedy:
      'Nhờ một đồng nghiệp có vai trò duyệt nội dung. Cơ quan chỉ có một cán bộ: đặt CONTENT_APPROVAL=own.',
  });
const conflicting = () =>
  new AppError('CONTENT_CHANGED', 'Tệp vừa được người khác sửa ở đúng những dòng này.', {
    status: 409,
    remedy: 'Xem các dòng khác nhau trong bản thảo, mở mục để sửa lại trên bản mới. Không có gì bị ghi đè.',
  });
