import { foldedWords } from '../../shared/fold.js';
import { isPhrase } from '../phrases.js';
import type { Answered, Turn } from '../turn.js';
import { answerInput } from '../actions/inputs.js';
import { declineOptions } from './decline.js';
import { openIntent } from './open.js';
import { rateDegree, takeComment } from './rating.js';
import { deleteData } from './switches.js';

const YES = ['có', 'xoá', 'xoá hết', 'xác nhận', 'ừ', 'đúng', 'ok', 'đồng ý xoá', 'vâng'];
const NO = ['không', 'thôi', 'khoan', 'giữ lại', 'không phải', 'ko', 'k', 'huỷ'];

/**
 * The answer to what the bot asked last. A message that does not fit is an ordinary question: the waiting ends and
 * nothing stands in its way.
 */
export async function answerAwaited(turn: Turn): Promise<Answered | null> {
  const { waiting } = turn.state;
  if (waiting === undefined || turn.said === '') return null;
  delete turn.state.waiting;
  switch (waiting.for) {
    case 'choice':
      return chosen(turn, waiting.options);
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

/** A number, "cái thứ hai", or the words of a button. */
async function chosen(turn: Turn, options: readonly string[]): Promise<Answered | null> {
  if (isPhrase(turn.said, NO)) return declineOptions(turn);
  const number = /^\D{0,12}([1-9])\D{0,4}$/u.exec(turn.folded)?.[1];
  const byNumber = number === undefined ? undefined : options[Number(number) - 1];
  const intent = byNumber ?? options.find((id) => isPhrase(turn.said, namesOf(turn, id)));
  return intent === undefined ? null : openIntent(turn, intent);
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
