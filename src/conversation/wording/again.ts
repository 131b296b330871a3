import { startingLower } from '../../shared/starting-lower.js';
import { whomToAsk } from '../guide/key-facts.js';
import { withBody } from '../lines.js';
import { procedureOf, type Turn } from '../turn.js';
import type { Reply } from '../types.js';
import { goingOn, withoutDa } from './decided.js';
import { sayOutlook } from './outlook.js';
import { say } from './say.js';

/** Up to the first full stop that no figure goes on behind ("1.575"). */
const FIRST_SENTENCE = /^.{1,260}?[.!](?=\s|$)/u;

/**
 * An answer that was given just now, asked for again: what it comes to in a sentence, or the question that is still open;
 * after that whom to ask. `undefined` where it is a list and nothing shorter is in it.
 */
export function inOtherWords(turn: Turn, reply: Reply, times: number): Reply | undefined {
  const lines = reply.lines ?? reply.text.split('\n');
  const words = lines.flatMap((line) => (typeof line === 'string' ? line.split('\n') : []));
  const asked = turn.state.waiting?.for === 'fact' ? words.findLast((line) => line.includes('?')) : undefined;
  if (asked !== undefined) {
    const known = rateKnown(turn, words, asked);
    if (known === undefined && times > 1) return outlookOn(turn);
    const question = say(turn, 'fact_asked_again', { question: startingLower(withoutDa(asked)) });
    return withBody(reply, known === undefined ? [question] : [known, goingOn(question)]);
  }
  const isPart = reply.lines?.[0] !== undefined && typeof reply.lines[0] !== 'string';
  const main = words.find((line) => /^Dạ/u.test(line)) ?? (isPart ? words[0] : undefined);
  const sentence = FIRST_SENTENCE.exec(main ?? '')?.[0];
  if (sentence === undefined) return undefined;
  const basis = lines.filter((line) => typeof line !== 'string' && line.as === 'basis');
  if (times > 1) return withBody(reply, [furthest(turn), ...basis]);
  return withBody(reply, [
    `${say(turn, 'in_short')} ${startingLower(withoutDa(sentence))}`,
    say(turn, 'repeat_further'),
    ...basis,
  ]);
}

const RATE_ASKED = /%|\bphan tram\b/u;

/** "Trước bạ bao nhiêu phần trăm" is answered by what stood before the question, which needs no further fact. */
function rateKnown({ reading }: Turn, words: readonly string[], asked: string): string | undefined {
  if (!RATE_ASKED.test(reading.folded)) return undefined;
  return words.find((line) => line !== asked && line.includes('%'));
}

/** The question was put twice: why it is asked, and what each answer leads to. */
function outlookOn(turn: Turn): Reply | undefined {
  const { waiting } = turn.state;
  const decision = waiting?.for === 'fact' ? turn.content.decisions.get(waiting.decision) : undefined;
  if (waiting?.for !== 'fact' || decision === undefined) return undefined;
  return sayOutlook(turn, decision, waiting.fact, 'fact_why').replies[0];
}

/** All that is known was said twice. */
function furthest(turn: Turn): string {
  const procedure = procedureOf(turn, turn.state.topic);
  return procedure === undefined
    ? say(turn, 'repeat_further')
    : say(turn, 'repeat_last', { whom: whomToAsk(procedure, turn.content) });
}
