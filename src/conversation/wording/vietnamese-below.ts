import type { CandidateKind } from '../candidates/candidate.js';
import { plain } from '../lines.js';
import { procedureOf, type Turn } from '../turn.js';
import type { Reply } from '../types.js';
import { say, type LabelKey } from './say.js';

/** What answers the very point: where there is no English of it, its sums, numbers and names can be read anyway. */
const POINTS: readonly CandidateKind[] = ['question', 'facet', 'decision', 'navigation'];
const MAX_POINT = 420;

export function isPoint(kind: CandidateKind): boolean {
  return POINTS.includes(kind);
}

/** The parts of an entry as an English reader calls them. */
const PARTS: Readonly<Record<string, LabelKey>> = {
  who: 'label_english_who',
  when: 'label_english_when',
  papers: 'label_english_papers',
  where: 'label_english_where',
  how_long: 'label_english_how_long',
  cost: 'label_english_cost',
  steps: 'label_english_steps',
};

/** The Vietnamese text under a line that says that it is one and what it is about. `about`: as the candidate has it, "ENTRY/PART". */
export function below(turn: Turn, point: Reply, procedure?: string, about = ''): string {
  const lines = (point.lines ?? [point.text])
    .filter((line) => typeof line === 'string' || line.as !== 'basis')
    .flatMap((line) => plain(line).split('\n'));
  const shown = lines.filter((_, at) => lines.slice(0, at + 1).join('\n').length <= MAX_POINT);
  return [heading(turn, procedure, about), ...(shown.length > 0 ? shown : lines.slice(0, 1))].join('\n');
}

function heading(turn: Turn, procedure: string | undefined, about: string): string {
  const name = procedureOf(turn, procedure)?.nameEn;
  if (name === undefined) return say(turn, 'english_below');
  const part = PARTS[about.split('/').at(-1) ?? ''];
  return part === undefined
    ? say(turn, 'english_below_about', { what: name })
    : say(turn, 'english_below_about', { what: `${name} – ${say(turn, part)}` });
}
