import { entryOf } from '../content/entry-of-intent.js';
import { warnsOfFraud } from '../content/dialogue-acts.js';
import { proposeActions } from './candidates/actions.js';
import { proposeActs } from './candidates/acts.js';
import { askWhich } from './candidates/ask-back.js';
import { proposeAwaited } from './candidates/awaited.js';
import { proposeBookings } from './candidates/bookings.js';
import type { Candidate, CandidateKind } from './candidates/candidate.js';
import { proposeCommands } from './candidates/commands.js';
import { proposeDecisions } from './candidates/decisions.js';
import { type Told } from './decisions/facts-told.js';
import { decline } from './candidates/decline.js';
import { proposeEarlierMatter } from './candidates/earlier-matter.js';
import { proposeEntries } from './candidates/entries.js';
import { proposeShownTitles } from './candidates/shown-titles.js';
import { proposeForms } from './candidates/forms.js';
import { proposeNavigation } from './candidates/navigation.js';
import { proposeOtherDay } from './candidates/other-day.js';
import { factsTold, rememberFacts } from './candidates/told-facts.js';
import { topicsInContext, type TopicChance } from './candidates/topics.js';
import { proposeRoughSum, proposeTakenBack, proposeWhichSum } from './candidates/which-sum.js';
import { judge, type Judgement } from './judge.js';
import { followedBy } from './lines.js';
import { readMessage } from './reading/reading.js';
import { choice, text } from './replies.js';
import { rememberPlace, rememberTopic } from './state/memory.js';
import { answered, procedureOf, type Answered, type Turn } from './turn.js';
import { inEnglish } from './wording/in-english.js';
import { say } from './wording/say.js';

/** What was weighed, for whoever looks at why an answer won. */
export interface Weighed {
  topics: TopicChance[];
  told: Told;
  candidates: Candidate[];
  judgement: Judgement;
}

/** Proposes and judges; changes nothing. */
export function weigh(turn: Turn): Weighed {
  const topics = topicsInContext(turn);
  const told = factsTold(turn, topics);
  const candidates = [
    ...proposeCommands(turn),
    ...proposeAwaited(turn),
    ...proposeShownTitles(turn, told),
    ...proposeBookings(turn),
    ...proposeActs(turn),
    ...proposeNavigation(turn),
    ...proposeEarlierMatter(turn),
    ...proposeForms(turn),
    ...proposeDecisions(turn, topics, told),
    ...proposeWhichSum(turn),
    ...proposeTakenBack(turn),
    ...proposeRoughSum(turn),
    ...proposeOtherDay(turn),
    ...proposeEntries(turn, topics),
    ...proposeActions(turn, topics),
  ];
  return { topics, told, candidates, judgement: judge(turn, candidates, topics) };
}

/** What is answered by itself: the whole message, or one of its questions. */
export interface AnsweredPart {
  turn: Turn;
  weighed: Weighed;
}

/** Is shown the whole message as it was weighed, and the parts of it that are answered, before anything is changed. */
export type Watch = (whole: AnsweredPart, parts: readonly AnsweredPart[]) => void;

/**
 * The answer to words: weighs the message (`weigh`), or its questions one by one, and carries out what won (`carryOut`).
 * But for the place that is named, only the latter changes the turn's state.
 */
export async function decideAnswer(turn: Turn, watch?: Watch): Promise<Answered> {
  if (turn.state.stopped) return whileStopped(turn);
  rememberPlace(turn);
  const weighed = weigh(turn);
  const [first = { turn, weighed }, second] = answeredParts(turn, weighed);
  watch?.({ turn, weighed }, second === undefined ? [first] : [first, second]);
  const one = await carryOut(first.turn, first.weighed);
  const two = second === undefined ? undefined : await carryOut(second.turn, knowing(second));
  const said = two === undefined ? one : together(one, two);
  const { judgement } = weighed;
  const answer = inEnglish(turn, said, judgement.decision === 'answer' ? judgement.winner : undefined);
  rememberTopic(turn.state);
  const { match } = turn.reading;
  return { confidence: match.confidence, alternatives: match.alternatives, ...answer };
}

/** The second answer knows what was told with the first ("doanh thu 900tr đóng thuế sao. Hoá đơn có bắt buộc không"). */
function knowing({ turn, weighed }: AnsweredPart): Weighed {
  const { judgement } = weighed;
  if (judgement.decision !== 'answer' || judgement.winner.kind !== 'decision') return weighed;
  const { kind, about } = judgement.winner;
  delete turn.state.waiting;
  const again = weigh(turn);
  const winner = again.candidates.find((one) => one.kind === kind && one.about === about);
  return winner === undefined ? weighed : { ...again, judgement: { ...judgement, winner } };
}

/** Two answers in one, briefly; counted as the first. */
function together(one: Answered, two: Answered): Answered {
  return { ...one, replies: [...one.replies.slice(0, 1), ...two.replies.slice(0, 1)] };
}

const ABOUT_MATTERS: readonly CandidateKind[] = ['decision', 'question', 'facet', 'guide', 'action', 'place'];
const EACH_SURE = 0.5;

