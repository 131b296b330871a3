import type { Action, Content, DialogueAct } from '../../content/types.js';
import type { IntentMatcher, Match } from '../../intent-matching/types.js';
import { fold, readText } from '../../shared/vietnamese-text.js';
import { aspectOf, englishParts, isFollowUp, topicWords } from './aspect.js';
import type { Aspect } from '../guide/key-facts.js';
import { entitiesIn } from './entities/entities.js';
import type { Entity } from './entities/types.js';
import { asksIn } from './asks.js';
import { partsOfMessage } from './clauses.js';
import { tellsAct } from './telling-words.js';
import { BY_EXAMPLE, cuedActs, isUpset, type ActChance } from './cued-acts.js';
import { foldedToAsk } from './question-words.js';
import { languageOf, passedOn, type SpokenLanguage } from './language.js';
import { referenceIn, type Reference } from './references.js';
import { partSupposed, supposedIn } from './suppositions.js';

/** What a message says by itself, read once and kept on the turn; whatever looks at the message looks here. */
export interface Reading {
  /** As typed, personal data taken out. */
  said: string;
  folded: string;
  /** Dialogue acts, likeliest first; what is left to 1 is the chance that it performs none of them. */
  acts: readonly ActChance[];
  /** The matcher's word on the whole message. */
  match: Match;
  /** In which language it is answered. */
  language: SpokenLanguage;
  /** Intents that lead to entries or to the product's actions, with what no dialogue act takes from them. */
  topics: ReadonlyMap<string, number>;
  /** Which part of an entry is asked for: papers, where, how long … */
  questionType?: Aspect;
  /** Words that name a matter; empty for "nộp ở đâu vậy em". */
  topicWords: readonly string[];
  /** "Thế còn…", "vậy nếu…": goes on about what was spoken of. */
  followsUp: boolean;
  asks: boolean;
  /** What it holds for so ("chắc là được hoàn đó"), as the question whether it is; such a message asks, too. */
  supposes?: string;
  /** Swears or complains of having tried again and again, whatever it asks besides. */
  upset: boolean;
  entities: readonly Entity[];
  reference?: Reference;
  /** Its own sentences and clauses that ask something. */
  questions: readonly string[];
  /** All of them, also those that only tell something. */
  clauses: readonly string[];
  /** The clauses up to and with each question: what is told before it belongs to it. */
  segments: readonly (readonly string[])[];
  halves: readonly (readonly [string, string])[];
  isStory: boolean;
  /** Several matters are announced, counted or joined (see `partsOfMessage`). */
  isList: boolean;
}

export interface ReadingSources {
  content: Content;
  matcher: IntentMatcher;
  acts: IntentMatcher;
  /** Today in Vietnam, YYYY-MM-DD. */
  today: string;
}

