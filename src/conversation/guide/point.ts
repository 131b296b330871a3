import { fold, foldedWords } from '../../shared/fold.js';
import { startingLower } from '../../shared/starting-lower.js';
import type { Reading } from '../reading/reading.js';
import { say, type Speaker } from '../wording/say.js';

/** Words of an answer that stand in too many sentences to choose one by. */
const COMMON = new Set(
  'da em anh chi co khong ko k la thi ma va hay hoac cua cho voi o tai den tu trong khi nao gi chi dau sao duoc phai bi nay do roi mot cac nhung'.split(
    ' ',
  ),
);
/** This much of the question's own words makes a sentence its point. */
const SHARE = 0.4;

/**
 * The sentence of an answer that a further question asks about, so that the whole is not said again: of "… Mang căn
 * cước, điện thoại. …" the one for "mang theo gì". `undefined` where none stands out.
 */
export function pointOf(
  answer: string,
  turn: Speaker & { reading: Pick<Reading, 'folded'> },
): string | undefined {
  const asked = new Set(
    foldedWords(turn.reading.folded).filter((word) => word.length > 1 && !COMMON.has(word)),
  );
  const sentences = answer.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  if (asked.size === 0 || sentences.length < 2) return undefined;
  const rated = sentences.map((sentence) => {
    const words = new Set(foldedWords(fold(sentence)));
    return { sentence, share: [...asked].filter((word) => words.has(word)).length / asked.size };
  });
  const [best, next] = [...rated].sort((a, b) => b.share - a.share);
  if (best === undefined || best.share < SHARE || best.share === next?.share) return undefined;
  const { sentence } = best;
  return /^Dạ/u.test(sentence) ? sentence : say(turn, 'point', { sentence: startingLower(sentence) });
}
