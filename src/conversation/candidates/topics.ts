import { speaksOfOthers } from '../reading/strangers.js';
import { isUnoffered } from '../offered-intents.js';
import { staysWith } from './stays-with-matter.js';
import { tellsIntent } from '../reading/telling-words.js';
import { isInDanger, type TopicChance } from './topic-chance.js';
import type { Turn } from '../turn.js';
import { isActIntent, isOutside } from '../reading/reading.js';

/** How much likelier a matter is for having been spoken of; by how much of its own the message says. */
const WEIGHTS = {
  elliptic: { current: 8, leftOver: 0.9 },
  followUp: { current: 4, leftOver: 0.6 },
  short: { current: 3, leftOver: 0.45 },
  own: { current: 2, leftOver: 0.25 },
} as const;
const RELATED = 1.6;
const SPOKEN_OF = 1.4;
/** "Hạn chót" and "nộp ở đâu" within a matter ask of that matter, seldom of all deadlines and offices. */
const ACTION_WITHIN = 0.35;
const SHORT_WORDS = 6;
/** "Cần giấy tờ gì" names no matter: with one in hand, this little is left of what it alone might be about. */
const UNNAMED = 0.2;
/** The same where the words name neither a matter nor a part of one. */
const NO_WORDS = 0.45;
/** A matter that the matcher is sure of and that the message names itself. */
const SURE = 0.8;
/** The same of words that alone name none. */
const CERTAIN = 0.9;
const MIN_DANGER = 0.2;
const DANGER = 2.2;
const STRANGE = 0.15;
/** The same of a matter that no word of the message speaks for, where the matcher itself would ask. */
const UNTOLD = 0.3;
/** The matcher's share below which nobody is taken for somebody who evades taxes, or the like. */
const OURS = 0.6;

/** Likeliest first. A message with a clear topic of its own wins over the context; what names none stays with it. */
export function topicsInContext(turn: Turn): TopicChance[] {
  const { reading, state, content } = turn;
  const current = state.topic !== undefined && content.procedures.has(state.topic) ? state.topic : undefined;
  const stays = current !== undefined && staysWith(turn, current);
  const own = current === undefined ? ownTopics(turn) : ownWithin(turn, current, stays);
  const left = Math.max(0.02, 1 - own.reduce((sum, { chance }) => sum + chance, 0));
  if (current === undefined) return ranked(own);
  const weights = WEIGHTS[manner(turn)];
  const related = new Set(content.procedures.get(current)?.related ?? []);
  const spokenOf = new Set(state.topics ?? []);
  const weighed = own.map((topic) => ({ ...topic, chance: topic.chance * weightOf(topic) }));
  const known = weighed.find(({ entry }) => entry === current);
  const leftOver = weights.leftOver * (isStrange(turn) ? STRANGE : 1);
  if (known === undefined) weighed.push({ entry: current, chance: left * leftOver });
  else known.chance += left * leftOver;
  const total = weighed.reduce((sum, { chance }) => sum + chance, 0) + left * (1 - leftOver);
  const shared = weighed.map((topic) => ({ ...topic, chance: topic.chance / total }));
  return ranked(stays ? shared : keepSure(shared, turn, current));

  function weightOf({ entry, action }: TopicChance): number {
    if (action !== undefined) return isSureOfAction(reading) ? 1 : ACTION_WITHIN;
    if (entry === current) return weights.current;
    if (entry === undefined) return 1;
    return related.has(entry) ? RELATED : spokenOf.has(entry) ? SPOKEN_OF : 1;
  }
}

/** One word ("giờ xin còn kịp", "có làm lại không") makes no question about the office's hours of a question within a matter. */
function isSureOfAction({ topicWords, match }: Turn['reading']): boolean {
  return topicWords.length > 1 && match.decision === 'answer';
}

/** A question in words of its own that are none of ours ("nấu phở bò thế nào") does not belong to the matter in hand. */
function isStrange({ reading, state, content }: Turn): boolean {
  const { topicWords, followsUp, asks } = reading;
  return !isInDanger(state, content) && isOutside(reading) && topicWords.length >= 3 && asks && !followsUp;
}

