import { findPlaces } from '../../content/places.js';
import { answerPlace } from '../actions/office.js';
import { openIntent } from '../actions/open.js';
import { rateDegree, rateHelped, takeComment } from '../actions/rating.js';
import { agreeToTalk, declineTalk } from '../actions/talk.js';
import { deleteData } from '../actions/switches.js';
import type { Decision } from '../../content/types.js';
import { isBeyondLimit } from '../decisions/limits.js';
import { moneyOf } from '../decisions/money-parts.js';
import { saysUnknown } from '../decisions/unknown.js';
import { answerPair } from '../guide/aspect-answer.js';
import { isPhrase } from '../phrases.js';
import { fold, foldedWords } from '../../shared/fold.js';
import { isVague } from '../reading/entities/vague-numbers.js';
import { chanceOf, isActIntent } from '../reading/reading.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import type { Waiting } from '../types.js';
import { sayOutlook } from '../wording/outlook.js';
import type { Candidate } from './candidate.js';
import { declineOptions } from './decline.js';
import { ratingSaid } from './rating-words.js';
import { sumChosen, takeSum } from './which-sum.js';

const YES = ['có', 'xoá', 'xoá hết', 'xác nhận', 'ừ', 'đúng', 'ok', 'đồng ý xoá', 'vâng', 'đồng ý', 'xoá đi'];
const NO = ['không', 'thôi', 'khoan', 'giữ lại', 'không phải', 'ko', 'k', 'huỷ', 'đừng xoá'];
const AGREED = [
  'đồng ý',
  'tôi đồng ý',
  'em đồng ý',
  'có',
  'ừ',
  'ok',
  'oke',
  'dạ',
  'vâng',
  'được',
  'dạ được',
  'đồng ý ạ',
];
const CONTACTS_ONLY = [
  'không',
  'ko',
  'k',
  'thôi',
  'không đồng ý',
  'ko đồng ý',
  'k đồng ý',
  'chỉ cho nơi liên hệ',
  'chỉ cho em nơi liên hệ',
  'nơi liên hệ',
];
const CERTAIN = 0.99;
const REFUSES = 0.4;

/**
 * Answers to what the bot asked last. A message that does not fit it is an ordinary question and is weighed with
 * everything else; the pending prompt is taken off by whatever answers.
 */
export function proposeAwaited(turn: Turn): Candidate[] {
  const { waiting } = turn.state;
  const found = waiting === undefined ? helpedInWords(turn) : fitting(turn, waiting);
  return found === undefined
    ? []
    : [{ kind: 'awaited', about: waiting?.for ?? 'helped', score: CERTAIN, answer: found }];
}

/** "Có, xoá đi", "ừ xoá hết giúp chị": nothing but yes and the thing that was asked about. */
const YES_WORDS = new Set(
  'co u uh um ok oke dong y vang da xoa het di luon giup gium chi anh em toi minh nha nhe a dung roi duoc yes het sach cho'.split(
    ' ',
  ),
);
const YES_ITSELF = /\b(?:co|u|uh|um|ok|oke|dong y|vang|xoa|dung|yes)\b/u;

function saysYes(said: string): boolean {
  const folded = fold(said);
  const words = foldedWords(said);
  return words.length > 0 && YES_ITSELF.test(folded) && words.every((word) => YES_WORDS.has(word));
}

type Way = () => Answered | Promise<Answered>;

function fitting(turn: Turn, waiting: Waiting): Way | undefined {
  const { said } = turn.reading;
  const done =
    (answer: Way): Way =>
    () => {
      delete turn.state.waiting;
      return answer();
    };
  switch (waiting.for) {
    case 'choice':
    case 'question': {
      const answer =
        isPhrase(said, NO) || refusesAll(turn) ? () => declineOptions(turn) : chosen(turn, waiting);
      return answer === undefined ? undefined : done(answer);
    }
    case 'deletion':
      return isPhrase(said, YES) || saysYes(said) ? done(() => deleteData(turn)) : undefined;
    case 'talk':
      if (isPhrase(said, CONTACTS_ONLY)) return done(() => declineTalk(turn));
      return isPhrase(said, AGREED) ? done(() => agreeToTalk(turn)) : undefined;
    case 'degree': {
      const degree = ratingSaid(said, true)?.degree;
      return degree === undefined ? undefined : done(() => rateDegree(turn, waiting.procedure, degree));
    }
    case 'comment':
      return isComment(turn) ? done(() => takeComment(turn, waiting.procedure)) : undefined;
    case 'fact':
      return unknownFact(turn, waiting);
    case 'sum':
      return chosenSum(turn, waiting, done);
    case 'commune':
      return findPlaces(turn.content.offices, said).length > 0
        ? done(() => answerPlace(turn) ?? declineOptions(turn))
        : undefined;
    // Weighed with the other ways to speak of appointments.
    case 'slot':
    case 'booking':
      return undefined;
  }
}

