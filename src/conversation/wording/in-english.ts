import { entryOf } from '../../content/entry-of-intent.js';
import type { Candidate } from '../candidates/candidate.js';
import { buttons, choice, menuChoice, personChoice, text } from '../replies.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import type { Choice } from '../types.js';
import { officeInEnglish } from './english-parts.js';
import { englishReply, introduced, rememberIntroduced } from './english.js';
import { inTurn, say } from './say.js';
import { below, isPoint } from './vietnamese-below.js';

/** The same answer for whoever wrote in English: an act's own words, an office, an entry's summary; the guide stays Vietnamese. */
export function inEnglish(
  turn: Turn,
  { english, ...answer }: Answered,
  winner: Candidate | undefined,
): Answered {
  if (!isAnsweredInEnglish(turn)) {
    // The talk is Vietnamese again: a later "thanks" is, too.
    if (turn.reading.language === 'vi') delete turn.state.english;
    return answer;
  }
  turn.state.english ??= [];
  const which = whichOfThem(turn, answer);
  if (which !== undefined) return which;
  if (isOfNoEntry(answer) && (english !== undefined || winner !== undefined))
    return oneReply(
      turn,
      answer,
      english === undefined ? englishWords(turn, answer, winner) : intro(turn, english),
    );
  const told = turn.state.english;
  const exact = english ?? questionBack(turn, answer);
  const words =
    exact === undefined
      ? withAnswer(turn, englishWords(turn, answer, winner), answer, winner, told)
      : exactly(turn, exact, answer);
  rememberIntroduced(turn);
  const entry = procedureOf(turn, answer.procedure);
  const open = entry === undefined ? [] : [choice(entry.button, { kind: 'open', procedure: entry.id })];
  const asked = turn.state.waiting?.for === 'talk' ? answer.replies.slice(-1) : [];
  const choices = [...answersToTap(turn, answer), ...open, menuChoice(turn), personChoice(turn)];
  return { ...answer, replies: [text(words, choices), ...asked] };
}

/** What the bot says of itself and of the office keeps its own buttons; a request may have a question of its own below. */
function isOfNoEntry({ procedure, request, deleteData }: Answered): boolean {
  return (
    procedure === undefined && (request === undefined || request.kind !== 'person' || deleteData === true)
  );
}

const isAskedBack = (turn: Turn, { outcome }: Answered): boolean =>
  outcome === 'asked_back_detail' && turn.state.waiting?.for === 'fact';

/** The question for a fact, behind the gist of a matter that was not spoken of; without one in English the Vietnamese stays. */
function questionBack(turn: Turn, answer: Answered): string | undefined {
  const { waiting, english = [] } = turn.state;
  if (waiting?.for !== 'fact' || !isAskedBack(turn, answer)) return undefined;
  const question = turn.content.facts.get(waiting.fact)?.askEn;
  const entry = procedureOf(turn, answer.procedure);
  if (question === undefined || entry?.summaryEn === undefined || english.includes(entry.id)) return question;
  const gist = say(turn, 'english_more', { entry: entry.nameEn ?? entry.name, summary: entry.summaryEn });
  return `${gist}\n${question}`;
}

/** What answers the question back can be tapped in English as well: mostly sums and numbers. */
function answersToTap(turn: Turn, answer: Answered): Choice[] {
  if (!isAskedBack(turn, answer)) return [];
  const menu = menuChoice(turn).payload;
  return (answer.replies.at(-1)?.quickReplies ?? []).filter(({ payload }) => payload !== menu);
}

/** Asked which of several matters is meant: under their English names, with the same buttons. */
function whichOfThem(turn: Turn, answer: Answered): Answered | undefined {
  const { waiting } = turn.state;
  if (answer.outcome !== 'asked_back_intents' || waiting?.for !== 'choice') return undefined;
  const names = waiting.options.map((id, at) => {
    const intent = turn.content.intents.get(id);
    return `${at + 1}. ${procedureOf(turn, entryOf(intent))?.nameEn ?? intent?.button ?? ''}`;
  });
  return oneReply(turn, answer, intro(turn, [say(turn, 'english_which'), ...names].join('\n')));
}

const intro = (turn: Turn, words: string): string => introduced(turn, turn.settings.authority, words);