const MIN_ACT = 0.08;
/** English words are like some Vietnamese example by chance: less than this is none, but for what warns of a danger. */
const MIN_ENGLISH_ACT = 0.32;
/** The matcher's share for a message to be one of ours at all. */
export const OUTSIDE = 0.25;
/** Below this share of the matcher's, what names another office's matter is one. */
const FOREIGN = 0.3;
/** Nobody is warned, taken for rude or told of the bot by chance; small talk and other offices' matters are strange by nature. */
const NO_GUESSES: readonly DialogueAct[] = ['danger', 'danger_goes_on', 'insult', 'about_bot', 'ok'];
/** What is left of an act in a message of no matter of ours none of whose words speaks for it ("hhhhhhhh"). */
const GUESSED = 0.3;
/** From here on the matcher is certain of what is said to the bot itself, and so much is left of another act beside it. */
const CERTAIN = 0.95;
const BESIDE_CERTAIN = 0.5;
/** From here on another act is likely enough not to be passed over. */
const LIKELY = 0.3;
/** Pure: the same message, content and day give the same reading. */
export function readMessage(written: string, { content, matcher, acts, today }: ReadingSources): Reading {
  const typed = passedOn(written) ?? written;
  const { text: said, folded: plain } = readText(typed);
  const parts = partsOfMessage(said);
  const match = matcher.match(said);
  const folded = inVietnamese(typed, plain, match, matcher);
  // In a story what is told ("giấy tờ em đứng tên") asks for no part.
  const asked = aspectOf(
    parts.isStory && parts.questions.length > 0 ? fold(parts.questions.join('\n')) : folded,
  );
  const supposes = supposedIn(said);
  const questionType = asked ?? (supposes === undefined ? undefined : partSupposed(supposes));
  const reference = referenceIn(said);
  return {
    said,
    folded,
    acts: actChances(said, plain, { content, matcher, acts }, match),
    match,
    language: languageOf(typed, match.language),
    topics: topicChances(match, content),
    ...(questionType === undefined ? {} : { questionType }),
    topicWords: topicWords(supposes === undefined ? folded : fold(supposes)),
    followsUp: isFollowUp(folded),
    asks: supposes !== undefined || asksIn(foldedToAsk(said)),
    ...(supposes === undefined ? {} : { supposes }),
    upset: isUpset(said, plain, content),
    entities: entitiesIn(folded, today),
    ...(reference === undefined ? {} : { reference }),
    questions: parts.questions,
    clauses: parts.clauses,
    segments: parts.segments,
    halves: parts.halves,
    isStory: parts.isStory,
    isList: parts.isList,
  };
}

/** An English message as the matcher reads it, with the parts of an entry it asks for: its sums and facts are then found as in Vietnamese. */
function inVietnamese(typed: string, written: string, { language }: Match, matcher: IntentMatcher): string {
  // As typed: Telex keys would read "how" as "hơ".
  const parts = englishParts(fold(typed));
  if (language !== 'en') return parts.length === 0 ? written : parts.join(' ');
  // A number is read as its kind ("<money>"); its value is as written.
  const words = matcher.read(written).map((word) => (/^<.*>$/u.test(word.read) ? word.written : word.read));
  return fold([...words, ...parts].join(' '));
}

const GRAVE: ReadonlySet<DialogueAct> = new Set<DialogueAct>([
  'danger',
  'danger_goes_on',
  'evasion',
  'person',
]);

function actChances(
  said: string,
  folded: string,
  { content, matcher, acts }: Omit<ReadingSources, 'today'>,
  match: Match,
): ActChance[] {
  const { language } = match;
  const isForeign = match.decision === 'decline' && match.inScope < FOREIGN;
  const cued = cuedActs(said, folded, content, { asksIn, isForeign });
  if (cued.some(({ chance }) => chance === BY_EXAMPLE))
    return cued.filter(({ chance }) => chance === BY_EXAMPLE);
  const { alternatives, inScope } = acts.match(said);
  const known = new Map(content.dialogueActs.map(({ id, act }) => [id, act]));
  const learned = alternatives.flatMap(({ intent: id, confidence }) => {
    const act = known.get(id);
    const chance = confidence * Math.min(1, Math.max(0, inScope));
    const least = match.language === 'en' && act !== undefined && !GRAVE.has(act) ? MIN_ENGLISH_ACT : MIN_ACT;
    return act === undefined || chance < least ? [] : [{ id, act, chance }];
  });
  const isGuess = ({ act }: ActChance): boolean =>
    isForeign && language !== 'en' && NO_GUESSES.includes(act) && !tellsAct(content, matcher, act, said);
  const others = learned
    .filter(({ id }) => !cued.some((one) => one.id === id))
    .map((one) => (isGuess(one) ? { ...one, chance: one.chance * GUESSED } : one));
  return withSure([...cued, ...others], sureAct(match, content, learned)).sort((a, b) => b.chance - a.chance);
}

