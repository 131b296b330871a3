import { findPlaces, withoutPlaces } from '../../content/places.js';
import { foldedWords } from '../../shared/fold.js';
import { menuChoices } from '../actions/menu.js';
import { officeHere } from '../actions/office.js';
import { appointmentWords } from '../reading/appointments.js';
import { topicWords } from '../reading/aspect.js';
import { text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { isTaught, POLITE } from './shared-name.js';
import { isInDanger } from './topic-chance.js';

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
/** "Có cần khai không", "có phải nộp gì không": whether something has to be done, of whatever matter. */
const WHETHER_DUE =
  /\b(?:co|phai|can)\b(?: \p{L}+){0,2} (?:nop|lop|dong|khai|gui|bao|dang ky|lam|di)\b(?: \p{L}+){0,3} (?:khong|ko|k|hong|hok|hk)\b/u;
/** Where somebody lives or trades, around its name. */
const OF_PLACE = new Set('xa phuong thi tran huyen quan thanh pho que ben duoi ngoai'.split(' '));
const MAX_PART_WORDS = 12;

/**
 * "Thuế", "cho hỏi về thuế", "nộp ở đâu", "có cần khai không em" at the beginning: nothing is named, so nothing is guessed; what
 * holds for every matter is said, and the ways in are shown. Within a matter such words ask about it.
 */
export function proposeNothingNamed(turn: Turn): Candidate[] {
  const { state, reading, content } = turn;
  if (state.topic !== undefined || state.waiting !== undefined || reading.entities.length > 0) return [];
  const words = foldedWords(reading.said).join(' ');
  if (LETTING.test(reading.said) || isTaught(content, words)) return [];
  if (isPartAlone(turn))
    return [{ kind: 'act', about: 'part_of_which', score: CERTAIN, answer: () => ofWhich(turn) }];
  const around = foldedWords(words.replace(GENERAL, ''));
  const isGeneral =
    around.join(' ') !== words && around.length <= MAX_AROUND && around.every((word) => AROUND.has(word));
  if (!isGeneral) return [];
  const answer = () => answered('answered_menu', [text(say(turn, 'which_matter'), menuChoices(turn))]);
  return [{ kind: 'act', about: 'which_matter', score: CERTAIN, answer }];
}

/** A part is asked for, or whether something has to be done, and of which matter is not said; where somebody lives is no matter. */
function isPartAlone(turn: Turn): boolean {
  const { questionType, asks, supposes, said, folded, match, language } = turn.reading;
  if (turn.state.booked !== undefined || appointmentWords(said).named) return false;
  if (language === 'en' || match.decision === 'answer' || isInDanger(turn.state, turn.content)) return false;
  if (!asks || supposes !== undefined || folded.split(/\s+/u).length > MAX_PART_WORDS) return false;
  const isOfDoing = questionType !== undefined || WHETHER_DUE.test(folded);
  const named = topicWords(withoutPlaces(turn.content.offices, said));
  return isOfDoing && named.every((word) => OF_PLACE.has(word));
}

/** Where papers are handed in is nearly the same for all; of other parts nothing can be said before the matter is known. */
function ofWhich(turn: Turn): Answered {
  const { reading, content } = turn;
  const words = say(turn, reading.questionType === 'where' ? 'where_of_which' : 'part_of_which');
  const here = findPlaces(content.offices, reading.said).length > 0 ? officeHere(turn) : undefined;
  const lines = [words, ...(here === undefined ? [] : [here])];
  return answered('answered_menu', [text(lines.join('\n'), menuChoices(turn))]);
}
