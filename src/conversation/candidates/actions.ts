import { findPlaces, placesAlone } from '../../content/places.js';
import type { Action } from '../../content/types.js';
import { act } from '../actions/act.js';
import { answerPlace } from '../actions/office.js';
import { codeIn, statusOf } from '../actions/requests.js';
import type { Turn } from '../turn.js';
import type { Candidate } from './candidate.js';
import type { TopicChance } from './topics.js';

/** What the product does itself: places, deadlines, hours, Saturdays, contacts, a request's code. */
export function proposeActions(turn: Turn, topics: readonly TopicChance[]): Candidate[] {
  return [
    ...topics.flatMap(({ action, intent, chance }) =>
      action === undefined ? [] : [actionCandidate(turn, action, intent, chance)],
    ),
    ...placeCandidate(turn, topics),
    ...codeCandidate(turn),
  ];
}

function actionCandidate(turn: Turn, action: Action, intent: string | undefined, chance: number): Candidate {
  return {
    kind: 'action',
    about: action,
    score: chance * 0.95,
    ...(intent === undefined ? {} : { intent }),
    answer: () => act(turn, action, intent),
  };
}

/** The tax office as a word: who names a place with it asks which one is competent there. */
const OFFICE = /\b(?:thue|chi cuc|co quan|tru so|mo|nao|dau|cho nao|office)\b/u;

function placeCandidate(turn: Turn, topics: readonly TopicChance[]): Candidate[] {
  const { offices } = turn.content;
  const { said, folded, topicWords } = turn.reading;
  const found = findPlaces(offices, said);
  if (found.length === 0) return [];
  const alone = placesAlone(offices, said).length > 0;
  const lookup = topics.find(({ action }) => action === 'office_lookup')?.chance ?? 0;
  const where = turn.reading.questionType === 'where' || OFFICE.test(folded);
  const score = alone ? 0.93 : Math.max(lookup, where ? 0.72 - 0.04 * topicWords.length : 0.2);
  return [
    {
      kind: 'place',
      about: found[0]?.name ?? '',
      score: Math.max(0, score),
      answer: () => answerPlace(turn) ?? act(turn, 'office_lookup'),
    },
  ];
}

function codeCandidate(turn: Turn): Candidate[] {
  const code = codeIn(turn.reading.said);
  return code === undefined
    ? []
    : [{ kind: 'action', about: code, score: 0.98, answer: () => statusOf(turn, code) }];
}
