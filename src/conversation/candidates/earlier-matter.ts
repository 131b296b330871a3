import { openProcedure } from '../actions/open.js';
import { showAgain } from '../guide/show.js';
import { foldedWords } from '../../shared/fold.js';
import { resumeGuide } from '../state/conversation-state.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import type { Candidate } from './candidate.js';

const SURE = 0.92;
/** A longer message, or one with more words of its own, names its matter itself (words). */
const MAX_WORDS = 9;
const MAX_OTHER_WORDS = 4;
const GOES_BACK = /\b(?:quay|tro|ve|lui|tiep|hoi|noi|qua|sang)\b/u;
const EARLIER =
  /\b(?:cai|viec|chuyen|vu|thu tuc|muc|cau)\s(?:(dau tien|dau|ban dau)|kia|truoc|hoi nay|luc nay|nay gio)\b/u;

/** "Quay lại cái nhà", "trở về vụ hoàn thuế": an earlier matter by a word of its name. */
const BACK_TO_NAMED =
  /\b(?:quay lai|quay ve|tro lai|tro ve|noi tiep)\s(?:(?:cai|viec|chuyen|vu|phan|muc)\s)?(?!(?:cho|lam|dang|buoc|dau|truoc|sau|thue|ho|ca|thu|giay|hoi|nay|phan) )(\p{L}{2,})/u;

export function proposeNamedEarlier(turn: Turn): Candidate[] {
  const { reading, state } = turn;
  const word = BACK_TO_NAMED.exec(reading.folded)?.[1];
  if (word === undefined || reading.folded.split(/\s+/u).length > MAX_WORDS) return [];
  const entry = (state.topics ?? [])
    .filter((one) => one !== state.topic)
    .findLast((one) => namesOf(turn, one).includes(word));
  if (entry === undefined) return [];
  return [{ kind: 'navigation', about: 'back', score: SURE, entry, answer: () => toMatter(turn, entry) }];
}

function namesOf(turn: Turn, entry: string): string[] {
  const procedure = procedureOf(turn, entry);
  return procedure === undefined ? [] : foldedWords(`${procedure.name} ${procedure.button}`);
}

/** "Quay về cái đầu tiên mình hỏi", "tiếp cái kia": a matter that was spoken of before the one in hand. */
export function proposeEarlierMatter(turn: Turn): Candidate[] {
  const { reading, state } = turn;
  const said = EARLIER.exec(reading.folded);
  const before = (state.topics ?? []).filter((entry) => entry !== state.topic);
  const entry = said?.[1] === undefined ? before.at(-1) : before[0];
  const isOffered = state.waiting?.for === 'choice' || state.waiting?.for === 'question';
  if (said === null || entry === undefined || isOffered || !GOES_BACK.test(reading.folded)) return [];
  if (reading.folded.split(/\s+/u).length > MAX_WORDS) return [];
  if (reading.topicWords.length > MAX_OTHER_WORDS || procedureOf(turn, entry) === undefined) return [];
  const answer = () => {
    // Going back once more goes further back, not to where the citizen came from.
    if (said[1] === undefined) state.topics = before;
    return toMatter(turn, entry);
  };
  return [{ kind: 'navigation', about: 'back', score: SURE, entry, answer }];
}

/** Where its guide was left, or its beginning. */
function toMatter(turn: Turn, entry: string): Answered {
  const procedure = procedureOf(turn, entry);
  const guide = resumeGuide(turn.state, entry);
  return guide === undefined || procedure === undefined
    ? openProcedure(turn, entry)
    : showAgain(turn, procedure, guide);
}
