import { greet } from '../actions/menu.js';
import { officeHere } from '../actions/office.js';
import { needsNotice } from '../consent.js';
import { followedBy } from '../lines.js';
import { foldedWords } from '../../shared/fold.js';
import { smallTalk } from './acts.js';
import type { Answered, Turn } from '../turn.js';
import type { Candidate } from './candidate.js';

const SELF = '(?:toi|tui|em|minh|anh|chi|co|chu|bac|ong|ba|di|mu|o|cau|chau|con|to)';
/** "Chị tên Lan", "bác là Hai", "anh Minh đây em", "cô Sáu ở Duy Xuyên": who writes says who they are, folded. */
const INTRODUCES = new RegExp(
  String.raw`\b${SELF} (?:ten(?: la)?|la) \p{L}+|\b${SELF} \p{L}+ (?:day|ne|nghe|nghen|nha|o|que|\d+ tuoi)\b`,
  'u',
);
/** Something is wanted or asked: no introduction alone. "Chị" and "cán bộ" are whom is spoken of or to. */
const WANTS =
  /\b(?:muon|can(?! bo)|xin(?! chao)|hoi(?! an\b)|giup|nho|dinh|bi|phai|so|duoc|dc|thue|khong|ko|hong|gi|nao|sao|rang|dau|mo|may|nhieu|nhiu)\b/u;
const GREETS_ALONE = 0.95;
/** Within a matter what is told of oneself may belong to it. */
const WITHIN_MATTER = 0.45;
const MAX_WORDS = 16;
const OURS = 0.5;

/** "Chào em, chị tên Lan ở Tam Kỳ": greeted, with the office of the place that is named; nothing was asked yet. */
export function proposeIntroduction(turn: Turn): Candidate[] {
  const greeting = turn.content.dialogueActs.find(({ act }) => act === 'greet');
  if (greeting === undefined || !isIntroduction(turn.reading)) return [];
  const score = turn.state.topic === undefined ? GREETS_ALONE : WITHIN_MATTER;
  return [{ kind: 'act', about: greeting.id, score, answer: () => introduced(turn, greeting.id) }];
}

function isIntroduction({ folded, entities, topics, questionType }: Turn['reading']): boolean {
  const words = foldedWords(folded);
  const plain = words.join(' ');
  if (questionType !== undefined || WANTS.test(plain) || words.length > MAX_WORDS) return false;
  if (Math.max(0, ...topics.values()) >= OURS) return false;
  const tellsMore = entities.some(({ kind }) => kind === 'money' || kind === 'date');
  return !tellsMore && INTRODUCES.test(plain);
}

function introduced(turn: Turn, id: string): Answered {
  const hello = needsNotice(turn) ? greet(turn) : smallTalk(turn, id);
  const office = officeHere(turn);
  const [first, ...others] = hello.replies;
  if (office === undefined || first === undefined) return hello;
  return { ...hello, replies: [followedBy(first, office), ...others] };
}