function chosen(turn: Turn, waiting: Extract<Waiting, { for: 'choice' | 'question' }>): Way | undefined {
  if (waiting.for === 'choice') {
    const intent = chosenIntent(turn, waiting.options);
    return intent === undefined ? undefined : () => openIntent(turn, intent);
  }
  const procedure = procedureOf(turn, waiting.procedure);
  const pair = procedure?.questions[waiting.options[numberSaid(turn, waiting.options.length) - 1] ?? -1];
  if (procedure === undefined || pair === undefined) return undefined;
  return () => answerPair(turn, procedure, pair);
}

/** "Không phải mấy cái đó", "không cái nào đúng": names nothing of its own. */
function refusesAll({ reading }: Turn): boolean {
  return reading.topicWords.length === 0 && chanceOf(reading, 'refuse') >= REFUSES;
}

/** What was told for a fact is weighed with its decision; that it is not known is answered here, and stays open. */
function unknownFact(turn: Turn, { decision: id, fact }: Extract<Waiting, { for: 'fact' }>): Way | undefined {
  const decision = turn.content.decisions.get(id);
  const { folded } = turn.reading;
  if (decision === undefined || !(saysUnknown(folded) || saysRoughly(turn, decision, fact))) return undefined;
  return () => sayOutlook(turn, decision, fact, 'fact_unknown');
}

/** "Vài trăm triệu", "hơn 1 tỷ" where 1 billion is a limit: nothing can be computed with it. */
function saysRoughly(turn: Turn, decision: Decision, asked: string): boolean {
  const { folded, entities } = turn.reading;
  const fact = turn.content.facts.get(asked);
  const sums = entities.filter((one) => one.kind === 'money');
  if (fact?.kind !== 'money') return false;
  if (sums.length === 0) return isVague(folded);
  return sums.some(({ amount, period }) => {
    const value = moneyOf(fact, [{ amount, ...(period === undefined ? {} : { period }) }]);
    return value !== undefined && isBeyondLimit(value, turn.reading, [decision], turn);
  });
}

function chosenSum(
  turn: Turn,
  waiting: Extract<Waiting, { for: 'sum' }>,
  done: (answer: Way) => Way,
): Way | undefined {
  const chosen = sumChosen(turn, waiting);
  return chosen === undefined ? undefined : done(() => takeSum(turn, chosen));
}

/** "Có", "chưa", "cũng ổn" typed instead of pressed, while whether it helped was the last thing asked. */
function helpedInWords(turn: Turn): Way | undefined {
  const { ratingAsked, turns = 0 } = turn.state;
  if (ratingAsked === undefined || (ratingAsked.turn ?? turns) < turns - 1) return undefined;
  const { degree, helped } = ratingSaid(turn.reading.said, false) ?? {};
  if (degree !== undefined) return () => rateDegree(turn, ratingAsked.procedure, degree);
  return helped === undefined ? undefined : () => rateHelped(turn, ratingAsked.procedure, helped);
}

/** A number, "cái thứ hai", or the words of a button. */
function chosenIntent(turn: Turn, options: readonly string[]): string | undefined {
  return (
    options[numberSaid(turn, options.length) - 1] ??
    options.find((id) => isPhrase(turn.reading.said, namesOf(turn, id)))
  );
}

/** 0 when the message points at none of the list. */
function numberSaid({ reading: { reference } }: Turn, count: number): number {
  if (reference?.to !== 'option') return 0;
  return reference.number === 'last' ? count : reference.number;
}

function namesOf(turn: Turn, id: string): string[] {
  const intent = turn.content.intents.get(id);
  if (intent === undefined) return [];
  const procedure =
    'procedure' in intent.target ? turn.content.procedures.get(intent.target.procedure) : undefined;
  return [intent.button, ...(procedure === undefined ? [] : [procedure.name])];
}

/** Words after a rating are a comment unless they ask for something the bot knows, thank or take leave. */
function isComment(turn: Turn): boolean {
  const { reading } = turn;
  const { decision, intent } = reading.match;
  const asksMatter = decision === 'answer' && intent !== null && !isActIntent(intent, turn.content);
  if (reading.said.includes('?') || asksMatter) return false;
  return chanceOf(reading, 'bye', 'person', 'stop', 'danger', 'greet') < 0.5;
}
