import { warnsOfFraud } from '../content/dialogue-acts.js';
import { proposeActs } from './candidates/acts.js';
import { weigh } from './weigh.js';
import type { Turn } from './turn.js';

const SURE = 0.6;

/**
 * Whether a fraud is under way, as far as the words tell: said outright, or what would be answered as a question is the
 * warning itself. Looked at where the bot keeps silent otherwise.
 */
export function isDanger(turn: Turn): boolean {
  const dangers = proposeActs(turn).filter(({ kind }) => kind === 'safety');
  // Which of the frauds it is does not matter here: "bấm link … bị trừ tiền" tells of two.
  if (dangers.reduce((sum, { score }) => sum + score, 0) >= SURE) return true;
  const { judgement } = weigh(turn);
  if (judgement.decision !== 'answer') return false;
  const { entry, score } = judgement.winner;
  return score >= SURE && warnsOfFraud(turn.content.dialogueActs, entry);
}
