import { entryOf } from '../../content/entry-of-intent.js';
import { questionIndexOf } from '../reading/questions/question-index.js';
import { procedureOf, type Turn } from '../turn.js';
import { foldedWords } from '../../shared/fold.js';
import { likenessKnown, surelyNamed } from './known-questions.js';
import { isNamedInEnglish, isTaught, sharedName } from './shared-name.js';

/** A thing of which was spoken before, folded: "cái công ty đó", "quán cũ", "chỗ ấy". */
const SPOKEN_THING =
  /\b(?:cai|cty|cong ty|ben|cho|nha|mieng|manh|chiec|quan|tiem|shop|xe|khoan|to|giay|nguoi|ong|ba|noi)(?: \p{L}+){0,3} (?:do|ay|nay|kia|cu|dau)\b/u;
/** "Nhưng em làm thuê thôi", "mà tôi có góp vốn đâu", "tại em đứng tên giùm": with oneself in it, soon behind. */
const REJOINDER =
  /^(?:da |a |u |ua )?(?:nhung|ma|tai|tai vi|boi vi|tuc la|co dieu|thiet ra|that ra)\b(?:\s[a-z]{1,6}){0,2}?\s(?:em|e|toi|tui|minh|chi|anh|con|chau|bac|co|chu|nha)\b/u;
const NEAR_IN_HAND = 0.4;
/** The matter in hand knows what is held for so as a question of its own. */
const KNOWN = { chance: 0.7, likeness: 0.3 };
/** More words of its own name a matter, whatever sum or day is told with them. */
const MAX_FACT_WORDS = 2;

/**
 * Whether a message that may sound like another matter is of the one in hand: it tells of a thing that was spoken of where a
 * question of that matter is near ("cái công ty đó giải thể rồi"), tells a day or a sum and hardly more ("tháng 7 mới mở"), or
 * says what is in the name of the matter in hand as well ("trước bạ"), or objects to what was answered with something about
 * oneself ("nhưng em làm thuê thôi"), or holds something for so ("chắc phải ra tận nơi").
 */
export function staysWith(turn: Turn, current: string): boolean {
  const { asks, entities, match, supposes, topicWords } = turn.reading;
  if (match.language === 'en' && isNamedInEnglish(turn, current)) return true;
  if (sharedName(turn).some((intent) => entryOf(intent) === current)) return true;
  // What is held for so is held of what was answered, unless another matter is surely named.
  if (supposes !== undefined)
    return surelyNamed(turn) === undefined || likenessKnown(turn, current, KNOWN) > 0;
  if (asks) return false;
  if (objects(turn) || tellsOfOwn(turn)) return true;
  const isFact = entities.length > 0 && topicWords.length <= MAX_FACT_WORDS && match.decision !== 'answer';
  return isFact || tellsOfSpokenThing(turn, current);
}

/** Asks nothing, and objects to what was answered. */
export function objects({ reading: { asks, folded } }: Turn): boolean {
  return !asks && REJOINDER.test(folded);
}

/** "Có giấy hộ kinh doanh đàng hoàng nghe", "đã có mã số thuế rồi": a paper that one has already is no matter of its own. */
const HAS_ALREADY =
  /^(?:(?:da|a|thi|ma|o|u|em|chi|anh|co|chu|bac|minh|tui|toi|quan|tiem|nha|ben) )*(?:co|co san|da co|cung co|duoc cap|da lam|da dang ky)(?: \p{L}+){0,2}? (?:giay|dang ky|ma|ma so|the|so|tai khoan|hop dong|hoa don|vneid|chung tu|bien lai|can cuoc)\b/u;
const ASSURES = /\b(?:roi|dang hoang|day du|het|san|nghe|nha|nhe|ma|do|day)$/u;
/** "Căn cước mới đổi", "mã cũ của chị": hardly more than a thing of one's own. */
const OWN_THING =
  /(?:\bmoi (?:doi|lam|cap|mo|mua|xin)|\bcu|\bcua (?:em|chi|anh|co|chu|bac|minh|tui|toi|me|ba|ong|vo|chong)(?: (?:do|day|nay|ne))?)$/u;
const FEW_WORDS = 6;

/** Whether the message tells of a paper or a thing of one's own, and asks nothing. */
export function tellsOfOwn({ reading, content }: Turn): boolean {
  const words = foldedWords(reading.said);
  const said = words.join(' ');
  if (reading.asks || reading.questionType !== undefined) return false;
  return (
    (HAS_ALREADY.test(said) && ASSURES.test(said)) ||
    (words.length <= FEW_WORDS && OWN_THING.test(said) && !isTaught(content, said))
  );
}

function tellsOfSpokenThing(turn: Turn, current: string): boolean {
  const procedure = procedureOf(turn, current);
  if (procedure === undefined || !pointsBack(turn.reading)) return false;
  const { pairs } = questionIndexOf(turn.content, turn.matcher).chances(turn.reading.said, procedure);
  return pairs.some(({ chance }) => chance >= NEAR_IN_HAND);
}

/** As it was typed: "công ty cứ hỏi" and "hoá đơn đỏ" point to nothing. */
function pointsBack({ folded, said }: Turn['reading']): boolean {
  const found = SPOKEN_THING.exec(folded);
  if (found === null) return false;
  const end = found.index + found[0].length;
  const start = folded.lastIndexOf(' ', end - 1) + 1;
  const typed = said.slice(start, end).toLowerCase();
  return typed === folded.slice(start, end) || POINTING.includes(typed);
}

const POINTING: readonly string[] = ['đó', 'ấy', 'này', 'nầy', 'cũ', 'đầu'];
