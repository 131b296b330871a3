import { warnsOfFraud } from '../content/dialogue-acts.js';
import { proposeActs } from './candidates/acts.js';
import { rememberAside, returnFromAside } from './candidates/aside.js';
import { askWhich } from './candidates/ask-back.js';
import { proposeCommands } from './candidates/commands.js';
import { decline } from './candidates/decline.js';
import { rememberFacts } from './candidates/remember-facts.js';
import { partsToAnswer, type AnsweredPart, type UnderstoodPart } from './message-parts.js';
import { choice, text } from './replies.js';
import { briefly, namingMatters, offeringSecond, together } from './several-matters.js';
import { rememberPlace, rememberTopic } from './state/memory.js';
import { answered, procedureOf, type Answered, type Turn } from './turn.js';
import { weigh } from './weigh.js';
import { inEnglish } from './wording/in-english.js';
import { say } from './wording/say.js';
import { withApology } from './wording/upset.js';
import { withWayOut } from './wording/way-out.js';

/** Is shown the whole message as it was weighed, and the parts of it that are answered, before anything is changed. */
export type Watch = (whole: AnsweredPart, parts: readonly AnsweredPart[]) => void;

/**
 * The answer to words: weighs the message (`weigh`), or its questions one by one, and carries out what won (`carryOut`).
 * But for the place that is named and the way back from an aside, only the latter changes the turn's state.
 */
export async function decideAnswer(turn: Turn, watch?: Watch): Promise<Answered> {
  if (turn.state.stopped) return whileStopped(turn);
  rememberPlace(turn);
  returnFromAside(turn);
  const before = turn.state.topic;
  const weighed = weigh(turn);
  const { now, matters } = partsToAnswer(turn, weighed);
  const [first = { turn, weighed }, second] = now;
  watch?.({ turn, weighed }, second === undefined ? [first] : [first, second]);
  const isOneOf = second !== undefined || matters.length > 0;
  const one = await carryOut(isOneOf ? briefly(first) : first);
  const two = second === undefined ? undefined : await carryOut(knowing(briefly(second)));
  const both = two === undefined ? one : together(one, two);
  rememberOffered(matters, now);
  const isAnswered = (part: AnsweredPart) => now.includes(part);
  const said = matters.length === 0 ? both : namingMatters(turn, matters, isAnswered, both);
  const { judgement } = weighed;
  const winner = judgement.decision === 'answer' ? judgement.winner : undefined;
  const whole = isOneOf ? said : offeringSecond(turn, said, winner);
  const answer = inEnglish(turn, withApology(turn, whole, winner), winner);
  rememberTopic(turn.state);
  rememberAside(turn, before, isOneOf ? undefined : winner);
  const { match } = turn.reading;
  return { confidence: match.confidence, alternatives: match.alternatives, ...answer };
}

/** What was told of a matter that is only offered is known when it is asked for. */
function rememberOffered(matters: readonly UnderstoodPart[], now: readonly AnsweredPart[]): void {
  for (const part of matters)
    if (!now.includes(part) && part.winner.kind === 'decision')
      rememberFacts(part.turn, part.weighed.told, part.winner);
}

/** The second answer knows what was told with the first ("doanh thu 900tr đóng thuế sao. Hoá đơn có bắt buộc không"). */
function knowing(part: AnsweredPart): AnsweredPart {
  const { turn, weighed } = part;
  const { judgement } = weighed;
  if (judgement.decision !== 'answer' || judgement.winner.kind !== 'decision') return part;
  const { kind, about } = judgement.winner;
  delete turn.state.waiting;
  const again = weigh(turn);
  const winner = again.candidates.find((one) => one.kind === kind && one.about === about);
  return winner === undefined ? part : { turn, weighed: { ...again, judgement: { ...judgement, winner } } };
}

async function carryOut({ turn, weighed: { judgement, told } }: AnsweredPart): Promise<Answered> {
  rememberFacts(turn, told, judgement.decision === 'answer' ? judgement.winner : undefined);
  switch (judgement.decision) {
    case 'answer': {
      const { winner, hedged } = judgement;
      const before = turn.state.topic;
      if (winner.kind !== 'awaited') delete turn.state.waiting;
      const said = await winner.answer();
      if (warnsOfFraud(turn.content.dialogueActs, winner.entry)) turn.state.danger = true;
      if (!said.outcome.startsWith('declined_')) delete turn.state.declined;
      const counted = winner.intent === undefined ? said : { intent: winner.intent, ...said };
      return hedged && winner.entry !== before ? hedgedAnswer(turn, counted) : counted;
    }
    case 'ask_back':
      return askWhich(turn, judgement.options);
    case 'decline':
      delete turn.state.waiting;
      return decline(turn);
  }
}

/** The one near matter is answered, with a way out for whoever meant another. */
function hedgedAnswer(turn: Turn, answer: Answered): Answered {
  const entry = procedureOf(turn, answer.procedure)?.button;
  return entry === undefined ? answer : withWayOut(turn, answer, say(turn, 'if_not_that', { entry }));
}

/** While switched off: one line that says how to switch on again. Deleting data, a person and danger stay within reach. */
async function whileStopped(turn: Turn): Promise<Answered> {
  const reachable = [...proposeCommands(turn), ...proposeActs(turn)].find(
    ({ kind, score, about }) =>
      (kind === 'command' || kind === 'safety') &&
      score >= 0.6 &&
      !['dung', 'xem-menu', 'tro-giup'].includes(about),
  );
  if (reachable !== undefined) return reachable.answer();
  return answered('declined_stopped', [
    text(say(turn, 'still_stopped'), [choice(say(turn, 'button_start'), { kind: 'start' })]),
  ]);
}
