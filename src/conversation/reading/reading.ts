import type { Action, Content, DialogueAct } from '../../content/types.js';
import type { IntentMatcher, Match } from '../../intent-matching/types.js';
import { fold, readText } from '../../shared/vietnamese-text.js';
import { aspectOf, englishParts, isFollowUp, topicWords } from './aspect.js';
import type { Aspect } from '../guide/key-facts.js';
import { entitiesIn } from './entities/entities.js';
import type { Entity } from './entities/types.js';
import { asksIn } from './asks.js';
import { partsOfMessage } from './clauses.js';
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
/** Below this share of the matcher's, what names another office's matter is one. */
const FOREIGN = 0.3;
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
    acts: actChances(said, plain, content, acts, match),
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

function actChances(
  said: string,
  folded: string,
  content: Content,
  acts: IntentMatcher,
  match: Match,
): ActChance[] {
  const isForeign = match.decision === 'decline' && match.inScope < FOREIGN;
  const cued = cuedActs(said, folded, content, { asksIn, isForeign });
  if (cued.some(({ chance }) => chance === BY_EXAMPLE))
    return cued.filter(({ chance }) => chance === BY_EXAMPLE);
  const { alternatives, inScope } = acts.match(said);
  const known = new Map(content.dialogueActs.map(({ id, act }) => [id, act]));
  const learned = alternatives.flatMap(({ intent: id, confidence }) => {
    const act = known.get(id);
    const chance = confidence * Math.min(1, Math.max(0, inScope));
    return act === undefined || chance < MIN_ACT ? [] : [{ id, act, chance }];
  });
  const others = learned.filter(({ id }) => !cued.some((one) => one.id === id));
  return [...cued, ...others].sort((a, b) => b.chance - a.chance);
}

/** Intents whose target is a dialogue act leave their share to the others. */
function topicChances({ alternatives, decision, inScope }: Match, content: Content): Map<string, number> {
  const topics = alternatives.filter(({ intent }) => !isActIntent(intent, content));
  const acts = alternatives.filter(({ intent }) => isActIntent(intent, content));
  const taken = acts.reduce((sum, { confidence }) => sum + confidence, 0);
  const scale = (decision === 'decline' ? Math.min(1, Math.max(0.2, inScope)) : 1) / Math.max(0.3, 1 - taken);
  return new Map(topics.map(({ intent, confidence }) => [intent, Math.min(0.98, confidence * scale)]));
}

const ACT_ACTIONS: readonly Action[] = [
  'greeting',
  'thanks',
  'small_talk',
  'bot_or_human',
  'talk_to_person',
  'delete_data',
  'request_status',
];

export function isActIntent(intent: string, content: Content): boolean {
  const target = content.intents.get(intent)?.target;
  return target !== undefined && 'action' in target && ACT_ACTIONS.includes(target.action);
}

export function chanceOf(reading: Reading, ...acts: readonly DialogueAct[]): number {
  return reading.acts.filter(({ act }) => acts.includes(act)).reduce((sum, { chance }) => sum + chance, 0);
}
