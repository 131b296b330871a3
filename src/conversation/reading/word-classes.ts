import { fold, readText, withTonesLast } from '../../shared/vietnamese-text.js';

/** A word or phrase of a message; `class` is absent where no list knows it. */
export interface ClassifiedToken<C extends string> {
  class?: C;
  /** Folded. */
  words: string;
  /** Where it stands in the text read (UTF-16 units). */
  start: number;
  end: number;
}

export interface ClassesIn<C extends string> {
  /** Whether a word of one of the classes stands in the message. */
  has: (...classes: readonly C[]) => boolean;
  /** Whether the first word of one class stands in front of the first of another. */
  before: (first: C, second: C) => boolean;
}

export function classesIn<C extends string>(tokens: readonly ClassifiedToken<C>[]): ClassesIn<C> {
  const at = (name: C): number => tokens.findIndex((token) => token.class === name);
  return {
    has: (...classes) => tokens.some(({ class: name }) => name !== undefined && classes.includes(name)),
    before: (first, second) => at(first) >= 0 && at(first) < at(second),
  };
}

type Lists<C extends string> = Readonly<Record<C, string>>;

interface Listed<C extends string> {
  class: C;
  /** As listed, its letters first and then its tone. */
  spelt: readonly string[];
}

/**
 * Reads messages by lists of words and phrases, each list one class ("huỷ, bỏ, rút lại"): `/` parts the entries of a list. The
 * longest entry counts, and of two lists the first. A word typed without diacritics is known by its letters alone; with
 * them it must agree, so that "đợi" is not "đổi" and "bán" not "bận". Several ask about one message after the other: the last
 * one read is kept.
 */
export function wordClasses<C extends string>(
  lists: Lists<C>,
): (said: string) => readonly ClassifiedToken<C>[] {
  const known = new Map<string, Listed<C>[]>();
  let longest = 1;
  for (const [name, list] of Object.entries<string>(lists))
    for (const entry of list.split('/')) {
      const words = entry.trim().split(/\s+/u);
      const key = words.map((word) => fold(word)).join(' ');
      const listed = { class: name as C, spelt: words.map((word) => withTonesLast(word)) };
      known.set(key, [...(known.get(key) ?? []), listed]);
      longest = Math.max(longest, words.length);
    }
  let last: { said: string; tokens: readonly ClassifiedToken<C>[] } | undefined;
  return (said) => {
    if (last?.said !== said) last = { said, tokens: tokensOf(said, known, longest) };
    return last.tokens;
  };
}

function tokensOf<C extends string>(
  said: string,
  known: ReadonlyMap<string, readonly Listed<C>[]>,
  longest: number,
): ClassifiedToken<C>[] {
  const places = [
    ...readText(said)
      .text.toLowerCase()
      .matchAll(/\d+|\p{L}+/gu),
  ];
  const typed = places.map(([word]) => word);
  const folded = typed.map((word) => fold(word));
  const tokens: ClassifiedToken<C>[] = [];
  for (let at = 0; at < typed.length;) {
    const found = longestAt(typed, folded, at, known, longest);
    const count = found === undefined ? 1 : found.words.split(' ').length;
    const start = places[at]?.index ?? 0;
    const end = (places[at + count - 1]?.index ?? 0) + (typed[at + count - 1]?.length ?? 0);
    tokens.push({ ...(found ?? { words: folded[at] ?? '' }), start, end });
    at += count;
  }
  return tokens;
}

function longestAt<C extends string>(
  typed: readonly string[],
  folded: readonly string[],
  at: number,
  known: ReadonlyMap<string, readonly Listed<C>[]>,
  longest: number,
): Required<Pick<ClassifiedToken<C>, 'class' | 'words'>> | undefined {
  for (let count = Math.min(longest, typed.length - at); count > 0; count--) {
    const words = folded.slice(at, at + count).join(' ');
    const listed = known.get(words)?.find(({ spelt }) => agree(typed.slice(at, at + count), spelt));
    if (listed !== undefined) return { class: listed.class, words };
  }
  return undefined;
}

function agree(typed: readonly string[], spelt: readonly string[]): boolean {
  return typed.every((word, index) => word === fold(word) || withTonesLast(word) === spelt[index]);
}

/** Words that say who speaks to whom and how politely, and nothing of what is wanted; dialect and short forms with them. */
export const FILLER =
  'a / à / ạ / ah / á / ak / ad / admin / ai đó / anh / ảnh / chị / chú / cô / bác / cậu / em / e / bạn / bé / con / cháu / tôi / tui / toi / mình / mik / mjk / tớ / ' +
  'dạ / vâng / ơi / ừ / ừm / ờ / ủa / ta / nha / nhé / nhe / nghe / nghen / hen / hén / hỉ / hí / nè / ni / này / nầy / đó / đấy / kia / ấy / nớ / đi / với / thì / là / mà / và / vậy / vầy / rứa / ri / z / v / ' +
  'cho / giùm / dùm / giúp / hộ / xin / vui lòng / làm ơn / pls / nhờ / muốn / cần / ưng / định / tính / chắc / luôn / lun / hết / thôi / thui / rồi / r / được / đc / dc / đx / nữa / nx / lại / cái / cục / một / 1 / của / ' +
  'bữa / hôm / ngày / bên / chỗ / ở / ra / vô / vào / coi / thử / phải / có / cũng / cx / giờ / bây giờ / chừ / nãy giờ / hồi nãy / lúc nãy / quá / lắm / ghê / thiệt / thật / luôn luôn / cả / chứ / chớ / nhỉ / nhưng / vì / tại / do / để / đã / sẽ / đang';
