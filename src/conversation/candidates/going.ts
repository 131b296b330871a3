import { weekdayOf } from '../../shared/days.js';
import { dayMeant, officeHours } from '../actions/hours.js';
import { answerSaturday } from '../actions/saturday.js';
import { answerAspects, hasAspect } from '../guide/aspect-answer.js';
import { menuChoice, personChoice, text } from '../replies.js';
import { classesIn, FILLER, wordClasses } from '../reading/word-classes.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import type { Candidate } from './candidate.js';
import { prefixed } from './navigation.js';
import { isInDanger } from './topic-chance.js';

const CLASSES = {
  when: 'mai / ngày mai / sáng mai / chiều mai / mốt / ngày mốt / bữa sau / hôm sau / bữa mô / bữa nào / hôm nào / tuần sau / tuần tới / đầu tuần / cuối tuần / lát / lát nữa / chút nữa / xíu nữa / tí nữa / hồi nữa / chiều ni / chiều nay / sáng / chiều / trưa / thứ hai / thứ 2 / thứ ba / thứ 3 / thứ tư / thứ 4 / thứ năm / thứ 5 / thứ sáu / thứ 6 / thứ bảy / thứ 7 / t2 / t3 / t4 / t5 / t6 / t7 / rảnh / khi rảnh / chủ nhật / hôm nay / bữa ni / giờ / bây giờ / chừ',
  go: 'ra / lên / qua / xuống / tới / đến / ghé / chạy ra / chạy lên / chạy qua / đi / nộp / đi nộp / đem ra / mang ra / đem lên / mang lên / đem nộp / mang nộp',
  matter:
    'nộp / làm / khai / gửi / đăng ký / đk / đóng / đóng thuế / thuế / thuế cơ sở / chi cục / chi cục thuế / cơ quan thuế / bên thuế / phường / xã / uỷ ban / ubnd / một cửa / hồ sơ / giấy / giấy tờ / tờ khai / tiền / thủ tục / trực tiếp / thẳng / trên',
  filler: `${FILLER} / ok / oke / okie / thôi / vậy thôi / chắc là / khỏi / hiểu rồi / biết rồi / cám ơn / cảm ơn / vợ / chồng / nhà / o / mự / dì / cậu / tự`,
} as const;

const read = wordClasses(CLASSES);
const MAX_WORDS = 14;
/** Nothing else is said, so nothing that a day or an hour may tell of a case is meant. */
const SAID = 0.975;
const MIN_WORDS = 3;

/** "Chắc mai em ra nộp": who says that they come is told what to bring, and when somebody is there. */
export function proposeGoing(turn: Turn): Candidate[] {
  return announcesComing(turn)
    ? [{ kind: 'act', about: 'going', score: SAID, answer: () => beforeGoing(turn) }]
    : [];
}

/** Whether nothing is said but that somebody comes; of appointments and of days that are counted it says more. */
export function announcesComing(turn: Turn): boolean {
  const { state, content, reading } = turn;
  const { booked, waiting } = state;
  if (booked !== undefined || waiting?.for === 'slot' || waiting?.for === 'booking') return false;
  return !isInDanger(state, content) && announces(reading.said) && !countsDays(turn);
}

/** "Mai em nộp" within a calculation of days is the day that it counts to. */
function countsDays({ state: { last, waiting }, content }: Turn): boolean {
  const asked = waiting?.for === 'fact' ? waiting.decision : undefined;
  const decision = content.decisions.get(asked ?? (last?.kind === 'decision' ? last.decision : ''));
  return decision?.facts.some(({ fact }) => content.facts.get(fact)?.kind === 'date') === true;
}

function announces(said: string): boolean {
  const tokens = read(said);
  if (said.includes('?') || tokens.length < MIN_WORDS || tokens.length > MAX_WORDS) return false;
  if (tokens.some((token) => token.class === undefined)) return false;
  const { has } = classesIn(tokens);
  return has('when') && has('go');
}

const SATURDAY = 6;
const NAMES_SATURDAY = /\b(?:thu bay|thu 7|t7)\b/u;

/** Saturdays are a question of their own, with times to choose from. */
async function openOnComing(turn: Turn): Promise<Answered> {
  const day = dayMeant(turn);
  const isSaturday =
    NAMES_SATURDAY.test(turn.reading.folded) || (day !== undefined && weekdayOf(day) === SATURDAY);
  return isSaturday ? answerSaturday(turn) : officeHours(turn);
}

async function beforeGoing(turn: Turn): Promise<Answered> {
  const procedure = procedureOf(turn, turn.state.topic);
  const hours = await openOnComing(turn);
  const isFiled = procedure?.kind === 'procedure' && hasAspect(turn, procedure, 'papers');
  if (procedure === undefined || !isFiled) {
    const [first] = hours.replies;
    const words = [say(turn, 'going'), ...(first === undefined ? [] : [first.text])];
    return answered('answered_information', [text(words.join('\n'), [menuChoice(turn), personChoice(turn)])]);
  }
  const what = prefixed(
    answerAspects(turn, procedure, ['where', 'papers']),
    say(turn, 'going_with', { entry: procedure.button }),
  );
  const [last] = hours.replies;
  const day = last === undefined ? [] : [text(last.text, what.replies.at(-1)?.quickReplies ?? [])];
  return { ...what, replies: [...what.replies, ...day] };
}
