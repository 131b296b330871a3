import type { Candidate } from '../candidates/candidate.js';
import { choice, MENU_CHOICE, PERSON_CHOICE, text } from '../replies.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import { englishReply } from './english.js';
import { inTurn, say } from './say.js';

/** The same answer for whoever wrote in English: an act's own words, an office, an entry's summary; the guide stays Vietnamese. */
export function inEnglish(turn: Turn, answer: Answered, winner: Candidate | undefined): Answered {
  const goesOn = turn.state.english !== undefined && PLAINLY_ENGLISH.test(turn.reading.folded);
  if (turn.reading.match.language !== 'en' && !goesOn) return answer;
  turn.state.english ??= [];
  const words = englishWords(turn, answer, winner);
  const entry = procedureOf(turn, answer.procedure);
  const open = entry === undefined ? [] : [choice(entry.button, { kind: 'open', procedure: entry.id })];
  const asked = turn.state.waiting?.for === 'talk' ? answer.replies.slice(-1) : [];
  return { ...answer, replies: [text(words, [...open, MENU_CHOICE, PERSON_CHOICE]), ...asked] };
}

/** Short words that Vietnamese lacks, for what is too short to tell a language by: "ok thank you bye". */
const PLAINLY_ENGLISH = /\b(?:thanks?|you|bye|please|what|how|which|the|is|it|my|they|and|can|are)\b/u;

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
  return aboutEntry(turn, answer);
}

/** In full the first time, without the introduction later; what was said of an entry is not said twice. */
function aboutEntry(turn: Turn, answer: Answered): string {
  const { authority } = turn.settings;
  const entry = procedureOf(turn, answer.procedure);
  if (entry === undefined) return englishReply(turn, authority, undefined);
  const name = entry.nameEn ?? entry.name;
  const told = turn.state.english ?? [];
  turn.state.english = [...told.filter((id) => id !== entry.id), entry.id].slice(-MAX_TOLD);
  if (told.includes(entry.id)) return say(turn, 'english_same', { entry: name });
  if (told.length === 0 || entry.summaryEn === undefined) return englishReply(turn, authority, entry);
  return say(turn, 'english_more', { entry: name, summary: entry.summaryEn });
}

const MAX_TOLD = 5;
