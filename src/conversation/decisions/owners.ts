import { wordClasses, type ClassifiedToken } from '../reading/word-classes.js';

/** Who asks. */
export const ASKER = 'self';

/**
 * Whom a sum or a number may belong to, by the words for them. `other` is nobody whose case is told:
 * an old woman addressed, a couple. The words that stand for the asker join a name before them: "ck e", "mẹ chị".
 */
const PERSONS = {
  self: 'e / em / tui / toi / tôi / mình / anh / chị / tớ / mik / mk / a / c',
  other:
    'vợ chồng / hai vợ chồng / ông / bà / cô / chú / bác / ba / anh em / chị em / vợ con / em bé / một mình / 1 mình / con em / con anh / con chị / con tui',
  husband: 'chồng / ck / ông xã / chồng iu / ổng / ảnh / anh nhà / ông nhà / anh xã',
  wife: 'vợ / vk / bà xã / vợ iu / bả / chị nhà / bà nhà',
  mother_of_husband: 'mẹ chồng / mẹ ck / má chồng / má ck',
  mother_of_wife: 'mẹ vợ / mẹ vk / má vợ / má vk',
  father_of_husband: 'ba chồng / ba ck / bố chồng / bố ck / cha chồng',
  father_of_wife: 'ba vợ / ba vk / bố vợ / bố vk / cha vợ',
  mother: 'mẹ / mẹ em / mẹ già / má em / má tui / má tôi / má mình / má chị / bà già / mẹ ruột / bà cụ',
  father:
    'ba em / ba tui / ba tôi / ba mình / ba chị / ba anh / bố / bố em / cha em / cha tui / cha tôi / ông già / tía / ba ruột / ông cụ',
  son: 'con trai / thằng con / thằng lớn / con trai lớn',
  daughter: 'con gái / con gái lớn / con bé lớn',
  child: 'đứa con / đứa lớn / con đầu / con lớn / con út / đứa út',
  older_brother: 'anh trai / anh hai / anh ba / anh ruột / ông anh',
  older_sister: 'chị gái / chị hai / chị ba / chị ruột / bà chị',
  younger_brother: 'em trai / thằng em',
  younger_sister: 'em gái / con em gái / em ruột',
  friend:
    'bạn em / bạn tui / bạn tôi / bạn mình / bạn chị / đứa bạn / thằng bạn / người bạn / bạn gái / bạn trai / người yêu',
  boss: 'sếp / giám đốc em',
  colleague: 'đồng nghiệp / bạn cùng công ty',
  employee: 'nhân viên / nv / người làm / thợ em / giúp việc',
  neighbour: 'hàng xóm / nhà bên cạnh / nhà kế bên / quán bên cạnh / quán kế bên',
} as const;
type Named = keyof typeof PERSONS;
/** Answers name them by these (`label_person_…`). */
export type Who = Exclude<Named, 'other'>;

/** Nobody whom the asker may keep as a dependant. */
const STRANGERS = new Set<Who>([ASKER, 'friend', 'boss', 'colleague', 'employee', 'neighbour']);

const personsIn = wordClasses<Named>(PERSONS);

/** Words in front of a name that make the person an object: "nuôi mẹ", "gửi cho ba", "2 con", "bằng vợ". */
const OBJECT =
  /\b(?:nuoi|cho|voi|them|lo|gui|dua|tra|song|o|cung|giup|thay|kem|bang|nhu|hon|lay|bo|thue|muon|tang|bieu|ban|mua|cua nguoi|cham|phu|ky|khai|lam|la|\d+)(?:\s(?:cho|voi|chung|them|mot|ca))?\s$/u;
/** … but a case that is asked for somebody is theirs: "tính cho ck e 45 củ". */
const ASKED_FOR = /\b(?:tinh|hoi|coi|xem|giup|gium|dum|ho|con|the|vay|neu|gio)\s(?:gium |dum |giup )?cho\s$/u;
/** "E gõ lộn", "em muốn hỏi": who writes, not whose anything is. */
const WRITES =
  /^\s(?:(?:moi|vua|lai|co) )?(?:go|viet|noi|nham|lon|lan|quen|bam|ghi|doc|hoi|muon hoi|xin hoi|can hoi|tuong|nghe|thay)\b/u;
/** Nobody who earns: what follows is somebody else's. */
const NO_EARNER =
  /\b(?:mat(?! viec)|chet|qua doi|o nha|noi tro|that nghiep|khong di lam|ko di lam|k di lam|khong (?:co )?luong|ko (?:co )?luong|nghi lam)\b/u;
const SENTENCE_END = /[.!?;\n](?!\d)/u;
/** "45 triệu là lương chồng", "20tr của vợ" right behind a sum. */
const OF_BEHIND =
  /^\s*(?:1 thang |mot thang |\/thang )?(?:la )?(?:luong |tien |thu nhap )?(?:cua |luong )\s*$/u;

/** As typed and folded: places are the same in both. */
interface SaidWords {
  text: string;
  folded: string;
}

interface Owner {
  who: Who;
  start: number;
  end: number;
}

/** Whether the person may be of the asker's family. */
export function isKin(who: Who): boolean {
  return !STRANGERS.has(who);
}

/** The persons that a message names as those it tells of, in their order; "ck e" is one. */
export function ownersIn({ text, folded }: SaidWords): Owner[] {
  const typed = text.length === folded.length ? text : folded;
  const named = personsIn(typed)
    .filter(isPerson)
    .filter((token) => !isBareMonth(token, typed))
    .map((token): typeof token => (isBareMa(token, typed) ? { ...token, class: ASKER } : token));
  return named
    .filter(({ class: who, start }, index) => {
      const before = named[index - 1];
      return !(who === ASKER && before !== undefined && start - before.end <= 1);
    })
    .filter(({ class: who, start }) => who !== 'other' && !isObject(who, folded.slice(0, start)))
    .filter(({ class: who, end }) => !(who === ASKER && WRITES.test(folded.slice(end))))
    .flatMap(({ class: who, start, end }) => (who === 'other' ? [] : [{ who, start, end }]));
}

/** "Ma tui" without marks is "mà tui" more often than "má tui". */
function isBareMa({ words, start, end }: ClassifiedToken<Named>, typed: string): boolean {
  return /^ma (?:em|tui|toi|minh|chi)$/u.test(words) && typed.slice(start, end) === words;
}

/** "Tháng bán 26 ngày" without marks is no "thằng bạn". */
function isBareMonth({ words, start, end }: ClassifiedToken<Named>, typed: string): boolean {
  return words === 'thang ban' && typed.slice(start, end) === words;
}

function isPerson(token: ClassifiedToken<Named>): token is ClassifiedToken<Named> & { class: Named } {
  return token.class !== undefined;
}

function isObject(who: string, before: string): boolean {
  return who !== ASKER && OBJECT.test(before) && !ASKED_FOR.test(before);
}

/**
 * Whose a value is: of the person named last before it in its sentence who can have it, or right behind it ("45 triệu là
 * lương của chồng"). `undefined`: nobody is named.
 */
export function ownerOf(value: { start: number; end: number }, reading: SaidWords): Who | undefined {
  const { folded } = reading;
  const owners = ownersIn(reading);
  const behind = owners.find(
    ({ start }) => start >= value.end && OF_BEHIND.test(folded.slice(value.end, start)),
  );
  if (behind !== undefined) return behind.who;
  return owners.findLast(({ end }) => {
    const between = folded.slice(end, value.start);
    return end <= value.start && !SENTENCE_END.test(between) && !NO_EARNER.test(between);
  })?.who;
}
