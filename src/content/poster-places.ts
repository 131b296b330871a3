import { fold } from '../shared/fold.js';
import type { Content } from './types.js';

/** What a link of ours names a place by that is not in the list: whoever makes a link may write anything there. */
export const OTHER_PLACE = 'khac';

const MAX_SLUG = 60;

/** "Quầy số 3, Hội An" → `quay-so-3-hoi-an`; empty where there is no letter or digit. */
export function placeSlug(place: string): string {
  return fold(place)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, '');
}

/** The places where staff hang posters, slug → name: those they listed, the tax offices, and their communes and wards. */
export function posterPlaces({ offices }: Pick<Content, 'offices'>): Map<string, string> {
  const names = [
    ...offices.places.map(({ unit, name }) => `${unit} ${name}`),
    ...offices.offices.map(({ name }) => name),
    ...offices.posterPlaces,
  ];
  const known = new Map(names.map((name) => [placeSlug(name), name]));
  known.delete(OTHER_PLACE);
  known.delete('');
  return known;
}
