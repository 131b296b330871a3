import type { Decision } from '../../content/types.js';
import { holderOf } from '../decisions/case-holder.js';
import { choicesOf } from '../decisions/decide.js';
import { outlook, type Way } from '../decisions/unknown.js';
import { body, type Line } from '../lines.js';
import { choice, menuChoice, personChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { startingLower } from '../../shared/starting-lower.js';
import { say } from './say.js';

/** More answers to tap than this leave no room for the menu and a person under Messenger's 13 quick replies. */
const MAX_ANSWERS = 10;
const MAX_WAYS = 6;

/**
 * To whom does not know a fact, or asks why it is asked: what depends on it, where each answer leads, and where it can be
 * found out. The question stays open.
 */
export function sayOutlook(
  turn: Turn,
  decision: Decision,
  id: string,
  opening: 'fact_unknown' | 'fact_why',
): Answered {
  const fact = turn.content.facts.get(id);
  const { sum, ways } = outlook(decision, id, holderOf(turn, decision).known, turn);
  const words = { sum: startingLower(sum ?? say(turn, 'fact_result')), fact: fact?.label ?? id };
  const about = procedureOf(turn, decision.entry);
  const whom = turn.content.contacts.find((contact) => contact.id === about?.askWhom);
  const lines: Line[] = [
    ways.length === 0 ? say(turn, 'fact_needed', { fact: words.fact }) : say(turn, opening, words),
    ...ways.slice(0, MAX_WAYS).map((way) => lineOf(turn, way)),
    ...(fact?.findOut === undefined ? [] : [fact.findOut]),
    ...(whom === undefined ? [] : [say(turn, 'fact_whom', { whom: whom.name })]),
  ];
  const answers = (fact === undefined ? [] : choicesOf(fact))
    .slice(0, MAX_ANSWERS)
    .map(({ title, value }) =>
      choice(title, { kind: 'fact', decision: decision.id, fact: id, value: JSON.stringify(value) }),
    );
  return answered(
    'asked_back_detail',
    [text(body(lines), [...answers, menuChoice(turn), personChoice(turn)])],
    {
      procedure: decision.entry,
    },
  );
}

function lineOf(turn: Turn, way: Way): Line {
  const comes = sayWay(turn, way);
  const label = way.titles.join(', ');
  return label === '' ? { as: 'item', text: comes } : { as: 'fact', label, text: comes };
}

function sayWay(turn: Turn, way: Way): string {
  if ('comes' in way) return way.comes;
  if ('sum' in way) return say(turn, 'label_about_sum', { sum: way.sum });
  return say(turn, 'fact_open', { fact: turn.content.facts.get(way.asks)?.label ?? way.asks });
}
