import { menuChoices } from '../actions/menu.js';
import type { Told } from '../decisions/facts-told.js';
import { isPhrase } from '../phrases.js';
import { decodePayload, type Payload } from '../payloads.js';
import { answerPressed } from '../pressed.js';
import { text } from '../replies.js';
import { foldedWords } from '../../shared/fold.js';
import { say } from '../wording/say.js';
import { answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import type { Candidate } from './candidate.js';

const CERTAIN = 0.985;
const FROM_THE_MENU = 0.955;
const POINTED = 0.93;
/** More words than "xem giùm cái thứ hai đi em" point at something that was spoken of. */
const MAX_POINTING = 6;
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
  const pointed = pointedAt(turn, shown);
  if (pointed !== undefined) return [{ kind: 'navigation', score: POINTED, ...pointed }];
  const known = isAskedOrDecided(turn, told) ? undefined : chosenOf(turn, menuChoices(turn));
  return known === undefined ? [] : [{ kind: 'navigation', score: FROM_THE_MENU, ...known }];
}

/** "Hộ kinh doanh" is a group, but an answer where something was asked, and another case after a result that depends on it. */
function isAskedOrDecided({ state: { waiting, last } }: Turn, { each }: Told): boolean {
  if (waiting !== undefined) return true;
  return last?.kind === 'decision' && (each?.get(last.decision)?.facts.length ?? 0) > 0;
}

type Chosen = Pick<Candidate, 'about' | 'answer'>;

/** "Cái kia", "như trên", folded: one of several, and nothing says which. */
const OTHER_ONE =
  /^(?:(?:da|a|u|em|chi|anh|thi|la|cho|xem|coi|y) )*(?:(?:cai|phan|muc|cau|viec|y|so) (?:kia|tren|duoi|con lai|khac|sau|te|no)|nhu (?:tren|cu|hoi nay)|cai tren kia)(?: (?:a|ha|do|di|em|nha|nghe|co|ma|hi))*$/u;

/** "Cái thứ hai" of the buttons that were shown; "cái kia" of more than one is asked back. What was asked for, and papers by number, are known elsewhere. */
function pointedAt(turn: Turn, shown: readonly Choice[]): Chosen | undefined {
  const { reference, topicWords, said } = turn.reading;
  const { waiting, last } = turn.state;
  const isKnown = waiting !== undefined && waiting.for !== 'fact';
  if (isKnown || (last?.kind === 'facet' && last.part === 'papers') || shown.length === 0) return undefined;
  if (OTHER_ONE.test(foldedWords(said).join(' ')))
    return {
      about: 'which_of_shown',
      answer: () => answered('asked_back_detail', [text(say(turn, 'which_of_shown'), [...shown])]),
    };
  const isShort = said.trim().split(/\s+/u).length <= MAX_POINTING;
  if (reference?.to !== 'option' || reference.bare || topicWords.length > 1 || !isShort) return undefined;
  const number = reference.number === 'last' ? shown.length : reference.number;
  const meant = shown[number - 1];
  return meant === undefined ? undefined : pressedOf(turn, meant);
}

function chosenOf(turn: Turn, choices: readonly Choice[]): Chosen | undefined {
  const typed = choices.find(({ title }) => isPhrase(turn.reading.said, [title]));
  return typed === undefined ? undefined : pressedOf(turn, typed);
}

function pressedOf(turn: Turn, typed: Choice): Chosen | undefined {
  const payload = decodePayload(typed.payload);
  if (payload === null || BY_WORDS.includes(payload.kind)) return undefined;
  const pressed: Turn = { ...turn, payload, event: { ...turn.event, kind: 'button' } };
  const nothing = () => answered('declined_unknown', []);
  return { about: typed.title, answer: async () => (await answerPressed(pressed)) ?? nothing() };
}
