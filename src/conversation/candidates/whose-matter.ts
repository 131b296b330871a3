import type { Procedure } from '../../content/types.js';
import type { Line } from '../lines.js';
import { menuChoice, text } from '../replies.js';
import { answered, procedureOf, type Answered, type Turn } from '../turn.js';
import { officeInEnglish } from '../wording/english-parts.js';
import { say, sayLines } from '../wording/say.js';
import type { Candidate } from './candidate.js';

const SURE = 0.96;
/** "Mấy cái này không phải bên thuế làm hả", "cái này có thuộc thuế không", folded. */
const OFFICE = '(?:ben|co quan|chi cuc|cua) (?:ben )?thue';
const DOES = '(?:lam|lo|quan ly|giai quyet|phu trach)';
const WHOSE = new RegExp(
  String.raw`\b(?:(?:phai|thuoc)(?: (?:la|viec|cua))* ${OFFICE}|thuoc thue|${OFFICE} (?:co |khong |ko |k |hong |dau co )?(?:${DOES}|ha|hen|phai khong|dung khong))\b`,
  'u',
);
/** Points to what was spoken of, or names nothing at all. */
const POINTS =
  /\b(?:may|nhung|cai|viec|vu|thu|cac) (?:cai |viec |thu )?(?:nay|do|ni|no|kia|nay gio|vua roi)\b/u;
const MAX_WORDS = 12;
const MAX_TOPIC_WORDS = 2;
/** Another office's matter that was spoken of so many turns ago is still "việc đó". */
const LATELY = 3;

/** Asks which office does what was just spoken of: said plainly, yes or no first. */
export function proposeWhoseMatter(turn: Turn): Candidate[] {
  const { reading, state } = turn;
  const { folded, topicWords } = reading;
  if (!WHOSE.test(folded) || folded.trim().split(/\s+/u).length > MAX_WORDS) return [];
  if (!POINTS.test(folded) && topicWords.length > MAX_TOPIC_WORDS) return [];
  const others = (state.topics ?? []).flatMap((id) => {
    const procedure = procedureOf(turn, id);
    return procedure?.kind === 'referral' ? [procedure] : [];
  });
  const lately = (state.turns ?? 0) - (state.elsewhere ?? -Infinity) <= LATELY;
  const inHand = procedureOf(turn, state.topic);
  const ours = inHand?.kind === 'referral' ? undefined : inHand;
  if (others.length === 0 && !lately && ours === undefined) return [];
  const answer = () => (ours === undefined || lately ? notOurs(turn, others) : itsOurs(turn, ours));
  return [{ kind: 'act', about: 'whose_matter', score: SURE, answer }];
}

function notOurs(turn: Turn, others: readonly Procedure[]): Answered {
  const matters = others.map(({ button, where = '' }): Line => ({ as: 'fact', label: button, text: where }));
  const words =
    matters.length === 0 ? say(turn, 'not_tax_office_alone') : sayLines(turn, 'not_tax_office', { matters });
  return answered('answered_referral', [text(words, [menuChoice(turn)])]);
}

function itsOurs(turn: Turn, { id, button, where = '' }: Procedure): Answered {
  const words = say(turn, 'tax_office_does', { entry: button, where }).trim();
  return answered('answered_question', [text(words, [menuChoice(turn)])], {
    procedure: id,
    english: officeInEnglish(turn) ?? say(turn, 'english_office_ask'),
  });
}
