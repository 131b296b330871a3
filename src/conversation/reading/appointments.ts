import { fold } from '../../shared/fold.js';
import { ONE_TO_NINE } from './entities/number-words.js';
import { classesIn, FILLER, wordClasses, type ClassifiedToken } from './word-classes.js';
import { ordinalIn } from './references.js';

/** What a message says of an appointment; what that comes to depends on what was booked and what lies open. */
export interface AppointmentWords {
  cancels: boolean;
  /** Cannot come, without saying what is to become of the appointment. */
  isAway: boolean;
  moves: boolean;
  /** Wants a seat: "đặt", "giữ", "lấy". */
  takes: boolean;
  /** One more than there is. */
  more: boolean;
  /** Names the appointment itself: "hẹn", "suất", "khung giờ". */
  named: boolean;
  /** Points at it: "bữa đó", "tới đó". */
  pointed: boolean;
  /** Asks for the code it was given. */
  code: boolean;
  asksWhen: boolean;
  asksWhere: boolean;
  /** Only asks whether there is room: "còn không", "có suất 9h không"; "9h được không" asks for it. */
  asksWhether: boolean;
  /** In their order: "dời 8h qua 9h". */
  times: readonly ClockTime[];
  partOfDay?: 'morning' | 'afternoon';
  /** A Saturday by its week, counted from this one. */
  week?: number;
  saturday: boolean;
  /** Another day than a Saturday. */
  otherDay: boolean;
  ordinal?: number | 'last';
  /** A number and nothing but polite words. */
  number?: number;
  /** Words that are about none of this. */
  others: number;
}

interface ClockTime {
  hour: number;
  minute: number;
}

type WordClass = keyof typeof CLASSES;

const CLASSES = {
  cancel:
    'huỷ / huỷ bỏ / cancel / bỏ / rút / rút lại / xoá / khỏi / không cần / ko cần / k cần / hông cần / hổng cần / khỏi cần / nhường / trả lại',
  busy: 'bận rồi / bận việc / bận đột xuất / bận mất / bận / mắc việc / mắc công chuyện / mắc / kẹt việc / kẹt / lỡ / bị ốm / bị bệnh / ốm / bệnh / có việc / có công chuyện / đột xuất / việc gấp / lỡ hẹn / đi công tác / công tác',
  move: 'dời / dời lại / đổi / đổi lại / chuyển / chuyển qua / chuyển sang / lùi / hoãn / dời qua / dời sang / đổi qua / đổi sang / sang / qua / move / reschedule / change',
  take: 'đặt / đặt chỗ / đặt giùm / giữ / giữ chỗ / lấy / chọn / chốt / đăng ký / đăng kí / đk / book / booking / ghi tên / xin / nhận / hẹn giờ / ưng / ok / oke / thêm / nữa',
  thing:
    'hẹn / lịch hẹn / cái hẹn / giờ hẹn / buổi hẹn / lịch / suất / xuất / khung giờ / khung / slot / chỗ hẹn / buổi / appointment / một chỗ / 1 chỗ / chỗ đó / đăng ký đó / chỗ đã đặt / lịch đã đặt',
  there:
    'bữa đó / bữa nớ / hôm đó / hôm nớ / buổi đó / ngày đó / lúc đó / tới đó / đến đó / lên đó / chỗ đó / chỗ nớ / khi đến / khi tới / hôm tới / bữa tới / ở đó / ở nớ / tới nơi / đến nơi / tới trễ / đi trễ / đến trễ / lên trễ / trễ giờ / tới sớm / đi thay / đi thế / nhắc em / nhắc tui / nhắc tôi / nhắc chị / nhắc anh / nhắc trước',
  code: 'mã / mã số / mã hẹn / mã đăng ký / mã đăng kí / mã lịch / mã code / code / mã đọc',
  when: 'mấy giờ / lúc nào / khi nào / khi mô / bữa nào / bữa mô / hôm nào / ngày nào / ngày mô / giờ nào / mấy h / when / what time',
  where: 'ở đâu / ở mô / chỗ nào / chỗ mô / nơi nào / tới đâu / đến đâu / đâu / địa chỉ / where',
  morning: 'sáng / buổi sáng / ban sáng / sớm',
  afternoon: 'chiều / buổi chiều / trưa',
  saturday: 'thứ bảy / thứ 7 / t7 / thứ bẩy / bảy / thứ bảy này / thứ 7 này / cuối tuần / saturday',
  weekday:
    'thứ hai tuần / thứ ba / thứ 3 / thứ tư / thứ 4 / thứ năm / thứ 5 / thứ sáu / thứ 6 / thứ 2 tuần / chủ nhật / cn / t2 / t3 / t4 / t5 / t6 / ngày mai / mai / ngày thường',
  thisWeek: 'tuần này / tuần ni',
  nextWeek: 'tuần sau / tuần tới / tuần kế / tuần kế tiếp / tuần sau nữa / next week',
  clock: 'giờ / h / g / rưỡi / phút / lúc / tầm / khoảng / cỡ / kém / am / pm / đúng',
  ordinal:
    'đầu / đầu tiên / thứ nhất / thứ nhì / thứ hai / thứ 2 / thứ 1 / cuối / cuối cùng / chót / sớm nhất / muộn nhất / trễ nhất / số / thứ / câu / mục / lựa chọn / hàng / dòng / nhất',
  unsure: 'không / ko / k / hông / hok / hong / hôn / hem / chưa / hay',
  question: 'gì / chi / j / sao / răng / nào / mô / bao nhiêu / mấy / bao lâu / đâu / hả / hử / ai',
  // Goes with an appointment and says nothing of what is to become of it.
  about:
    'mang / mang theo / đem / đem theo / giấy tờ / giấy / tới / đến / lên / đi / đọc / quên / mất / nhớ / báo / nhắc / gặp / còn / trống / vẫn / khác / xem / kiểm tra / hỏi / bữa / việc / vợ / chồng / má / mẹ / ba / bố / người nhà / người / chỗ / đám cưới / đám giỗ / đám / dịp / khi / sẵn / trước / gần / so / với / tiện / hợp / cán bộ / nhân viên / chuyên viên / đúng giờ / ghé / kịp / rảnh / hôm qua / bữa qua / hôm kia / tiếng / nơi',
  filler: FILLER,
} as const;