/** What is certain leaves others less ("em là người thật hay robot" asks for no person), unless another act is surer still. */
function withSure(acts: readonly ActChance[], sure: ActChance | undefined): ActChance[] {
  if (sure === undefined || acts.some(({ act, chance }) => act !== sure.act && chance > sure.chance))
    return [...acts];
  const left = sure.act === 'bot_or_human' && sure.chance >= CERTAIN ? BESIDE_CERTAIN : 1;
  const others = acts.filter(({ id }) => id !== sure.id);
  return [sure, ...others.map((one) => (isDanger(one) ? one : { ...one, chance: one.chance * left }))];
}

function isDanger({ act }: ActChance): boolean {
  return act === 'danger' || act === 'danger_goes_on';
}

/** The matcher knows small talk and requests to the bot too, from examples of its own: where it is certain, so is the act. */
function sureAct(
  { decision, intent, confidence, inScope }: Match,
  content: Content,
  learned: readonly ActChance[],
): ActChance | undefined {
  const target = decision === 'answer' ? content.intents.get(intent ?? '')?.target : undefined;
  const act = target !== undefined && 'action' in target ? ACTS_OF_ACTIONS[target.action] : undefined;
  const known = learned.find((one) => one.act === act);
  const id = known?.id ?? content.dialogueActs.find((one) => one.act === act)?.id;
  if (act === undefined || id === undefined) return undefined;
  // "Khỏi gặp cán bộ nữa" names a person as well: what is done at once needs the acts' own word, and no other likely act.
  const isFirst = learned[0]?.act === act;
  if (!isFirst && (DONE_AT_ONCE.includes(act) || (learned[0]?.chance ?? 0) >= LIKELY)) return undefined;
  return { id, act, chance: Math.max(known?.chance ?? 0, confidence * inScope), isAllAsked: true };
}

/** Intents whose target is a dialogue act leave their share to the others; of two matters in one message each is asked about. */
function topicChances(match: Match, content: Content): Map<string, number> {
  const { decision, inScope } = match;
  const alternatives = bothWhole(match);
  const topics = alternatives.filter(({ intent }) => !isActIntent(intent, content));
  const acts = alternatives.filter(({ intent }) => isActIntent(intent, content));
  const taken = acts.reduce((sum, { confidence }) => sum + confidence, 0);
  const scale = (decision === 'decline' ? Math.min(1, Math.max(0.2, inScope)) : 1) / Math.max(0.3, 1 - taken);
  return new Map(topics.map(({ intent, confidence }) => [intent, Math.min(0.98, confidence * scale)]));
}

/** The matcher halves between two matters what it believes of both. */
function bothWhole({ alternatives, second, intent }: Match): Match['alternatives'] {
  if (second === undefined) return alternatives;
  const isOne = (one: Match['alternatives'][number]) => one.intent === intent || one.intent === second.intent;
  const both = alternatives.filter(isOne).reduce((sum, { confidence }) => sum + confidence, 0);
  return alternatives.map((one) => (isOne(one) ? { ...one, confidence: both } : one));
}

const ACTS_OF_ACTIONS: Partial<Record<Action, DialogueAct>> = {
  greeting: 'greet',
  thanks: 'thanks',
  small_talk: 'small_talk',
  bot_or_human: 'bot_or_human',
  talk_to_person: 'person',
  delete_data: 'delete_data',
  request_status: 'request_status',
};

const DONE_AT_ONCE: readonly DialogueAct[] = ['person', 'delete_data', 'request_status'];

/** The matcher declines the message, and is sure of it. */
export function isOutside({ match }: Pick<Reading, 'match'>): boolean {
  return match.decision === 'decline' && match.inScope < OUTSIDE;
}

export function isActIntent(intent: string, content: Content): boolean {
  const target = content.intents.get(intent)?.target;
  return target !== undefined && 'action' in target && target.action in ACTS_OF_ACTIONS;
}

export function chanceOf(reading: Reading, ...acts: readonly DialogueAct[]): number {
  return reading.acts.filter(({ act }) => acts.includes(act)).reduce((sum, { chance }) => sum + chance, 0);
}
