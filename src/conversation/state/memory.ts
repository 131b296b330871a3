import { findPlaces } from '../../content/places.js';
import type { Turn } from '../turn.js';
import type { ConversationState } from '../types.js';

/** How long facts are remembered in silence (privacy facts, §4): with a yes to the notice, and without. */
const WITH_CONSENT_MS = 24 * 60 * 60 * 1000;
const WITHOUT_CONSENT_MS = 30 * 60 * 1000;
const MAX_TOPICS = 5;

/** Facts told, the place and what was said go with silence; the guide that lies open, its topic and the choice about data stay. */
export function forgetInSilence(state: ConversationState, now: Date): void {
  const { lastEventAt, consent } = state;
  const limit = consent.choice === 'yes' ? WITH_CONSENT_MS : WITHOUT_CONSENT_MS;
  if (lastEventAt === undefined || now.getTime() - lastEventAt.getTime() <= limit) return;
  for (const key of [
    'facts',
    'person',
    'place',
    'last',
    'topics',
    'aside',
    'danger',
    'warned',
    'elsewhere',
    'shown',
    'declined',
    'openings',
    'saidOnce',
    'decided',
    'english',
  ] as const)
    Reflect.deleteProperty(state, key);
}

/** The entry in hand goes to the top of what was spoken of. */
export function rememberTopic(state: ConversationState): void {
  const { topic } = state;
  if (topic === undefined) return;
  state.topics = [...(state.topics ?? []).filter((one) => one !== topic), topic].slice(-MAX_TOPICS);
}

/** A place that was named is where the matter is, until another is named. */
export function rememberPlace(turn: Turn): void {
  const found = findPlaces(turn.content.offices, turn.reading.said);
  const offices = new Set(found.map(({ office }) => office));
  const [place] = found;
  if (place === undefined || offices.size !== 1) return;
  turn.state.place = {
    office: place.office,
    name: found.length === 1 ? `${place.unit} ${place.name}` : place.district,
  };
}