const read = wordClasses<WordClass>(CLASSES);
const HOUR_WORDS: Readonly<Record<string, number>> = {
  ...ONE_TO_NINE,
  ...{ muoi: 10, 'muoi mot': 11, 'muoi hai': 12 },
};
/** "Bây giờ", "từ giờ", "sau giờ": an hour only where its own mark says so. */
const MARKED: Readonly<Record<string, string>> = { bay: 'bảy', tu: 'tư', sau: 'sáu' };
/** "8h", "8h30", "8:30", "8 rưỡi", "tám giờ rưỡi", "9 giờ kém 15". */
const CLOCK = new RegExp(
  `(?<![\\d:])(?:(\\d{1,2})|\\b(muoi mot|muoi hai|${Object.keys(HOUR_WORDS).join('|')}))` +
    `\\s?(?:(?:h|g|gio)\\s?(?:(kem)\\s?)?(\\d{2}|ruoi)?|:(\\d{2})|\\s(ruoi))(?:\\s?(?:p|phut))?(?![\\d\\p{L}])`,
  'gu',
);
const DATE = /(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}(?:[/.-]\d{2,4})?(?!\d)/gu;
/** "Không tới được", "đi hông được", "khỏi đi". */
const AWAY =
  /\b(?:(?:khong|ko|k|kg|hong|hok|hk|chua|chang|khoi)\s(?:di|toi|den|qua|len|ra|ghe|kip|ranh)|(?:di|toi|den|qua|len|ra|ghe)\s(?:khong|ko|k|hong|hok|hk)\s(?:duoc|dc|kip|noi))\b/u;
const NAMED = /\b(?:doi|chuyen|dat|lui)\s(?:lich|gio|hen|suat)\b/u;
const ASKS_FOR_ROOM = /\b(?:con|co)\b(?!.*\b(?:duoc|dc|dx)\b)/u;
const FIRST = /\bsom nhat\b/u;
const LAST = /\b(?:muon|tre) nhat\b/u;
const LISTED = 'suat|xuat|khung gio|khung|cai|so|hang|dong|muc|cau|lua chon|slot';
/** What is counted by words alone: "giờ đầu", but not "cho 2 người". */
const COUNTED_IN_WORDS = /\b(?:cho|gio|buoi|lich)\s((?:dau|cuoi)(?: tien| cung)?)\b/u;
const ALONE =
  /^(?:(?:lay|chon|chot|cho|em|e|tui|minh|thi|vay|dat|giu)\s)*((?:dau|cuoi)(?: tien| cung)?|thu (?:hai|nhat|nhi))(?:\s(?:di|a|nha|nhe|em|nghen|luon))*$/u;

/** Every name of an appointment, as letters: what has none of them names none. */
const ANY_NAME = new RegExp(
  `(?<!\\p{L})(?:${CLASSES.thing
    .split('/')
    .map((name) => fold(name.trim()).replaceAll(' ', '[^\\p{L}\\d]+'))
    .join('|')})(?!\\p{L})`,
  'u',
);

