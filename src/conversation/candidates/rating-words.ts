import { fold } from '../../shared/fold.js';
import { ONE_TO_NINE } from '../reading/entities/number-words.js';
import { classesIn, FILLER, wordClasses, type ClassifiedToken } from '../reading/word-classes.js';

type Degree = 1 | 2 | 3 | 4 | 5;
type WordClass = keyof typeof CLASSES;

const CLASSES = {
  best: 'tuyệt vời / tuyệt / xuất sắc / đỉnh / hoàn hảo / mười điểm / quá được / quá đã / số một / perfect / excellent',
  middling:
    'bình thường / bt / bthg / bthường / tạm / tàm tạm / tạm được / tạm ổn / cũng tạm / cũng được / cũng đc / cũng dc / cũng ổn / cũng ok / cũng oke / trung bình / thường thường / thường thôi / sàn sàn / so so / hơi ổn / nửa nọ nửa kia / không tệ / ko tệ / k tệ / không đến nỗi / cx được / cx đc / cx ổn / cx ok / tàm tạm thôi',
  good: 'hài lòng / hl / tốt / ổn / ổn áp / ok / oke / okie / okê / ô kê / hay / khá / khá tốt / hữu ích / có ích / bổ ích / dễ hiểu / rõ ràng / nhiệt tình / tận tình / ưng ý / ưng bụng / ưng / thích / vừa ý / chu đáo / good / nice / được việc / dễ thương / giỏi / tuyệt lắm',
  helped:
    'giúp được / có giúp / có giúp được / giúp được nhiều / giúp ích / giúp nhiều / có / rồi / đã giúp / được rồi / đúng ý / trúng ý / trúng / đúng / đúng cái / hiểu rồi / giúp được rồi / yes / giải quyết được / xong rồi / được',
  bad: 'kém / dở / chán / yếu / thất vọng / khó hiểu / lòng vòng / tào lao / nhảm / xàm / lan man / bad',
  worst:
    'tệ / tệ hại / tồi / tồi tệ / dở ẹc / dở tệ / dở quá / ẹc / vô dụng / vô ích / quá dở / quá tệ / quá chán / chán quá / terrible',
  very: 'rất / quá / lắm / cực / cực kỳ / cực kì / siêu / hết sức / hết chỗ chê / nhất / ghê / dữ / thật sự / vô cùng / nhiều / hết cỡ / very / chi mô / luôn á',
  not: 'không / ko / k / kg / hông / hổng / hok / hong / hk / khum / chẳng / chả / chưa / chứ chưa / đâu có / not / no',
  atAll:
    'chút nào / tí nào / tẹo nào / chút xíu nào / gì / gì hết / gì cả / gì ráo / chi hết / chi / tí / hết / xíu nào / chút gì / một chút nào / tí gì',
  points: 'sao / điểm / ⭐ / stars / đ',
  marks: 'chấm / đánh giá / mức / cho / vote / rate / bình chọn',
  outOf: 'trên / phần',
  number: 'một / hai / ba / bốn / tư / năm / sáu / bảy / tám / chín / mười',
  filler: `${FILLER} / số / bot / máy / trả lời / tư vấn / hướng dẫn / hỏi / hồi / thấy / nói chung / nói thật / cảm thấy / mấy / cái tui hỏi / người / giúp em / á / xíu / thêm / mức độ / phục vụ / câu trả lời / chỉ / hơi / cũng / nghĩ / theo`,
} as const;

const read = wordClasses<WordClass>(CLASSES);
const NUMBER_WORDS: Readonly<Record<string, number>> = { ...ONE_TO_NINE, muoi: 10 };
const OUT_OF = /(?<![\d/])(\d{1,2})\s?(?:\/|tren)\s?(5|10)(?![\d/])/u;
const COUNTS_PEOPLE = /\d\s?(?:con|chau|be|nguoi)\b/u;
/** Said of anything: "ok" alone takes note, "có" alone answers no question of degree. */
const SAID_OF_ANYTHING = /^(?:ok|oke|okie|o ke|co|roi|dung|yes)$/u;
const BEST = 5;

/** What a message says of how satisfied somebody is; absent where it says anything else. */
export interface RatingSaid {
  degree?: Degree;
  helped?: boolean;
}

