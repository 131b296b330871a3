import { holidayNamed } from '../../content/days-off.js';
import { besidePlaces, findPlaces, placesAlone } from '../../content/places.js';
import type { Action } from '../../content/types.js';
import { act } from '../actions/act.js';
import { answerPlace, unassignedPlace } from '../actions/office.js';
import { fold } from '../../shared/fold.js';
import { spellingOf } from '../../shared/letters.js';
import { isOutside } from '../reading/reading.js';
import { codeIn, statusOf } from '../actions/requests.js';
import type { Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import type { TopicChance } from './topic-chance.js';

/** What the product does itself: places, deadlines, hours, Saturdays, contacts, a request's code. */
export function proposeActions(turn: Turn, topics: readonly TopicChance[]): Candidate[] {
  return [
    ...topics.flatMap(({ action, intent, chance }) =>
      action === undefined ? [] : [actionCandidate(turn, action, intent, chance)],
    ),
    ...holidayCandidate(turn),
    ...weekendCandidate(turn),
    ...placeCandidate(turn, topics),
    ...unassignedCandidate(turn),
    ...codeCandidate(turn),
  ];
}

/** Another weekday is named: Saturdays are not what is asked about. */
const OTHER_DAY =
  /^(?!.*\b(?:thu (?:7|bay)|t7|thu bay)\b).*\b(?:(?:thu|t) ?[2-6]|thu (?:hai|ba|tu|nam|sau))\b/u;

function actionCandidate(turn: Turn, action: Action, intent: string | undefined, chance: number): Candidate {
  return {
    kind: 'action',
    about: action,
    score: chance * 0.95 * (action === 'saturday' && OTHER_DAY.test(turn.reading.folded) ? 0.5 : 1),
    ...(intent === undefined ? {} : { intent }),
    answer: () => act(turn, action, intent),
  };
}

/** Whether somebody is there; what is left when these words and the holiday's are taken away would be another matter. */
const OPEN = /\b(?:nghi|co lam|lam viec|mo cua|dong cua|tiep dan|tiep nhan|truc)\b/u;
const OF_OPENING = new Set(
  'nghi lam viec mo dong cua tiep dan nhan truc co quan thue ngay may mung le tu toi den'.split(' '),
);
const HOLIDAY_ALONE = 0.9;

/** "Tết tây có nghỉ không": no number of wordings teaches every holiday. */
function holidayCandidate(turn: Turn): Candidate[] {
  const { folded, topicWords } = turn.reading;
  const holiday = OPEN.test(folded) ? holidayNamed(folded, turn.content.holidays) : undefined;
  if (holiday === undefined) return [];
  const named = new Set((holiday.called ?? []).flatMap((called) => fold(called).split(' ')));
  if (topicWords.some((word) => !named.has(word) && !OF_OPENING.has(word))) return [];
  return [
    {
      kind: 'action',
      about: 'office_hours',
      score: HOLIDAY_ALONE,
      answer: () => act(turn, 'office_hours'),
    },
  ];
}

/** "Thứ 7 có làm không", with nothing else named: asked of the office, whatever matter is in hand. */
const WEEKEND = /\b(?:thu (?:7|bay)|t7|cuoi tuan|chu nhat|cn)\b/u;
const OF_WEEKEND = new Set([...OF_OPENING, ...'thu bay t7 cuoi tuan chu nhat cn sang chieu'.split(' ')]);

function weekendCandidate(turn: Turn): Candidate[] {
  const { folded, topicWords, asks } = turn.reading;
  if (!asks || !OPEN.test(folded) || !WEEKEND.test(folded)) return [];
  if (topicWords.some((word) => !OF_WEEKEND.has(word))) return [];
  const about = /\b(?:chu nhat|cn)\b/u.test(folded) ? 'office_hours' : 'saturday';
  return [{ kind: 'action', about, score: HOLIDAY_ALONE, answer: () => act(turn, about) }];
}

/** "Đóng thuế sao", "thuế bao nhiêu": the tax itself is asked about, whatever place is named with it. */
const TAX_ASKED =
  /\b(?:nop|dong|tinh|khai|chiu|mien|hoan) (?:\p{L}+ )?thue\b|\bthue (?:sao|rang|gi|chi|the nao|ntn|bao nhieu|nhieu|nhiu|may|bn|nhu)\b/u;
const WHICH_OFFICE = /\b(?:ben|cho|noi|co quan|chi cuc|phong|thue) (?:nao|mo)\b|\b(?:o|toi|ra) (?:dau|mo)\b/u;
/** The tax office as a word: who names a place with it asks which one is competent there. */
const OFFICE = /\b(?:thue|chi cuc|co quan|tru so|mo|nao|dau|cho nao|office)\b/u;

/** … and what none speaks of who asks about something else that is in that place. */
const TAX_OFFICE =
  /\b(?:thue(?! (?:nha|xe|phong|can|mat bang|nguoi|tho|dat|cho|o)\b)|chi cuc|co quan|tru so|nop|ho so|xa phuong|mot cua|office|tax)\b/u;
/** So many words of its own make it sure. */
const STRANGE_WORDS = 2;
const STRANGE = 0.1;

const PLACE_TOLD = 0.7;
const MAX_TOLD_WORDS = 6;

function placeCandidate(turn: Turn, topics: readonly TopicChance[]): Candidate[] {
  const { offices } = turn.content;
  const { said, folded, topicWords } = turn.reading;
  const found = findPlaces(offices, said);
  if (found.length === 0) return [];
  const alone = placesAlone(offices, said).length > 0;
  const lookup = topics.find(({ action }) => action === 'office_lookup')?.chance ?? 0;
  const asksTax = TAX_ASKED.test(folded) && !WHICH_OFFICE.test(folded);
  const where = turn.reading.questionType === 'where' || (OFFICE.test(folded) && !asksTax);
  // A place told in a few words, with nothing asked, is told for the office that is competent there.
  const isTold =
    !turn.reading.asks && topicWords.length <= MAX_TOLD_WORDS && turn.reading.match.decision !== 'answer';
  const told = isTold ? PLACE_TOLD : 0.2;
  const asked = Math.max(lookup, told, where ? 0.72 - 0.04 * topicWords.length : 0);
  const score = alone ? 0.93 : isStrange(turn) ? Math.min(asked, STRANGE) : asked;
  return [
    {
      kind: 'place',
      about: found[0]?.name ?? '',
      score: Math.max(0, score),
      answer: () => answerPlace(turn) ?? act(turn, 'office_lookup'),
    },
  ];
}

/** "Quán cơm nào ngon ở Tam Kỳ": a place beside words of its own that are none of ours names no office. */
function isStrange({ reading, content }: Turn): boolean {
  if (!isOutside(reading)) return false;
  const { topicWords, said, asks } = reading;
  const words = (said.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [])
    .map((word) => (isLet(word) ? '' : fold(word)))
    .join(' ');
  if (TAX_OFFICE.test(words)) return false;
  const beside = besidePlaces(content.offices, said);
  // "Tân Hiệp cù lao Chàm": a place comes first, and nothing is asked of it.
  const isNamed = !asks && !fold(said).startsWith(beside[0] ?? '');
  return !isNamed && beside.filter((word) => topicWords.includes(word)).length >= STRANGE_WORDS;
}

/** "Thue" with marks and no tone is rented, not tax; without any mark it may be either. */
function isLet(word: string): boolean {
  const { folded, raw } = spellingOf(word);
  return folded === 'thue' && raw !== folded && raw.length === folded.length;
}

/** Communes and wards whose office is not known: said so, with who knows. */
function unassignedCandidate(turn: Turn): Candidate[] {
  const { offices } = turn.content;
  const { folded, questionType, topicWords, followsUp } = turn.reading;
  const said = ` ${bareWords(folded)} `;
  const name = offices.unassigned.find((one) => said.includes(` ${bareWords(fold(one))} `));
  if (name === undefined || findPlaces(offices, turn.reading.said).length > 0) return [];
  const where = questionType === 'where' || OFFICE.test(folded) || followsUp;
  const others = topicWords.length - bareWords(fold(name)).split(' ').length;
  const score = others <= 1 ? 0.9 : where ? 0.74 - 0.06 * others : 0.1;
  return [{ kind: 'place', about: name, score, answer: () => unassignedPlace(turn, name) }];
}

function bareWords(folded: string): string {
  return (folded.match(/[\p{L}\d]+/gu) ?? []).join(' ');
}

function codeCandidate(turn: Turn): Candidate[] {
  const code = codeIn(turn.reading.said);
  return code === undefined
    ? []
    : [{ kind: 'action', about: code, score: 0.98, answer: () => statusOf(turn, code) }];
}
