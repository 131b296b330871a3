import type { Procedure } from '../../content/types.js';
import { answerAspects, answerInShort, hasAspect } from '../guide/aspect-answer.js';
import type { Aspect } from '../guide/key-facts.js';
import { partsAsked } from '../reading/aspect.js';
import { procedureOf, type Answered, type Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import { KNOWN_WELL } from './known-questions.js';
import type { TopicChance } from './topic-chance.js';

/** How much the way of asking ("nộp ở đâu") says that this part of the entry is wanted. */
const FACET = 0.85;
/** The same where nothing else is near. */
const PART_ALONE = 0.95;
/** A common question this likely is better than saying that a part is not known. */
const NEAR_QUESTION = 0.3;
/** Where something is held of the matter in hand ("phải ra tận nơi"), a part of it is meant this likely. */
const HELD_OF_PART = 0.5;

/** A part that was told just now is told once more in short. */
function answerPart(turn: Turn, from: Procedure, part: Aspect): Answered {
  const { id } = from;
  const { last } = turn.state;
  const isSame = last?.kind === 'facet' && last.entry === id && last.part === part;
  const asked = partsAsked(turn.reading.folded);
  turn.state.last = { kind: 'facet', entry: id, part };
  return isSame
    ? answerInShort(turn, from, part)
    : answerAspects(turn, from, asked.length === 0 ? [part] : asked);
}

/** A part of the entry that the way of asking, or what is held for so, is about. */
export function facetCandidates(
  turn: Turn,
  procedure: Procedure,
  { chance }: TopicChance,
  {
    question,
    sure,
    base,
  }: { question: number; sure: number; base: Pick<Candidate, 'about' | 'entry' | 'intent'> },
): Candidate[] {
  const { questionType } = turn.reading;
  const isOpen = turn.state.topic === procedure.id;
  if (questionType === undefined || (questionType === 'steps' && !isOpen)) return [];
  const known =
    questionType === 'steps' ? procedure.steps.length > 0 : hasAspect(turn, procedure, questionType);
  if (!known && !isOpen) return [];
  const beside =
    known || questionType === 'steps' || sure >= KNOWN_WELL || procedure.kind !== 'information'
      ? undefined
      : besideWith(turn, procedure, questionType);
  const from = beside ?? procedure;
  const likely = isOpen && turn.reading.supposes !== undefined ? Math.max(chance, HELD_OF_PART) : chance;
  const fit =
    beside === undefined
      ? (question === 0 ? PART_ALONE : FACET) * (known ? 1 : sure >= NEAR_QUESTION ? 0.5 : 0.8)
      : FACET;
  return [
    {
      ...base,
      kind: 'facet',
      about: `${from.id}/${questionType}`,
      entry: from.id,
      score: likely * fit * (1 - 0.75 * question),
      answer: () => answerPart(turn, from, questionType),
    },
  ];
}

/** What the entry in hand leaves open ("nộp ở đâu" of a list of rates) the procedure beside it often says. */
function besideWith(
  turn: Turn,
  { related }: Procedure,
  part: Exclude<Aspect, 'steps'>,
): Procedure | undefined {
  return related
    .flatMap((id) => procedureOf(turn, id) ?? [])
    .find((one) => one.kind === 'procedure' && hasAspect(turn, one, part));
}