/** The words in place of the answer's own, above the same buttons. */
function oneReply(turn: Turn, answer: Answered, words: string): Answered {
  rememberIntroduced(turn);
  const last = answer.replies.at(-1);
  const choices = last?.quickReplies ?? [];
  const reply = last?.kind === 'buttons' ? buttons(words, last.buttons, choices) : text(words, choices);
  return { ...answer, replies: [last?.deletes === true ? { ...reply, deletes: true } : reply] };
}

export function isAnsweredInEnglish({ reading: { language, match }, state }: Turn): boolean {
  if (language !== 'either') return language === 'en';
  return state.english !== undefined || (match.language === 'en' && (state.turns ?? 0) <= 1);
}

/** A button of a conversation in English: its titles and guides are Vietnamese, but what has an English text is told so. */
export function pressedInEnglish(turn: Turn, pressed: Answered | null): Answered | null {
  if (pressed === null || turn.event.kind !== 'button' || turn.state.english === undefined) return pressed;
  const isEnglish = pressed.english !== undefined || questionBack(turn, pressed) !== undefined;
  return isEnglish ? inEnglish(turn, pressed, undefined) : pressed;
}

function englishWords(turn: Turn, answer: Answered, winner: Candidate | undefined): string {
  const act = turn.content.dialogueActs.find(({ id }) => id === winner?.about);
  const own = inTurn(act?.repliesEn ?? [], turn.state.turns ?? 0);
  if (own !== undefined) return own;
  if (answer.request !== undefined || act?.act === 'person')
    return say(turn, 'english_person', { code: answer.request?.code ?? turn.state.request?.code ?? '' });
  const office = winner?.kind === 'place' ? officeInEnglish(turn) : undefined;
  return office ?? onlyInVietnamese(turn, answer, winner) ?? aboutEntry(turn, answer);
}

/** The answer to the very point: nothing general beside it. Who writes for the first time is told who answers. */
function exactly(turn: Turn, english: string, { procedure }: Answered): string {
  const told = turn.state.english ?? [];
  if (procedure !== undefined)
    turn.state.english = [...told.filter((id) => id !== procedure), procedure].slice(-MAX_TOLD);
  return intro(turn, english);
}

const MAX_REPLY = 780;

function withAnswer(
  turn: Turn,
  words: string,
  { replies, procedure }: Answered,
  winner: Candidate | undefined,
  told: readonly string[],
): string {
  const [point] = replies;
  if (point === undefined || procedure === undefined || winner === undefined) return words;
  if (!isPoint(winner.kind)) return words;
  const answered = below(turn, point, procedure, winner.about);
  // What is said of the matter in general gives way where both would be too long for a phone.
  const isKnown = told.includes(procedure) || words.length + answered.length > MAX_REPLY;
  return isKnown ? intro(turn, answered) : `${words}\n${answered}`;
}

/** What belongs to no entry and has no English text: the Vietnamese one, under a line that says so. */
function onlyInVietnamese(turn: Turn, answer: Answered, winner: Candidate | undefined): string | undefined {
  const [point] = answer.replies;
  if (point === undefined || winner === undefined || answer.procedure !== undefined) return undefined;
  const hours = HOURS.includes(winner.about) ? [say(turn, 'english_hours')] : [];
  return intro(turn, [...hours, below(turn, point)].join('\n'));
}

const HOURS: readonly string[] = ['office_hours', 'saturday'];

/** In full the first time, without the introduction later; what was said of an entry is not said twice. */
function aboutEntry(turn: Turn, answer: Answered): string {
  const { authority } = turn.settings;
  const entry = procedureOf(turn, answer.procedure);
  const told = turn.state.english ?? [];
  if (entry === undefined)
    return (turn.state.turns ?? 0) > 1
      ? say(turn, 'english_unclear')
      : englishReply(turn, authority, undefined);
  const name = entry.nameEn ?? entry.name;
  turn.state.english = [...told.filter((id) => id !== entry.id), entry.id].slice(-MAX_TOLD);
  if (told.includes(entry.id)) return say(turn, 'english_same', { entry: name });
  return englishReply(turn, authority, entry);
}

const MAX_TOLD = 5;
