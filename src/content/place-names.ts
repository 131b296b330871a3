import { fold } from '../shared/fold.js';
import type { Offices, Place } from './types.js';

/** A name that a place, or a whole former district, is known by. */
export interface PlaceName {
  written: string;
  kind: 'now' | 'former' | 'district';
  unit: string;
  places: Place[];
}

/** Names by how they sound when typed in a hurry: no marks, no spaces. "P Rao" and "prao" meet, "Xuân II" and "xuan 2". */
export type PlaceIndex = ReadonlyMap<string, PlaceName[]>;

export function placeIndex({ places }: Offices): PlaceIndex {
  const index = new Map<string, PlaceName[]>();
  const add = (name: PlaceName): void => {
    for (const key of keysOf(name.written)) index.set(key, [...(index.get(key) ?? []), name]);
  };
  for (const place of places) {
    add({ written: place.name, kind: 'now', unit: place.unit, places: [place] });
    for (const { unit, name } of place.formerly)
      add({ written: name, kind: 'former', unit, places: [place] });
  }
  for (const district of new Set(places.map((place) => place.district))) {
    const within = places.filter((place) => place.district === district);
    add({ written: district, kind: 'district', unit: 'huyện', places: within });
  }
  return index;
}

function keysOf(name: string): string[] {
  const plain = squeezed(name);
  const digits = squeezed(name.replace(/ (I{1,3})$/, (_, roman: string) => ` ${roman.length}`));
  // "La Êê" typed with Telex keys that are undone afterwards: "la ee" → "la ê".
  const single = plain.replace(/([aeo])\1/g, '$1');
  return [...new Set([plain, digits, single])];
}

export function squeezed(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '');
}
