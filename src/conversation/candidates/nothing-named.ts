import { foldedWords } from '../../shared/fold.js';
import { menuChoices } from '../actions/menu.js';
import { text } from '../replies.js';
import { answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { isTaught, POLITE } from './shared-name.js';

/** What tax and procedures are called in general, folded: they say nothing of which one is meant. */
const GENERAL = /\b(?:thue ma|thue|giay to|ho so|thu tuc|le phi)\b/gu;
/** Words of a message that may stand around them. */
const AROUND = new Set([
  ...POLITE,
  ...'mk chao dum gium van de tu dap tien khoan gi cung duoc dc ko k khong hong ti xiu chut it mot may tim hieu thac mac'.split(
    ' ',
  ),
]);
/** "Cho thuê", "thuê nhà": letting, not tax; without its mark it stands behind "cho" alone. */
const LETTING = /thuê|\bcho thue\b/iu;
const MAX_AROUND = 8;
const CERTAIN = 0.96;

/**
 * "Thuế", "cho hỏi về thuế", "hồ sơ" at the beginning: nothing is named, so nothing is guessed; the ways in are shown. Within a
 * matter such words ask about it.
 */
export function proposeNothingNamed(turn: Turn): Candidate[] {
  const { state, reading, content } = turn;
  if (state.topic !== undefined || state.waiting !== undefined || reading.entities.length > 0) return [];
  const words = foldedWords(reading.said).join(' ');
  const around = foldedWords(words.replace(GENERAL, ''));
  const isGeneral =
    around.join(' ') !== words && around.length <= MAX_AROUND && around.every((word) => AROUND.has(word));
  if (!isGeneral || LETTING.test(reading.said) || isTaught(content, words)) return [];
  const answer = () => answered('answered_menu', [text(say(turn, 'which_matter'), menuChoices(turn))]);
  return [{ kind: 'act', about: 'which_matter', score: CERTAIN, answer }];
}
