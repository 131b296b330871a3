import type { Intent, Procedure } from '../../content/types.js';
import { whomToAsk } from '../guide/key-facts.js';
import { isActIntent, OUTSIDE } from '../reading/reading.js';
import { choice, menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { say } from '../wording/say.js';
import { chancesOf } from './known-questions.js';
import { tellsOfOwn } from './stays-with-matter.js';

/** Below this a near intent is no help as a suggestion. */
const MIN_SUGGESTED = 0.12;
/** From this share on a message with a near matter is not said to be another office's. */
const NEARLY_OURS = 0.15;
/** Small talk may go on for a while; after that other help is offered. */
const MAX_OUTSIDE = 3;
/** Fewer words than this do not take a message out of the matter in hand. */
const OWN_WORDS = 3;
/** With a matter in hand the message must be stranger than this to be none of the office's. */
const OUTSIDE_WITHIN = 0.08;
const MAX_FACT_WORDS = 6;
/** So likely must it be that none of the questions of the matter in hand is asked. */
const NONE_ASKED = 0.7;

/** Says that it isn't known, and the ways on. Twice running leads to other help, never to the same sentence. */
export function decline(turn: Turn): Answered {
  const { match } = turn.reading;
  const within = procedureOf(turn, turn.state.topic);
  const before = turn.state.declined ?? 0;
  turn.state.declined = before + 1;
  if (within !== undefined && tellsAFact(turn)) return noteFact(turn, within);
  const outside =
    match.decision === 'decline' &&
    match.inScope < (within === undefined ? OUTSIDE : OUTSIDE_WITHIN) &&
    before < MAX_OUTSIDE &&
    (within === undefined ? !isNearOurs(turn) : isStrangeTo(within, turn));
  const words =
    within !== undefined && !outside && before < 2
      ? say(turn, 'unknown_in_entry', { entry: within.button, whom: whomToAsk(within, turn.content) })
      : outside
        ? say(turn, 'out_of_scope')
        : before === 0
          ? say(turn, 'unknown')
          : say(turn, before === 1 ? 'unknown_again' : 'unknown_third');
  return answered(
    outside ? 'declined_out_of_scope' : 'declined_unknown',
    [text(words, waysOn(turn, outside ? [] : near(turn)))],
    { confidence: match.confidence, alternatives: match.alternatives },
  );
}

/** A matter of ours is near enough to be suggested: whether it is meant is not known, but it is no other office's. */
function isNearOurs(turn: Turn): boolean {
  return turn.reading.match.inScope >= NEARLY_OURS && near(turn).length > 0;
}

/** Words of its own that hardly belong to any question of the matter in hand. */
function isStrangeTo(within: Procedure, turn: Turn): boolean {
  return turn.reading.topicWords.length >= OWN_WORDS && chancesOf(turn, within).none >= NONE_ASKED;
}

/** Something told within a matter, with nothing asked or wished: a sum, a date, a paper, "khách quen toàn hàng xóm". */
function tellsAFact(turn: Turn): boolean {
  if (tellsOfOwn(turn)) return true;
  const { asks, entities, followsUp, questions, topicWords } = turn.reading;
  if (asks) return false;
  const isShort = followsUp || topicWords.length <= MAX_FACT_WORDS;
  return isShort && (entities.length > 0 || questions.length === 0);
}

function noteFact(turn: Turn, { id, button }: Procedure): Answered {
  delete turn.state.declined;
  const open = choice(button, { kind: 'open', procedure: id });
  return answered(
    'asked_back_detail',
    [text(say(turn, 'fact_noted', { entry: button }), [open, menuChoice(turn), personChoice(turn)])],
    { procedure: id },
  );
}

/** After "Không phải": none of what was offered. */
export function declineOptions(turn: Turn): Answered {
  turn.state.declined = (turn.state.declined ?? 0) + 1;
  return answered('declined_unknown', [text(say(turn, 'none_of_these'), waysOn(turn, []))]);
}

function near(turn: Turn): Intent[] {
  return turn.reading.match.alternatives
    .filter(({ intent, confidence }) => confidence >= MIN_SUGGESTED && !isActIntent(intent, turn.content))
    .slice(0, 3)
    .flatMap(({ intent }) => turn.content.intents.get(intent) ?? [])
    .filter(({ target }) => 'procedure' in target);
}

function waysOn(turn: Turn, intents: readonly Intent[]) {
  const open = procedureOf(turn, turn.state.guide?.procedure);
  const back =
    open === undefined
      ? []
      : [choice(say(turn, 'button_resume', { entry: open.button }), { kind: 'back_to', procedure: open.id })];
  const suggested = intents.map(({ id, button }) => choice(button, { kind: 'intent', intent: id }));
  return [...suggested, ...back, menuChoice(turn), personChoice(turn)];
}
