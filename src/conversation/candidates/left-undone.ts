import type { Procedure } from '../../content/types.js';
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

/** Asks what becomes of the matter in hand when nothing is done: its common question about delay and fines answers. */
export function proposeLeftUndone(turn: Turn): Candidate[] {
  const { state, reading, content } = turn;
  const procedure = procedureOf(turn, state.topic);
  if (procedure === undefined || isInDanger(state, content)) return [];
  if (reading.topicWords.length > MAX_TOPIC_WORDS || !LEFT_UNDONE.test(foldedWords(reading.said).join(' ')))
    return [];
  const pairs = chancesFor(turn, procedure, reading.said).pairs.slice(0, procedure.questions.length);
  if (pairs.some(({ chance, likeness }) => chance >= OWN_WORDS.chance && likeness >= OWN_WORDS.likeness))
    return [];
  const index = questionAboutDelay(turn, procedure);
  const pair = index === undefined ? undefined : procedure.questions[index];
  if (index === undefined || pair === undefined) return [];
  const answer = () => {
    state.last = { kind: 'question', entry: procedure.id, index };
    return answerPair(turn, procedure, pair);
  };
  return [
    { kind: 'question', about: `${procedure.id}#${index + 1}`, entry: procedure.id, score: MEANT, answer },
  ];
}

function questionAboutDelay(turn: Turn, procedure: Procedure): number | undefined {
  const { pairs } = chancesFor(turn, procedure, WORDED);
  return procedure.questions
    .map(({ title, ask }, index) => ({
      index,
      title: fold(title ?? ask.join(' ')),
      chance: pairs[index]?.chance ?? 0,
    }))
    .filter(({ title, chance }) => chance >= KNOWN && ABOUT_DELAY.test(title))
    .sort((a, b) => b.chance - a.chance)[0]?.index;
}
