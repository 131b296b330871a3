import type { Content } from '../../content/types.js';
import type { MatchDecision, PartEvidence, IntentMatcher } from '../../intent-matching/types.js';
import { foldedWords } from '../../shared/fold.js';
import { withoutMasks } from '../../privacy/mask-text.js';

/** What the bot makes of a text now, and why. */
export interface MessageJudgement {
  decision: MatchDecision;
  confidence: number;
  /** Best first. */
  candidates: Candidate[];
  /** As written; `read` where it is taken for something else (an abbreviation, a slip), folded. */
  words: { written: string; read: string | null }[];
}

interface Candidate {
  intent: string;
  name: string;
  confidence: number;
  /** Words that spoke for it, and against it; heaviest first. */
  votesFor: string[];
  votesAgainst: string[];
}

const MOST_WORDS = 5;
/** Weights below this share of the heaviest decide nothing. */
const WORTH_SAYING = 0.12;

export function judgeAnswer(
  { content, matcher }: { content: Content; matcher: IntentMatcher },
  text: string,
  candidates = 3,
): MessageJudgement {
  const said = withoutMasks(text);
  const { decision, confidence, alternatives } = matcher.match(said);
  return {
    decision,
    confidence,
    candidates: alternatives.slice(0, candidates).map((ranked) => ({
      ...ranked,
      name: intentName(content, ranked.intent),
      ...votes(matcher.explain(said, ranked.intent)),
    })),
    words: matcher
      .read(said)
      .map(({ written, read }) => ({ written, read: foldedWords(written).join(' ') === read ? null : read })),
  };
}

function votes(evidence: readonly PartEvidence[]): Pick<Candidate, 'votesFor' | 'votesAgainst'> {
  const least = Math.abs(evidence[0]?.weight ?? 0) * WORTH_SAYING;
  const spoken = evidence.filter(({ weight }) => Math.abs(weight) >= least);
  const partsOf = (list: readonly PartEvidence[]) => list.slice(0, MOST_WORDS).map(({ part }) => part);
  return {
    votesFor: partsOf(spoken.filter(({ weight }) => weight > 0)),
    votesAgainst: partsOf(spoken.filter(({ weight }) => weight < 0)),
  };
}

/** What staff call an intent: its procedure's name, else its button. */
export function intentName(content: Content, id: string): string {
  const intent = content.intents.get(id);
  if (intent === undefined) return id;
  const procedure =
    'procedure' in intent.target ? content.procedures.get(intent.target.procedure) : undefined;
  return procedure?.name ?? (intent.button === '' ? id : intent.button);
}

/** The intent that leads to a procedure; `null` when none does, or the procedure is gone. */
export function intentFor(content: Content, procedure: string): string | null {
  for (const { id, target } of content.intents.values())
    if ('procedure' in target && target.procedure === procedure) return id;
  return null;
}

/** What a judged answer took the message for: by its intent, or by the procedure it opened. */
export const answeredIntent = (
  content: Content,
  { intent, procedure }: { intent?: string; procedure?: string },
) => intent ?? (procedure === undefined ? null : intentFor(content, procedure));

/** All intents by their names, for choosing one. */
export function intentChoices(content: Content): { id: string; name: string }[] {
  return [...content.intents.keys()]
    .map((id) => ({ id, name: intentName(content, id) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
