import type { DialogueAct } from '../../content/types.js';
import { fold } from '../../shared/fold.js';
import { seeksRelief } from '../reading/relief.js';
import { tellsEvasion } from '../reading/telling-words.js';
import { procedureOf, type Turn } from '../turn.js';
import { KNOWN_WELL, likenessKnown } from './known-questions.js';

/** What is left of grief, or of another office's paper ("có thẻ bảo hiểm y tế rồi"), that is told within a matter of ours. */
const TOLD_WITHIN = 0.5;
const PAPER_TOLD = 0.25;
/** From this likeness to a wording of a question on it is asked, whatever it may be elsewhere. */
const LIKE_IT = 0.5;
/** What is left of another office's matter where nothing but a part of something is asked for ("nộp ở đâu"). */
const NONE_NAMED = 0.25;
/** What is left of it in so few words without marks. */
const FEW_WORDS = 0.6;
const MAX_FEW = 4;
const HELD_AS: readonly DialogueAct[] = ['ok', 'doubt', 'explain', 'thanks', 'small_talk', 'never_mind'];

/** What the matter in hand leaves of an act. */
export function inContext(turn: Turn, act: DialogueAct): number {
  return isMisread(turn, act) || holdsRule(turn, act) ? 0.5 : toldWithin(turn, act);
}

/** What is told within a matter ("ba em mất rồi", "có giấy khai tử rồi") belongs to its case, whatever else it alone might be. */
function toldWithin({ state, reading }: Turn, act: DialogueAct): number {
  const tells = ({ asks, supposes }: Turn['reading']) => !asks || supposes !== undefined;
  if (act === 'sad_news') return state.topic !== undefined || reading.asks ? TOLD_WITHIN : 1;
  const namesNone = reading.topicWords.length === 0 && reading.questionType !== undefined;
  if (act === 'elsewhere' && namesNone) return NONE_NAMED;
  if (act === 'elsewhere' && state.topic !== undefined && isFewWords(reading)) return FEW_WORDS;
  const isTold = state.topic !== undefined && tells(reading) && !WISHES.test(reading.folded);
  return act === 'elsewhere' && isTold ? PAPER_TOLD : 1;
}

/** "Cong chung lun ha" within a matter: few words without marks may be of that one. */
function isFewWords({ said }: Turn['reading']): boolean {
  return said.trim().split(/\s+/u).length <= MAX_FEW && fold(said) === said.toLowerCase();
}

/** "Đăng ký tạm trú nữa", "còn làm hộ chiếu": what is to be done is named, and nothing told of it. */
const WISHES =
  /^(?!.*\b(?:roi|da|duoc cap)\b)(?:(?:con|the|vay|rua|a|ua|em|chi|anh|minh|muon|can|cho|xin|hoi|viec) )*(?:dang ky|lam|xin|doi|cap|khai bao|bao|nop|nhap|tach|chuyen|gia han|rut|lanh|chot)\b/u;

/** A matter of ours is neither small talk nor, without a word of anger ("cần đóng mã"), an insult. */
function isMisread(turn: Turn, act: DialogueAct): boolean {
  const isChat = act === 'small_talk' || act === 'greet';
  return (isChat || (act === 'insult' && !turn.reading.upset)) && isOurs(turn);
}

/** "Vậy là khỏi nộp rồi" within a matter holds a rule for so: neither agreed to nor doubted, it is answered. */
function holdsRule({ reading, state }: Turn, act: DialogueAct): boolean {
  return reading.supposes !== undefined && state.topic !== undefined && HELD_AS.includes(act);
}

/** Small talk names nothing that an entry is about; "em ơi mẹ anh cho anh miếng đất" greets and tells the matter. */
function isOurs({ reading }: Turn): boolean {
  return reading.match.inScope >= 0.3 && Math.max(0, ...reading.topics.values()) >= 0.4;
}

/** Asks for a part of a guide and names nothing else, for what the law gives, what the matter in hand knows as a question, or without a word of evasion. */
export function isNoEvasion(turn: Turn, act: DialogueAct, topicWords: number): boolean {
  if (act !== 'evasion') return false;
  const { questionType, said, supposes } = turn.reading;
  const isBare = topicWords === 0 ? questionType !== undefined : topicWords === 1 && supposes !== undefined;
  const { content, matcher } = turn;
  return isBare || seeksRelief(said) || isAskedOf(turn) || !tellsEvasion(content, matcher, said);
}

/** "Nhờ chị tui đứng tên giùm được không" is asked by an honest person where the registering of dependants is in hand. */
function isAskedOf(turn: Turn): boolean {
  const inHand = procedureOf(turn, turn.state.topic);
  const refuses = turn.content.dialogueActs.some(
    ({ act, entry }) => act === 'evasion' && entry === inHand?.id,
  );
  if (inHand === undefined || refuses) return false;
  return likenessKnown(turn, inHand.id, { chance: KNOWN_WELL, likeness: LIKE_IT }) > 0;
}
