import { fold, foldedWords } from '../shared/fold.js';
import type { Offices, Place } from './types.js';

const UNITS = new Set(['xa', 'phuong', 'p', 'x', 'tt', 'tran']);
const LONGEST_NAME = 4;

/** One name that a place goes or went by. */
interface Known {
  place: Place;
  /** NFC, lower case, with diacritics. */
  name: string;
  folded: string;
  isDistrict: boolean;
}

/**
 * The communes and wards that a text names, by today's or a former name, with or without diacritics; a former district
 * stands for all that came from it. Names that are common words count only after "xã", "phường", "thị trấn".
 * Where diacritics are written they decide between names that fold alike.
 */
export function findPlaces(offices: Offices, text: string): Place[] {
  const words = foldedWords(text);
  const names = namesOf(offices);
  const onlyAfterUnit = new Set(offices.onlyAfterUnit.map((name) => fold(name)));
  for (let length = Math.min(LONGEST_NAME, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const afterUnit = UNITS.has(words[start - 1] ?? '');
      const written = words.slice(start, start + length).join(' ');
      if (onlyAfterUnit.has(written) && !afterUnit) continue;
      const found = names.filter(
        ({ folded, isDistrict }) => folded === written && !(afterUnit && isDistrict),
      );
      if (found.length > 0) return unique(asWritten(found, text));
    }
  }
  return [];
}

function namesOf({ places }: Offices): Known[] {
  return places.flatMap((place) => [
    known(place, place.name, false),
    ...place.formerly.map(({ name }) => known(place, name, false)),
    known(place, place.district, true),
  ]);
}

function known(place: Place, written: string, isDistrict: boolean): Known {
  const name = written.normalize('NFC').toLowerCase();
  return { place, name, folded: foldedWords(name).join(' '), isDistrict };
}

function asWritten(found: Known[], text: string): Known[] {
  const lower = text.normalize('NFC').toLowerCase();
  const exact = found.filter(({ name }) => lower.includes(name));
  return exact.length > 0 ? exact : found;
}

function unique(found: readonly Known[]): Place[] {
  return [...new Set(found.map(({ place }) => place))];
}
