import type { Candidate, CandidateKind } from '../candidates/candidate.js';
import { after } from '../lines.js';
import type { Answered, Turn } from '../turn.js';
import { say } from './say.js';

/** What answers in words of its own: an act has its apology, a warning and a command no room for one. */
const OF_A_MATTER: readonly CandidateKind[] = [
  'question',
  'facet',
  'guide',
  'decision',
  'action',
  'place',
  'offer',
];

/** Who swears, or has tried in vain, and asks something besides is heard first, in a line, and then helped. */
export function withApology(turn: Turn, answer: Answered, winner: Candidate | undefined): Answered {
  const [first, ...others] = answer.replies;
  if (!turn.reading.upset || first === undefined || winner === undefined) return answer;
  if (!OF_A_MATTER.includes(winner.kind)) return answer;
  return { ...answer, replies: [after(say(turn, 'upset_first'), first), ...others] };
}
