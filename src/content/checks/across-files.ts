import type { Draft } from '../files/draft.js';
import type { Problem } from '../problem.js';
import { checkIdentities } from './identities.js';
import { checkLinks } from './links.js';

export type Report = (problem: Problem) => void;

/** What can only be seen with all files side by side. `today` is YYYY-MM-DD. */
export function checkAcrossFiles(draft: Draft, _today: string, report: Report): void {
  checkIdentities(draft, report);
  checkLinks(draft, report);
}
