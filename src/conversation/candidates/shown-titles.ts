import { isPhrase } from '../phrases.js';
import { decodePayload, type Payload } from '../payloads.js';
import { answerPressed } from '../pressed.js';
import { answered, type Turn } from '../turn.js';
import type { Candidate } from './candidate.js';

const CERTAIN = 0.985;
/** Their words are an answer to what was asked last, or words like any others. */
const BY_WORDS: readonly Payload['kind'][] = ['consent', 'talk', 'delete_data', 'say'];

/** Who types the title of a button or quick reply that the last answer showed has chosen it. */
export function proposeShownTitles(turn: Turn): Candidate[] {
  const { shown = [] } = turn.state;
  if (turn.event.kind !== 'text' || turn.reading.said === '') return [];
  const typed = shown.find(({ title }) => isPhrase(turn.reading.said, [title]));
  const payload = typed === undefined ? null : decodePayload(typed.payload);
  if (typed === undefined || payload === null || BY_WORDS.includes(payload.kind)) return [];
  const pressed: Turn = { ...turn, payload, event: { ...turn.event, kind: 'button' } };
  const nothing = () => answered('declined_unknown', []);
  return [
    {
      kind: 'awaited',
      about: typed.title,
      score: CERTAIN,
      answer: async () => (await answerPressed(pressed)) ?? nothing(),
    },
  ];
}
