import type { Content, Intent, Procedure } from '../../content/types.js';
import { foldedWords } from '../../shared/fold.js';
import { perObject } from '../../shared/per-object.js';
import type { Turn } from '../turn.js';
import { asksSomething } from '../reading/asks.js';
import { tellsDone } from '../reading/done.js';
import { intentOf } from './forms.js';

/** Whom is spoken to, and how something is asked for, folded; whatever it is. */
export const POLITE = (
  'a ah ak alo anh em chi co chu bac ban bot da oi u uh um toi tui minh e c b m mik shop ad admin ' +
  'cho hoi xin can muon dinh giup voi viec chuyen ve vu cai nay do thi la nhe nhi ha'
).split(' ');
/** Words around the name of a matter that say nothing of which one is meant, folded. */
const AROUND = new Set([...POLITE, ...'tinh lam thu tuc kia giay to thue cua nguoi ma roi nha'.split(' ')]);
const MIN_WORDS = 2;
const MAX_WORDS = 7;
const MAX_BARE = 5;
/** The matcher knows from examples that they mean one ("lệ phí trước bạ nhà"). */
const CERTAIN = 0.97;
/** What more matters than this are named by ("hộ kinh doanh") names none; the matcher decides. */
const MAX_SHARING = 4;

/**
 * The matters whose names all hold the few words that the message consists of ("muốn đóng mã", "sang tên"): none is meant
 * more than the others. Empty where it says more, is the whole name of one, or was taught as an example of one.
 */
export function sharedName(turn: Turn): Intent[] {
  const { entities, folded, match, questionType, topicWords } = turn.reading;
  // "Nộp chỗ nào" names nothing, though names of matters hold such words.
  if (questionType !== undefined && topicWords.length === 0) return [];
  if (tellsDone(turn.reading.said)) return [];
  const words = foldedWords(folded);
  const own = words.filter((word) => !AROUND.has(word));
  if (entities.length > 0 || own.length < MIN_WORDS || words.length > MAX_WORDS) return [];
  if (match.language === 'en' || isTaught(turn.content, words.join(' '))) return [];
  if (match.decision === 'answer' && match.confidence >= CERTAIN) return [];
  const sharing = namesOf(turn.content).filter(({ names }) => own.every((word) => names.has(word)));
  if (sharing.length < 2 || sharing.length > MAX_SHARING) return [];
  const intents = sharing.flatMap(({ entry }) => intentOf(turn, entry) ?? []);
  const chance = ({ id }: Intent) => turn.reading.topics.get(id) ?? 0;
  return intents.sort((a, b) => chance(b) - chance(a));
}

/** How an English message asks, as it is read in Vietnamese. */
const ASKING = new Set('bao nhieu o dau lam sao khi nao phai nop co khong can giay to gi'.split(' '));

/** "How much is the registration fee" with a car in hand: nothing is named that is not in the name of that matter too. */
export function isNamedInEnglish(turn: Turn, entry: string): boolean {
  const { entities, folded } = turn.reading;
  const own = foldedWords(folded).filter((word) => !ASKING.has(word));
  if (entities.length > 0 || own.length < MIN_WORDS) return false;
  const named = namesOf(turn.content).find((one) => one.entry === entry);
  return named !== undefined && own.every((word) => named.names.has(word));
}

/** Few words that name a kind of matter and ask nothing of it ("thuế chuyển nhượng", "xin hoàn lại thuế"), not taught as one. */
export function isBareName({ content, reading }: Turn): boolean {
  const { entities, folded, questionType, match } = reading;
  const words = foldedWords(folded);
  if (match.language === 'en' || questionType !== undefined || entities.length > 0) return false;
  return words.length <= MAX_BARE && !asksSomething(reading.said) && !isTaught(content, words.join(' '));
}

/** Whether the message is the whole name of an entry, or the title of its button. */
export function isNameOfEntry({ content, reading: { said } }: Turn): boolean {
  return namesIn(content).titles.has(foldedWords(said).join(' '));
}

interface Named {
  entry: string;
  names: ReadonlySet<string>;
}

interface Names {
  entries: Named[];
  /** Names and buttons as they were written, folded. */
  titles: ReadonlySet<string>;
  /** Those and examples. */
  taught: ReadonlySet<string>;
}

const namesIn = perObject(({ procedures, intents }: Content): Names => {
  const titles = ({ name, button }: Procedure) => [name, button].map((title) => foldedWords(title));
  const entries = [...procedures.values()].map((procedure) => ({
    entry: procedure.id,
    names: new Set(titles(procedure).flat()),
  }));
  const examples = [...intents.values()].flatMap((intent) => intent.examples.map((one) => foldedWords(one)));
  const written = [...procedures.values()].flatMap(titles).map((words) => words.join(' '));
  const taught = new Set([...written, ...examples.map((words) => words.join(' '))]);
  return { entries, titles: new Set(written), taught };
});

function namesOf(content: Content): Named[] {
  return namesIn(content).entries;
}

/** Whether the words are a name or an example of a matter. */
export function isTaught(content: Content, words: string): boolean {
  return namesIn(content).taught.has(words);
}
