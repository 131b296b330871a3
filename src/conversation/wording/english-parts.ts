import type { EnglishParts } from '../../content/english-texts.js';
import type { Procedure } from '../../content/types.js';
import type { Aspect } from '../guide/key-facts.js';
import type { Answered, Turn } from '../turn.js';
import { say } from './say.js';

/** Where an entry's English text of each part stands; its steps, result and legal basis have none. */
const PARTS: Partial<Record<Aspect, keyof EnglishParts>> = {
  who: 'who',
  when: 'when',
  papers: 'papers',
  where: 'where',
  how_long: 'howLong',
  cost: 'cost',
};

/** The parts asked for, where staff wrote all of them in English; of a place that was named, its office as well. */
export function partsInEnglish(
  turn: Turn,
  { partsEn, kind }: Procedure,
  asked: readonly Aspect[],
): Pick<Answered, 'english'> {
  const told = asked.flatMap((aspect) => partOf(partsEn, aspect) ?? []);
  if (told.length === 0 || told.length < asked.length) return {};
  // Another agency's matter is not done at the tax office of the place.
  const office = asked.includes('where') && kind !== 'referral' ? officeInEnglish(turn) : undefined;
  return { english: [...(office === undefined ? [] : [office]), ...told].join('\n') };
}

function partOf(parts: EnglishParts | undefined, aspect: Aspect): string | undefined {
  const key = PARTS[aspect];
  return key === undefined ? undefined : parts?.[key];
}

/** The office of the place that was named in the conversation. */
export function officeInEnglish(turn: Turn): string | undefined {
  const { place } = turn.state;
  const office = turn.content.offices.offices.find(({ id }) => id === place?.office);
  if (place === undefined || office === undefined) return undefined;
  return say(turn, 'english_office', { place: place.name, office: office.name, seat: office.seat });
}
