import { fold } from '../../shared/fold.js';

/** `either`: too little to tell ("ok bye", which Vietnamese borrow): it is in the language spoken before. */
export type SpokenLanguage = 'vi' | 'en' | 'either';

/** Vietnamese marks, composed or not. */
const MARKS = /[đ\u0300-\u0303\u0306\u0309\u031b\u0323]/iu;
/** Short words of Vietnamese typed without marks that no English message holds. */
const VIETNAMESE = new Set(
  'e em anh chi chu bac oi nha nhe nhi ne hen k ko khong hok hong dc duoc gi j nao sao vay z thue giay minh tui toi cho phai nop dong ad roi r chua voi nhieu'.split(
    ' ',
  ),
);
/** Words that Vietnamese lacks, also without its marks ("can" is "cần", "the" is "thế"). */
const ENGLISH = new Set(
  'how what where which when who why does did is it are you your my mine they their he she we our and please need want get will should would could have has had this that these with from for of not there much many take takes long about if was were been or someone somebody called calling says said saying must only today because before after money month year i days weeks months years late million billion sir madam mister'.split(
    ' ',
  ),
);
const BORROWED = new Set('ok okay oke okie tks thanks thank you bye yes no hi hello alo'.split(' '));

/** The "dong" of "30 million dong" is no Vietnamese word. */
const ENGLISH_SUM = /\b(million|billion|thousand) (?:dong|vnd)\b/gu;

/** `matched`: as the matcher read it. */
export function languageOf(typed: string, matched: 'vi' | 'en' = 'vi'): SpokenLanguage {
  if (MARKS.test(typed.normalize('NFD'))) return 'vi';
  const words =
    fold(typed)
      .replace(ENGLISH_SUM, '$1')
      .match(/[a-z'-]+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (words.some((word) => VIETNAMESE.has(word)) && english < MIXED) return 'vi';
  // Nothing but a number says no more of the language than borrowed words do.
  if (words.every((word) => BORROWED.has(word))) return 'either';
  if (english >= PLAIN || isAllEnglish(words)) return 'en';
  // One such word alone ("where do I go") goes with the language spoken before.
  return matched === 'vi' && english > 0 ? 'either' : matched;
}

/** "Hi sir", "where", "the fine": few words, all of them English and one of them no Vietnamese syllable. */
function isAllEnglish(words: readonly string[]): boolean {
  const isSure = words.some((word) => word.length > 2 && ENGLISH.has(word));
  return isSure && words.every((word) => ENGLISH.has(word) || BORROWED.has(word));
}

/** So many English words are no Vietnamese message, whatever the matcher makes of it … */
const PLAIN = 2;
/** … nor, beside a Vietnamese word, are so many. */
const MIXED = 3;

const PASSED_ON = /[:"“]\s*([^:"“”]{8,})["”]?\s*$/u;

/** What a foreigner asks, passed on by who writes in Vietnamese: "ông bạn hỏi: where can I …". */
export function passedOn(typed: string): string | undefined {
  const words = PASSED_ON.exec(typed)?.[1]?.trim();
  return words !== undefined && languageOf(words) === 'en' ? words : undefined;
}