function manner(turn: Turn): keyof typeof WEIGHTS {
  const { reading, state } = turn;
  const words = wordsOf(reading);
  // Within a fraud what they do next, and what becomes of the money, is still about it.
  if (isInDanger(state, turn.content) && (words <= SHORT_WORDS || speaksOfOthers(reading.said)))
    return 'elliptic';
  if (reading.topicWords.length === 0 && !namesSurely(turn)) return 'elliptic';
  // Words of an English message are no topic words of ours, unless it is about something else altogether.
  if (reading.match.language === 'en' && words <= SHORT_WORDS && !isStrange(turn)) return 'elliptic';
  if (reading.followsUp) return 'followUp';
  return words <= SHORT_WORDS ? 'short' : 'own';
}

/** As they were typed: an English message is read with the parts it asks for behind it. */
function wordsOf({ match, said, folded }: Turn['reading']): number {
  return (match.language === 'en' ? said : folded).trim().split(/\s+/u).length;
}

/** A part asked for without naming a matter ("nộp ở đâu") says hardly anything of another matter. */
function ownWithin(turn: Turn, current: string, stays: boolean): TopicChance[] {
  const { questionType, topicWords } = turn.reading;
  const own = ownTopics(turn);
  if (!stays && (topicWords.length > 0 || namesSurely(turn))) return own;
  const left = stays || questionType !== undefined ? UNNAMED : NO_WORDS;
  return own.map((topic) => (topic.entry === current ? topic : { ...topic, chance: topic.chance * left }));
}

/** "Cho thuê nhà nộp thuế sao": words that each are in every question name a matter together, where no part is asked for. */
function namesSurely({ reading: { match, questionType } }: Turn): boolean {
  return (
    questionType === undefined &&
    match.decision === 'answer' &&
    Math.min(match.confidence, match.inScope) >= CERTAIN
  );
}

function ownTopics(turn: Turn): TopicChance[] {
  const { reading, content } = turn;
  const list = [...reading.topics].flatMap(([intent, share]): TopicChance[] => {
    const target = content.intents.get(intent)?.target;
    if (target === undefined || isActIntent(intent, content)) return [];
    const chance = share * (isGuess(turn, intent) ? UNTOLD : 1);
    if ('action' in target) return [{ intent, action: target.action, chance }];
    const decision = content.intents.get(intent)?.decision;
    const asked = decision === undefined ? {} : { decisions: { [decision]: chance } };
    return [{ intent, entry: target.procedure, chance, ...asked }];
  });
  return withDanger(turn, joined(list));
}

/** Nothing but common words is nearest to some matter too, and so is what is hardly ours to one that is not offered to choose. */
function isGuess(turn: Turn, intent: string): boolean {
  const { reading, content, matcher } = turn;
  const { match, said } = reading;
  if (match.decision === 'answer') return false;
  if (isUnoffered(turn, intent) && (match.inScope < OURS || match.intent !== intent)) return true;
  return !tellsIntent(content, matcher, intent, said);
}

/** What may be a fraud under way is looked at before everything else. */
function withDanger({ content }: Turn, list: TopicChance[]): TopicChance[] {
  const entries = new Set(
    content.dialogueActs.flatMap(({ act, entry }) => (act === 'danger' ? (entry ?? []) : [])),
  );
  return list.map((topic) =>
    topic.entry !== undefined && entries.has(topic.entry) && topic.chance >= MIN_DANGER
      ? { ...topic, chance: Math.min(0.95, topic.chance * DANGER) }
      : topic,
  );
}

/** Two intents that lead to one entry speak for it together. */
function joined(list: readonly TopicChance[]): TopicChance[] {
  const found: TopicChance[] = [];
  for (const topic of list) {
    const same = found.find(({ entry }) => entry !== undefined && entry === topic.entry);
    if (same === undefined) found.push({ ...topic });
    else {
      same.chance = Math.min(0.98, same.chance + topic.chance);
      if (topic.decisions !== undefined) same.decisions = { ...same.decisions, ...topic.decisions };
    }
  }
  return found;
}

/** The context does not talk a sure matcher out of a matter that the message names in words of its own. */
function keepSure(list: TopicChance[], turn: Turn, current: string): TopicChance[] {
  const { reading } = turn;
  const { decision, intent, confidence } = reading.match;
  const namesNone = reading.topicWords.length === 0 && !namesSurely(turn);
  if (decision !== 'answer' || confidence < SURE || namesNone) return list;
  const sure = list.find((topic) => topic.intent === intent);
  if (sure === undefined || sure.entry === current) return list;
  return list.map((topic) =>
    topic === sure ? { ...topic, chance: Math.max(topic.chance, confidence * 0.9) } : topic,
  );
}

function ranked(list: readonly TopicChance[]): TopicChance[] {
  return [...list].sort((a, b) => b.chance - a.chance);
}
