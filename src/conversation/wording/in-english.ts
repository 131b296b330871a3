import { entryOf } from '../../content/entry-of-intent.js';
import type { Candidate, CandidateKind } from '../candidates/candidate.js';
import { plain } from '../lines.js';
import { choice, menuChoice, personChoice, text } from '../replies.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import type { Reply } from '../types.js';
import { englishReply, introduced, rememberIntroduced } from './english.js';
import { inTurn, say } from './say.js';

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
  const told = turn.state.english;
  const words =
    english === undefined
      ? withAnswer(turn, englishWords(turn, answer, winner), answer, winner, told)
      : exactly(turn, english, answer);
  rememberIntroduced(turn);
  const entry = procedureOf(turn, answer.procedure);
  const open = entry === undefined ? [] : [choice(entry.button, { kind: 'open', procedure: entry.id })];
  const asked = turn.state.waiting?.for === 'talk' ? answer.replies.slice(-1) : [];
  return { ...answer, replies: [text(words, [...open, menuChoice(turn), personChoice(turn)]), ...asked] };
}

/** Asked which of several matters is meant: under their English names, with the same buttons. */
function whichOfThem(turn: Turn, answer: Answered): Answered | undefined {
  const { waiting } = turn.state;
  if (answer.outcome !== 'asked_back_intents' || waiting?.for !== 'choice') return undefined;
  const names = waiting.options.map((id, at) => {
    const intent = turn.content.intents.get(id);
    return `${at + 1}. ${procedureOf(turn, entryOf(intent))?.nameEn ?? intent?.button ?? ''}`;
  });
  const words = [say(turn, 'english_which'), ...names].join('\n');
  const said = introduced(turn, turn.settings.authority, words);
  rememberIntroduced(turn);
  return { ...answer, replies: [text(said, answer.replies.at(-1)?.quickReplies ?? [])] };
}

export function isAnsweredInEnglish({ reading: { language, match }, state }: Turn): boolean {
  if (language !== 'either') return language === 'en';
  return state.english !== undefined || (match.language === 'en' && (state.turns ?? 0) <= 1);
}

function englishWords(turn: Turn, answer: Answered, winner: Candidate | undefined): string {
  const act = turn.content.dialogueActs.find(({ id }) => id === winner?.about);
  const own = inTurn(act?.repliesEn ?? [], turn.state.turns ?? 0);
  if (own !== undefined) return own;
  if (answer.request !== undefined || act?.act === 'person')
    return say(turn, 'english_person', { code: answer.request?.code ?? turn.state.request?.code ?? '' });
  const { place } = turn.state;
  const office = turn.content.offices.offices.find(({ id }) => id === place?.office);
  if (winner?.kind === 'place' && place !== undefined && office !== undefined)
    return say(turn, 'english_office', { place: place.name, office: office.name, seat: office.seat });
  const ofOffice = winner?.kind === 'action' && answer.procedure === undefined;
  return (ofOffice ? ofTheOffice(turn, answer, winner) : undefined) ?? aboutEntry(turn, answer);
}

/** The answer to the very point: nothing general beside it. Who writes for the first time is told who answers. */
function exactly(turn: Turn, english: string, { procedure }: Answered): string {
  const told = turn.state.english ?? [];
  if (procedure !== undefined)
    turn.state.english = [...told.filter((id) => id !== procedure), procedure].slice(-MAX_TOLD);
  return introduced(turn, turn.settings.authority, english);
}

/** What answers the very point, in Vietnamese, under the English words: its sums, numbers and names can be read anyway. */
const POINTS: readonly CandidateKind[] = ['question', 'facet', 'decision', 'navigation'];
const MAX_POINT = 420;
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
  if (!POINTS.includes(winner.kind)) return words;
  const name = procedureOf(turn, procedure)?.nameEn ?? '';
  const answered = below(turn, point);
  // What is said of the matter in general gives way where both would be too long for a phone.
  const isKnown = told.includes(procedure) || words.length + answered.length > MAX_REPLY;
  if (!isKnown) return `${words}\n${answered}`;
  return introduced(
    turn,
    turn.settings.authority,
    `${say(turn, 'english_point', { entry: name })}\n${answered}`,
  );
}

function below(turn: Turn, point: Reply): string {
  const lines = (point.lines ?? [point.text])
    .filter((line) => typeof line === 'string' || line.as !== 'basis')
    .flatMap((line) => plain(line).split('\n'));
  const shown = lines.filter((_, at) => lines.slice(0, at + 1).join('\n').length <= MAX_POINT);
  return [say(turn, 'english_below'), ...(shown.length > 0 ? shown : lines.slice(0, 1))].join('\n');
}

/** What the office tells of itself: its hours, its addresses, whom to call. Names, numbers and days can be read anyway. */
function ofTheOffice(turn: Turn, { replies: [point] }: Answered, { about }: Candidate): string | undefined {
  if (point === undefined) return undefined;
  const hours = HOURS.includes(about) ? [say(turn, 'english_hours')] : [];
  return introduced(turn, turn.settings.authority, [...hours, below(turn, point)].join('\n'));
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
