import { foldedWords } from '../../shared/fold.js';
import { perObject } from '../../shared/per-object.js';
import type { Content, Procedure } from '../../content/types.js';
import { showOverview } from '../guide/show.js';
import { procedureOf, type Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import { POLITE } from './shared-name.js';

/** "Không phải, ý em là …", "em hỏi … mà", folded: what follows is meant instead of what was answered. */
const MEANS =
  /^(?:(?:khong|ko|k|hong|da|a|u|ua|nham|lon|sai|phai|roi|oi|vay|cai|do|nay|dau) )*(?:(?:em|chi|anh|co|chu|bac|minh|tui|toi|con|chau) )?(?:(?:y|dang|chi|muon) )?(?:(?:em|chi|anh|co|chu|bac|minh|tui|toi) )?(?:y la|la|noi|hoi|can|muon hoi|dang hoi|dang noi)(?: (?:la|ve|cai|toi|den|rieng))? (.+)$/u;
const IGNORED = new Set([...POLITE, 'ma', 'kia', 'nghe', 'co', 'chu', 'cho']);
const MAX_WORDS = 4;
const CORRECTED = 0.93;
/** Sayings that refuse what was answered; "em hỏi xe máy mà" does by its end. */
const REFUSES =
  /\b(?:khong phai|ko phai|k phai|hong phai|y em|y chi|y anh|y tui|y toi|y co|y bac|y minh|nham|lon)\b|\bma$/u;

/**
 * "Không phải, ý em là xe máy" within the registration fee of houses: the matter whose name says the same but for the thing
 * that is meant. Where no name says it, the words are weighed like any others.
 */
export function proposeMeant(turn: Turn): Candidate[] {
  const inHand = procedureOf(turn, turn.state.topic);
  const words = foldedWords(turn.reading.said).join(' ');
  const said = REFUSES.test(words) ? MEANS.exec(words)?.[1] : undefined;
  if (inHand === undefined || said === undefined) return [];
  const own = said.split(' ').filter((word) => !IGNORED.has(word));
  if (own.length === 0 || own.length > MAX_WORDS || own.every((word) => namesOf(turn, inHand).has(word)))
    return [];
  const [best] = siblings(turn, inHand, own);
  if (best === undefined) return [];
  const answer = () => {
    delete turn.state.waiting;
    turn.state.last = { kind: 'guide', entry: best.id };
    return showOverview(turn, best);
  };
  return [{ kind: 'guide', about: best.id, entry: best.id, score: CORRECTED, answer }];
}

/** Those that name all that is meant, and what is done ("lệ phí", "đóng mã") as the matter in hand does; the shortest name first. */
function siblings(turn: Turn, inHand: Procedure, own: readonly string[]): Procedure[] {
  const done = foldedWords(inHand.name)
    .filter((word) => word !== 'tu')
    .slice(0, WORDS_OF_DOING);
  return [...turn.content.procedures.values()]
    .filter((one) => one.id !== inHand.id && own.every((word) => namesOf(turn, one).has(word)))
    .filter((one) => done.every((word) => namesOf(turn, one).has(word)))
    .sort((a, b) => namesOf(turn, a).size - namesOf(turn, b).size);
}

const WORDS_OF_DOING = 2;

const namesIn = perObject(
  ({ procedures }: Content): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(
      [...procedures.values()].map(({ id, name, button }) => [id, new Set(foldedWords(`${name} ${button}`))]),
    ),
);

function namesOf({ content }: Turn, { id }: Procedure): ReadonlySet<string> {
  return namesIn(content).get(id) ?? new Set();
}
