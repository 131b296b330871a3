import { checkAcrossFiles } from './checks/across-files.js';
import { assemble } from './assemble.js';
import { readContentFiles } from './content-files.js';
import { readDraft } from './files/draft.js';
import { hasErrors, inReadingOrder, type Problem } from './problem.js';
import type { ContentFile } from './source-file.js';
import type { Content } from './types.js';

export interface Loaded {
  /** `null` when a problem is an error: such a state of the files must not go live. Warnings do not stop it. */
  content: Content | null;
  /** Everything that is wrong, in reading order, in Vietnamese. */
  problems: Problem[];
}

/** Files as they would be, by path; `null`: gone. */
export type FileChanges = Readonly<Record<string, string | null>>;

function withChanges(files: readonly ContentFile[], changes: FileChanges): ContentFile[] {
  const kept = files.filter(({ path }) => !Object.hasOwn(changes, path));
  const changed = Object.entries(changes).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
  return [...kept, ...changed].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Reads and checks `root/intents` and `root/procedures`. What staff wrote wrongly comes back as problems; only a disk
 * that cannot be read throws. `today` (YYYY-MM-DD) decides which dates are past.
 * With `changes` the folder is checked as it would be with them.
 */
export async function loadContent(root: string, today: string, changes: FileChanges = {}): Promise<Loaded> {
  const { files, version, problems } = await readContentFiles(root);
  const checked = checkContent(withChanges(files, changes), version, today);
  const all = inReadingOrder([...problems, ...checked.problems]);
  return { content: hasErrors(all) ? null : checked.content, problems: all };
}

/** The same for files in memory. */
export function checkContent(files: readonly ContentFile[], version: string, today: string): Loaded {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const draft = readDraft(files, report);
  checkAcrossFiles(draft, today, report);
  return {
    content: hasErrors(problems) ? null : assemble(draft, version, today),
    problems: inReadingOrder(problems),
  };
}
