import type { Procedure, QuestionAnswer } from '../../content/types.js';
import { answerPair } from '../guide/aspect-answer.js';
import { fold, foldedWords } from '../../shared/fold.js';
import { procedureOf, type Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import { chancesFor } from './known-questions.js';
import { isInDanger } from './topic-chance.js';

/** "Nếu không sửa thì sao", "để vậy luôn có sao không", "quên nộp thì bị gì": what comes of it when nothing is done, folded. */
const LEFT_UNDONE =
  /^(?:(?:the|vay|rua|ma|roi|neu|nhu|lo|gia|chi|em|minh|con|ua|a) )*(?:khong|ko|k|hong|hok|hk|chua|quen|lam bieng|de|bo|ke|tre|cham|qua han)(?: \p{L}+){0,4}? (?:sao|rang|bi (?:gi|chi|phat)|co sao|bi lam sao|hau qua)(?: \p{L}+){0,2}$/u;
/** How such a question is worded in most entries: one of these words stands in its title. */
const WORDED = 'tre, khong nop co bi phat khong';
const ABOUT_DELAY = /\b(?:phat|tre|cham|quen|qua han|qua \d+)\b/u;
const KNOWN = 0.5;
/** Asked of the matter in hand in words that name no other. */
const MEANT = 0.84;
const MAX_TOPIC_WORDS = 2;
/** A question of its own words needs no other wording. */
const OWN_WORDS = { chance: 0.7, likeness: 0.3 };
/** One that is about something else needs to be this like it. */
const JUST_SO = 0.5;

/** Asks what becomes of the matter in hand when nothing is done: its common question about delay and fines answers. */
export function proposeLeftUndone(turn: Turn): Candidate[] {
  const { state, reading, content } = turn;
  const procedure = procedureOf(turn, state.topic);
  if (procedure === undefined || isInDanger(state, content)) return [];
  if (reading.topicWords.length > MAX_TOPIC_WORDS || !LEFT_UNDONE.test(foldedWords(reading.said).join(' ')))
    return [];
  const pairs = chancesFor(turn, procedure, reading.said).pairs.slice(0, procedure.questions.length);
  const isOwn = ({ chance, likeness }: { chance: number; likeness: number }, at: number): boolean =>
    chance >= OWN_WORDS.chance &&
    likeness >= (isAboutDelay(procedure.questions[at]) ? OWN_WORDS.likeness : JUST_SO);
  if (pairs.some(isOwn)) return [];
  // What is to be done about the matter in hand may be told in an entry beside it.
  const near = [procedure, ...procedure.related.flatMap((id) => procedureOf(turn, id) ?? [])];
  for (const one of near) {
    const index = questionAboutDelay(turn, one);
    const pair = index === undefined ? undefined : one.questions[index];
    if (index !== undefined && pair !== undefined) return [aboutDelay(turn, one, index, pair)];
  }
  return [];
}

function aboutDelay(turn: Turn, from: Procedure, index: number, pair: QuestionAnswer): Candidate {
  const answer = () => {
    turn.state.last = { kind: 'question', entry: from.id, index };
    return answerPair(turn, from, pair);
  };
  return { kind: 'question', about: `${from.id}#${index + 1}`, entry: from.id, score: MEANT, answer };
}

function questionAboutDelay(turn: Turn, procedure: Procedure): number | undefined {
  const { pairs } = chancesFor(turn, procedure, WORDED);
  return procedure.questions
    .map((question, index) => ({ index, question, chance: pairs[index]?.chance ?? 0 }))
    .filter(({ question, chance }) => chance >= KNOWN && isAboutDelay(question))
    .sort((a, b) => b.chance - a.chance)[0]?.index;
}

function isAboutDelay(question: QuestionAnswer | undefined): boolean {
  return question !== undefined && ABOUT_DELAY.test(fold(question.title ?? question.ask.join(' ')));
}