/**
 * Several questions in one message are weighed one by one: of a story, or a message not understood as a whole, the surest
 * is answered; two different ones are both answered. Empty: the message is answered as a whole.
 */
function answeredParts(turn: Turn, { judgement }: Weighed): AnsweredPart[] {
  const { questions, clauses, isStory } = turn.reading;
  const glued = inHalves(turn, judgement);
  if (glued.length > 0) return glued;
  if (questions.length === 0 || (questions.length === 1 && questions[0] === turn.reading.said)) return [];
  if (judgement.decision === 'answer' && !ABOUT_MATTERS.includes(judgement.winner.kind)) return [];
  // Where the whole may be two matters, what only names the first of them counts as well.
  const several = judgement.decision === 'ask_back' && !isStory && clauses.length === 2;
  const parts = (several ? clauses : questions)
    .slice(0, MAX_QUESTIONS)
    .flatMap((question) => understoodPart(turn, question) ?? []);
  const distinct = parts.filter(({ about }, at) => parts.findIndex((one) => one.about === about) === at);
  const [surest] = [...distinct].sort((a, b) => b.score - a.score);
  if (surest === undefined) return [];
  const near = distinct.length > 1 || isStory ? undefined : offeredPart(turn, questions, surest);
  if (near !== undefined) return [surest, near];
  if (!isStory && distinct.length > 1) return distinct.slice(0, 2);
  const sure = judgement.decision === 'answer' && (judgement.winner.score >= EACH_SURE || !isStory);
  return sure ? [] : [surest];
}

/** Two questions with nothing between them: only where both are sure, and of two matters. */
function inHalves(turn: Turn, judgement: Judgement): AnsweredPart[] {
  if (judgement.decision === 'answer' && !ABOUT_MATTERS.includes(judgement.winner.kind)) return [];
  for (const halves of turn.reading.halves) {
    const [first, second] = halves.map((half) => understoodPart(turn, half));
    if (first === undefined || second === undefined) continue;
    const [one, other] = [first, second].map(({ entry }) => entry);
    if (
      Math.min(first.score, second.score) >= HALF_SURE &&
      one !== undefined &&
      other !== undefined &&
      one !== other
    )
      return [first, second];
  }
  return [];
}

const HALF_SURE = 0.6;
const MAX_QUESTIONS = 4;

/** A second question that may be about several matters: which of them is asked behind the answer to the first. */
function offeredPart(whole: Turn, questions: readonly string[], first: Understood): AnsweredPart | undefined {
  const [other, ...others] = questions.filter((question) => question !== first.turn.reading.said);
  if (other === undefined || others.length > 0) return undefined;
  const turn = { ...whole, reading: readMessage(other, whole) };
  const weighed = weigh(turn);
  const { judgement } = weighed;
  if (judgement.decision !== 'ask_back' || turn.reading.topicWords.length < MIN_NAMED) return undefined;
  const entries = judgement.options.map((intent) => entryOf(intent));
  return entries.includes(first.entry) ? undefined : { turn, weighed };
}

const MIN_NAMED = 2;
/** The matter itself is this sure, whatever of it is best said. */
const MATTER_SURE = 0.85;
const SURE_PART = 0.6;

interface Understood extends AnsweredPart {
  score: number;
  about: string;
  entry: string | undefined;
}

function understoodPart(whole: Turn, question: string): Understood | undefined {
  const turn = { ...whole, reading: readMessage(question, whole) };
  const weighed = weigh(turn);
  if (weighed.judgement.decision !== 'answer') return undefined;
  const { kind, about, entry, score: likely } = weighed.judgement.winner;
  const [topic] = weighed.topics;
  const isSure = entry !== undefined && topic?.entry === entry && topic.chance >= MATTER_SURE;
  const score = isSure ? Math.max(likely, SURE_PART) : likely;
  if (!ABOUT_MATTERS.includes(kind) || score < EACH_SURE) return undefined;
  return { turn, weighed, score, about, entry };
}

async function carryOut(turn: Turn, { judgement, told }: Weighed): Promise<Answered> {
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
      return hedged && winner.entry !== before ? withWayOut(turn, counted) : counted;
    }
    case 'ask_back':
      return askWhich(turn, judgement.options);
    case 'decline':
      delete turn.state.waiting;
      return decline(turn);
  }
}

/** The one near matter is answered, with a way out for whoever meant another. */
function withWayOut(turn: Turn, answer: Answered): Answered {
  const entry = procedureOf(turn, answer.procedure)?.button;
  const last = answer.replies.at(-1);
  if (entry === undefined || last === undefined) return answer;
  const words = followedBy(last, say(turn, 'if_not_that', { entry }));
  const quickReplies = [
    choice(say(turn, 'button_none_of_these'), { kind: 'none_of_these' }),
    ...(last.quickReplies ?? []),
  ];
  return { ...answer, replies: [...answer.replies.slice(0, -1), { ...words, quickReplies }] };
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
