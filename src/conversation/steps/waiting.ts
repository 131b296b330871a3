import { foldedWords } from '../../shared/fold.js';
import { answerPair } from '../guide/aspect-answer.js';
import { isPhrase } from '../phrases.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import { answerInput } from '../actions/inputs.js';
import { declineOptions } from './decline.js';
import { openIntent } from './open.js';
import { rateDegree, rateHelped, takeComment } from './rating.js';
import { deleteData } from './switches.js';

const YES = ['có', 'xoá', 'xoá hết', 'xác nhận', 'ừ', 'đúng', 'ok', 'đồng ý xoá', 'vâng'];
const HELPED = ['có', 'có giúp được', 'giúp được', 'được rồi', 'có được'];
const NOT_YET = ['chưa', 'chưa giúp được', 'chưa được', 'không giúp được'];
const NO = ['không', 'thôi', 'khoan', 'giữ lại', 'không phải', 'ko', 'k', 'huỷ'];

/**
 * The answer to what the bot asked last. A message that does not fit is an ordinary question: the waiting ends and
 * nothing stands in its way.
 */
export async function answerAwaited(turn: Turn): Promise<Answered | null> {
  const { waiting } = turn.state;
  if (turn.said === '') return null;
  if (waiting === undefined) return helpedInWords(turn);
  delete turn.state.waiting;
  switch (waiting.for) {
    case 'choice':
      return chosen(turn, waiting.options);
    case 'question':
      return chosenQuestion(turn, waiting.procedure, waiting.options);
    case 'deletion':
      return isPhrase(turn.said, YES) ? deleteData(turn) : null;
    case 'degree': {
      const degree = /^\s*([1-5])\s*(?:[^\d\s].*)?$/u.exec(turn.said)?.[1];
      return degree === undefined ? null : rateDegree(turn, waiting.procedure, Number(degree));
    }
    case 'comment':
      return isQuestion(turn) ? null : takeComment(turn, waiting.procedure);
    case 'commune':
    case 'amount':
    case 'slot':
      return answerInput(turn, waiting);
  }
}

/** "có", "chưa" typed instead of pressed, while whether the guide helped was the last thing asked. */
function helpedInWords(turn: Turn): Answered | null {
  const { guide, ratingAsked } = turn.state;
  if (ratingAsked === undefined || guide?.part !== 'basis' || guide.procedure !== ratingAsked.procedure)
    return null;
  if (isPhrase(turn.said, HELPED)) return rateHelped(turn, ratingAsked.procedure, true);
  return isPhrase(turn.said, NOT_YET) ? rateHelped(turn, ratingAsked.procedure, false) : null;
}

/** A number, "cái thứ hai", or the words of a button. */
async function chosen(turn: Turn, options: readonly string[]): Promise<Answered | null> {
  if (isPhrase(turn.said, NO)) return declineOptions(turn);
  const byNumber = options[numberSaid(turn) - 1];
  const intent = byNumber ?? options.find((id) => isPhrase(turn.said, namesOf(turn, id)));
  return intent === undefined ? null : openIntent(turn, intent);
}

/** A number, "câu 2"; anything else is the next question. */
function chosenQuestion(turn: Turn, id: string, options: readonly number[]): Answered | null {
  if (isPhrase(turn.said, NO)) return declineOptions(turn);
  const procedure = procedureOf(turn, id);
  const pair = procedure?.questions[options[numberSaid(turn) - 1] ?? -1];
  return procedure === undefined || pair === undefined ? null : answerPair(turn, procedure, pair);
}

/** 0 when the message is no number with a few words around it. */
function numberSaid({ folded }: Turn): number {
  return Number(/^\D{0,12}([1-9])\D{0,4}$/u.exec(folded)?.[1] ?? 0);
}

function namesOf(turn: Turn, id: string): string[] {
  const intent = turn.content.intents.get(id);
  if (intent === undefined) return [];
  const procedure =
    'procedure' in intent.target ? turn.content.procedures.get(intent.target.procedure) : undefined;
  return [intent.button, ...(procedure === undefined ? [] : [procedure.name])];
}

/** Words after a rating are a comment unless they ask for something the bot knows. */
function isQuestion(turn: Turn): boolean {
  if (turn.said.includes('?')) return true;
  const { decision, intent } = turn.matcher.match(turn.said);
  if (decision !== 'answer' || intent === null) return false;
  const target = turn.content.intents.get(intent)?.target;
  return target !== undefined && 'procedure' in target && foldedWords(turn.said).length <= 20;
}
