import { menuChoices } from '../actions/menu.js';
import type { Told } from '../decisions/facts-told.js';
import { isPhrase } from '../phrases.js';
import { decodePayload, type Payload } from '../payloads.js';
import { answerPressed } from '../pressed.js';
import { answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import type { Candidate } from './candidate.js';

const CERTAIN = 0.985;
const FROM_THE_MENU = 0.955;
/** Their words are an answer to what was asked last, or words like any others. */
const BY_WORDS: readonly Payload['kind'][] = ['consent', 'talk', 'delete_data', 'say'];

/**
 * Who types the title of a button or quick reply that the last answer showed has chosen it. Those of the menu are known
 * from before, and may be typed whenever nothing else is asked.
 */
export function proposeShownTitles(turn: Turn, told: Told): Candidate[] {
  const { shown = [] } = turn.state;
  if (turn.event.kind !== 'text' || turn.reading.said === '') return [];
  const typed = chosenOf(turn, shown);
  if (typed !== undefined) return [{ kind: 'awaited', score: CERTAIN, ...typed }];
  const known = isAskedOrDecided(turn, told) ? undefined : chosenOf(turn, menuChoices(turn));
  return known === undefined ? [] : [{ kind: 'navigation', score: FROM_THE_MENU, ...known }];
}

/** "Hộ kinh doanh" is a group, but an answer where something was asked, and another case after a result that depends on it. */
function isAskedOrDecided({ state: { waiting, last } }: Turn, { each }: Told): boolean {
  if (waiting !== undefined) return true;
  return last?.kind === 'decision' && (each?.get(last.decision)?.facts.length ?? 0) > 0;
}

function chosenOf(turn: Turn, choices: readonly Choice[]): Pick<Candidate, 'about' | 'answer'> | undefined {
  const typed = choices.find(({ title }) => isPhrase(turn.reading.said, [title]));
  const payload = typed === undefined ? null : decodePayload(typed.payload);
  if (typed === undefined || payload === null || BY_WORDS.includes(payload.kind)) return undefined;
  const pressed: Turn = { ...turn, payload, event: { ...turn.event, kind: 'button' } };
  const nothing = () => answered('declined_unknown', []);
  return { about: typed.title, answer: async () => (await answerPressed(pressed)) ?? nothing() };
}