/**
 * One of the five degrees, or whether it helped, in numbers, stars or words: "4/5", "năm sao", "tàm tạm", "chưa giúp được gì".
 * Only messages made of nothing else count, so that a question after the bot asked for a rating stays a question.
 * `forDegree`: a degree was asked for, so that a bare number is one and "có" is none.
 */
export function ratingSaid(said: string, forDegree: boolean): RatingSaid | undefined {
  const points = pointsIn(said, forDegree);
  if (points !== undefined) return { degree: points };
  const tokens = read(said);
  if (tokens.length === 0 || tokens.some((token) => token.class === undefined || isNumeral(token)))
    return undefined;
  const last = tokens.findLast((token) => token.class !== 'filler');
  // "Được không", "ổn hông em" asks.
  if (last?.class === 'not' && last !== tokens.find((token) => token.class !== 'filler')) return undefined;
  return spoken(tokens, forDegree);
}

function spoken(tokens: readonly ClassifiedToken<WordClass>[], forDegree: boolean): RatingSaid | undefined {
  const { has, before } = classesIn(tokens);
  const isStrong = has('very', 'atAll');
  const isPraise = has('good', 'best');
  const isPlain = tokens.every((one) => !isOf(one, 'good', 'helped') || SAID_OF_ANYTHING.test(one.words));
  // "Không hài lòng lắm" is less strong than "không hài lòng", "rất không hài lòng" stronger.
  const isFlat = has('atAll') || before('very', 'not');
  if (has('not') && isPraise) return { degree: isFlat ? 1 : 2 };
  if (has('middling') || (has('not') && has('bad', 'worst'))) return { degree: 3 };
  if (has('worst')) return { degree: 1 };
  if (has('bad')) return { degree: has('very') ? 1 : 2 };
  if (has('best') || (has('good') && isStrong)) return { degree: 5 };
  if (forDegree) return !has('good', 'helped') || isPlain ? undefined : { degree: has('not') ? 2 : 4 };
  if (has('not')) return { helped: false };
  if (tokens.some(({ words }) => words === 'hai long')) return { degree: 4 };
  if (has('helped')) return { helped: true };
  return isPraise && !isPlain ? { helped: true } : undefined;
}

function isOf({ class: name }: ClassifiedToken<WordClass>, ...classes: readonly WordClass[]): boolean {
  return name !== undefined && classes.includes(name);
}

function isNumeral({ class: name, words }: ClassifiedToken<WordClass>): boolean {
  return name === 'number' || name === 'points' || /^\d+$/u.test(words);
}

/** "5 sao", "4 trên 5", "chấm 3", "mười điểm": of ten where more than five or "/10" is said. */
function pointsIn(said: string, forDegree: boolean): Degree | undefined {
  const outOf = OUT_OF.exec(fold(said));
  if (outOf !== null && saysNothingElse(said)) return degreeOf(Number(outOf[1]), Number(outOf[2]));
  const tokens = read(said);
  const numbers = tokens.filter((token) => /^\d+$/u.test(token.words) || token.class === 'number');
  const [only, second, third] = numbers;
  if (only === undefined || third !== undefined || !saysNothingElse(said)) return undefined;
  const value = numberOf(only);
  if (second !== undefined)
    return tokens.some((token) => token.class === 'outOf') ? degreeOf(value, numberOf(second)) : undefined;
  const isMarked = tokens.some(({ class: name }) => name === 'points' || name === 'marks');
  const isTyped = only.class !== 'number';
  if (!isMarked && !(forDegree && isTyped && !COUNTS_PEOPLE.test(fold(said)))) return undefined;
  return degreeOf(value, value > BEST ? 10 : BEST);
}

function numberOf({ words }: ClassifiedToken<WordClass>): number {
  return NUMBER_WORDS[words] ?? Number(words);
}

function saysNothingElse(said: string): boolean {
  return read(said).every(({ class: name, words }) => name !== undefined || /^\d+$/u.test(words));
}

function degreeOf(value: number, of: number): Degree | undefined {
  if (of !== BEST && of !== 2 * BEST) return undefined;
  const degree = of === BEST ? value : Math.ceil(value / 2);
  return degree >= 1 && degree <= BEST && value <= of ? (degree as Degree) : undefined;
}
