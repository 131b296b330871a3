import { warnsOfFraud } from '../../content/dialogue-acts.js';
import { fold } from '../../shared/fold.js';
import { entryOf } from '../../content/entry-of-intent.js';
import type { Turn } from '../turn.js';
import { isOnlyAppointment } from './bookings.js';
import { tellsNoCode } from '../reading/half-said.js';
import { mayBeFraud } from '../reading/english-dangers.js';
import { speaksOfOthers } from '../reading/strangers.js';

const SHORT_QUESTION = 4;
/** From this confidence on (0 to 1) the matcher is sure of another matter: "cái công ty đó giải thể rồi". */
const SURELY = 0.9;
/** What is left of a danger then, where nobody and nothing strange is spoken of: "cài app etax xong không đăng nhập được". */
const ELSEWHERE_ALONE = 0.4;
const STRANGER =
  /\b(?:link|duong dan|la|gia|lua|lua dao|zalo|sms|tin nhan|goi|otp|ma so may|xung|dieu khien|apk|call|called|caller|calls|texted|phone|police)\b/u;
/** A way in that frauds use, and somebody who wants something by it: "có link gửi qua sms kêu nộp phạt". */
const WAY_IN = /\b(?:link|duong dan|duong link|sms|zalo|otp|ma so may|apk)\b/u;
const DEMANDS = /\b(?:keu|bat|doi|bao|bieu|yeu cau|hu|doa|xin)\b/u;
const DEMANDED = 1.4;
/** "Em lỡ đóng cho họ 5 triệu rồi": it is done, and they have it. */
const GIVEN = /\b(?:lo|trot|vua|moi)\b.*\b(?:dong|nop|chuyen|gui|ck|dua|doc|bao)\b/u;
/** How money is said to be gone; "trả môi giới 40 triệu" and "bị phạt thêm 3 triệu" tell of none. */
const LOST =
  /\b(?:chuyen|chuyen khoan|ck|mat|gui|nap|rut|bay|bien mat|scam|lost|transfer|transferred|sent|pay|paid)\b/u;
/** What is left of it in an English message without a word of one. */
const WITHOUT_A_WORD = 0.2;
/** Words alone that might tell of a fraud do so less where another matter is spoken of. */
const WITHIN_ANOTHER = 0.8;

/** "Can giay to j a" within a matter asks for its papers, however near its letters are to "cán bộ". */
export function asksForPapers({ reading, state }: Turn): boolean {
  const { questionType, topicWords } = reading;
  return state.topic !== undefined && questionType === 'papers' && topicWords.length === 0;
}

/** How a link came, or that it is doubted: "nhận sms … truy cap … thật ko"; who names a shop of theirs says nothing like it. */
const SENT_OR_DOUBTED =
  /\b(?:sms|tin nhan|nhan duoc|mail|email|zalo|truy cap|bam|vao link|duong link|click|de nhan|that (?:ko|k|khong|hong|khum)|co that|gia (?:ko|k|khong|hong|mao)|lua)\b/u;

/** A strange address in a message that was sent to somebody, or that they doubt, is a fraud until proven otherwise. */
export function bringsStrangeLink({ event, reading }: Turn): boolean {
  return event.masked?.includes('link') === true && SENT_OR_DOUBTED.test(reading.folded);
}

/** Once a fraud was spoken of, what follows is likely about it; a short question about cost before that is not. */
export function dangerFactor(turn: Turn): number {
  const { state, reading, event, content } = turn;
  if (isOnlyAppointment(turn) || (state.danger !== true && asksForPapers(turn))) return 0.3;
  if (state.danger === true) return 1.6;
  // A link that was hidden from the text came with the message.
  if (event.masked?.includes('link') === true) return 1.5;
  // Nothing English is a fraud without a word of one ("and the Tet bonus").
  if (!mayBeFraud(reading)) return WITHOUT_A_WORD;
  // An English message names them in its own words, which are no Vietnamese ones.
  const words = reading.language === 'en' ? `${reading.folded} ${fold(reading.said)}` : reading.folded;
  const speaksOfThem = speaksOfOthers(reading.said);
  const namesStranger = speaksOfThem || STRANGER.test(words);
  if (WAY_IN.test(reading.folded) && DEMANDS.test(reading.folded)) return DEMANDED;
  // Nobody asks for a code that has not come.
  if (!speaksOfThem && tellsNoCode(reading.folded)) return ELSEWHERE_ALONE;
  if (speaksOfThem && GIVEN.test(reading.folded)) return DEMANDED;
  // "Mỗi tháng 20 triệu": what is earned or paid again and again was not taken by anyone.
  const isOnlyTold = !namesStranger && !LOST.test(words);
  if (reading.entities.some((one) => one.kind === 'money' && (one.period !== undefined || isOnlyTold)))
    return ELSEWHERE_ALONE;
  const { decision, confidence, intent } = reading.match;
  const isSure = decision === 'answer' && confidence >= SURELY;
  if (isSure && !warnsOfFraud(content.dialogueActs, entryOf(content.intents.get(intent ?? ''))))
    return namesStranger ? WITHIN_ANOTHER : ELSEWHERE_ALONE;
  // "Phải báo ai", "bao giờ gọi", "theo nghị định nào" within another matter are about that one.
  const isOther =
    state.topic !== undefined && (reading.topicWords.length <= 1 || reading.questionType !== undefined);
  const isShort = reading.asks && reading.folded.trim().split(/\s+/u).length <= SHORT_QUESTION;
  if (isOther && (isShort || reading.questionType !== undefined)) return 0.35;
  return isShort ? 0.5 : state.topic === undefined ? 1 : WITHIN_ANOTHER;
}