/** Wants an appointment and names it; told apart from other messages without reading them whole. `said`: as read, its keystrokes composed. */
export function asksForAppointment(said: string): boolean {
  const folded = fold(said);
  if (!ANY_NAME.test(folded) && !NAMED.test(folded)) return false;
  const { takes, named } = appointmentWords(said);
  return takes && named;
}

/** Reads what concerns appointments. `said`: as typed; everything else is told from it alone. */
export function appointmentWords(said: string): AppointmentWords {
  const typed = said.trim();
  const folded = fold(typed);
  const clocks = [...folded.matchAll(CLOCK)].filter((clock) => isHour(clock, typed));
  const times = clocks.flatMap((clock) => timeOf(clock) ?? []);
  const rest = clocks.reduce((text, { 0: whole, index }) => blank(text, index, whole.length), typed);
  const tokens = read(rest.replace(DATE, ' '));
  const { has } = classesIn(tokens);
  const others = tokens.filter((token) => token.class === undefined && !/^\d+$/u.test(token.words)).length;
  const ordinal = ordinalOf(folded, times.length > 0);
  const part = has('morning') ? 'morning' : has('afternoon') ? 'afternoon' : undefined;
  return {
    ...{
      cancels: has('cancel'),
      isAway: AWAY.test(folded) || (has('busy') && others === 0 && !has('take', 'question')),
    },
    ...{ moves: has('move'), takes: has('take'), more: /\b(?:them|nua)\b/u.test(folded) },
    ...{ named: has('thing') || NAMED.test(folded), pointed: has('there'), code: has('code') },
    ...{
      asksWhen: has('when'),
      asksWhere: has('where'),
      asksWhether: ASKS_FOR_ROOM.test(folded) && endsInDoubt(tokens),
    },
    ...{ times, saturday: has('saturday'), otherDay: has('weekday') && ordinal === undefined, others },
    ...(part === undefined ? {} : { partOfDay: part }),
    ...(has('nextWeek') ? { week: 1 } : has('thisWeek') ? { week: 0 } : {}),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...bareNumber(tokens),
  };
}

function blank(text: string, at: number, length: number): string {
  return text.slice(0, at) + ' '.repeat(length) + text.slice(at + length);
}

function isHour({ 2: word = '' }: RegExpExecArray, typed: string): boolean {
  const marked = MARKED[word];
  return marked === undefined || typed.toLowerCase().normalize('NFC').includes(`${marked} giờ`);
}

function timeOf([, digits, word = '', before, ...rest]: RegExpExecArray): ClockTime | undefined {
  const hour = digits === undefined ? HOUR_WORDS[word] : Number(digits);
  if (hour === undefined || hour > 23) return undefined;
  const written = rest.find(Boolean);
  const minute = written === 'ruoi' ? 30 : Number(written ?? 0);
  if (minute > 59) return undefined;
  return before === undefined ? { hour, minute } : { hour: hour - 1, minute: (60 - minute) % 60 };
}

function ordinalOf(folded: string, hasClock: boolean): number | 'last' | undefined {
  if (FIRST.test(folded)) return 1;
  if (LAST.test(folded)) return 'last';
  const alone = COUNTED_IN_WORDS.exec(folded)?.[1] ?? ALONE.exec(folded)?.[1];
  if (alone !== undefined) return ordinalIn(`cai ${alone}`, 'cai');
  return hasClock ? undefined : ordinalIn(folded, LISTED);
}

const BESIDE_A_NUMBER: readonly (WordClass | undefined)[] = ['filler', 'take', 'thing', 'ordinal'];

function bareNumber(tokens: readonly ClassifiedToken<WordClass>[]): { number?: number } {
  const rest = tokens.filter(
    ({ class: name, words }) => isNumberWord(words) || !BESIDE_A_NUMBER.includes(name),
  );
  const [only, second] = rest;
  if (only === undefined || second !== undefined || !isNumberWord(only.words)) return {};
  return { number: HOUR_WORDS[only.words] ?? Number(only.words) };
}

function isNumberWord(words: string): boolean {
  return /^\d{1,2}$/u.test(words) || (words !== 'mot' && words in HOUR_WORDS);
}

/** "Còn không em": the last word that is no mere filler doubts. */
function endsInDoubt(tokens: readonly ClassifiedToken<WordClass>[]): boolean {
  return tokens.findLast((token) => token.class !== 'filler')?.class === 'unsure';
}
