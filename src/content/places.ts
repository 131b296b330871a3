import { perObject } from '../shared/per-object.js';
import { fold, readText, withTonesLast } from '../shared/vietnamese-text.js';
import { placeIndex, squeezed, type PlaceIndex, type PlaceName } from './place-names.js';
import type { Offices, Place } from './types.js';

/** The longest names have three words; two more for "Ch’ơm" and the like, typed with gaps. */
const LONGEST = 4;

const indexOf = perObject<Offices, PlaceIndex>(placeIndex);

/**
 * The communes and wards of today that the text may mean, by their present or former names, with or without marks; a
 * former district's name stands for all its communes. Several: the text does not decide between them. Empty: it names none.
 */
export function findPlaces(offices: Offices, text: string): Place[] {
  return decided(mentionsIn(wordsOf(text), offices));
}

/** What may stand around a bare name: "em ở xã Ba ạ". */
const AROUND_A_NAME = new Set(
  'xa x phuong p f thi tran tt huyen h tp thanh pho tx o tai ben toi tui em minh chi anh nha cu moi a nhe da'.split(
    ' ',
  ),
);

/** The places of a text that holds a place's name and nothing else to go by; empty otherwise. */
export function placesAlone(offices: Offices, text: string): Place[] {
  return besidePlaces(offices, text).length === 0 ? findPlaces(offices, text) : [];
}

/** The words of a text, folded, that neither name a place nor stand around such a name. */
export function besidePlaces(offices: Offices, text: string): string[] {
  return unnamed(offices, text).filter((word) => !AROUND_A_NAME.has(word));
}

/** The text, folded, without the names of places in it. */
export function withoutPlaces(offices: Offices, text: string): string {
  return unnamed(offices, text).join(' ');
}

/** The words that belong to no place's name, folded. */
function unnamed(offices: Offices, text: string): string[] {
  const words = wordsOf(text);
  const mentions = mentionsIn(words, offices);
  return words
    .filter((_, at) => !mentions.some(({ start, length }) => at >= start && at < start + length))
    .map(({ folded }) => folded);
}

function decided(mentions: readonly Mention[]): Place[] {
  const communes = mentions.filter(({ district }) => !district).flatMap(({ places }) => places);
  const districts = mentions.filter(({ district }) => district).flatMap(({ places }) => places);
  const narrowed = communes.filter((place) => districts.includes(place));
  const found = narrowed.length > 0 ? narrowed : communes.length > 0 ? communes : districts;
  return [...new Set(found)];
}

interface Mention {
  district: boolean;
  places: Place[];
  /** Position of its first word, and how many words it has. */
  start: number;
  length: number;
}

interface Word {
  text: string;
  folded: string;
}

function wordsOf(text: string): Word[] {
  const words = readText(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ({ text: word, folded: fold(word) }));
}

function mentionsIn(words: readonly Word[], offices: Offices): Mention[] {
  const index = indexOf(offices);
  const onlyAfterUnit = new Set(offices.onlyAfterUnit.map(squeezed));
  const mentions: Mention[] = [];
  for (let start = 0; start < words.length;) {
    const taken = longestFrom(words, start, index, onlyAfterUnit);
    if (taken !== undefined) mentions.push(taken);
    start += taken?.length ?? 1;
  }
  return mentions;
}

/** The longest name wins: "Quế Sơn Trung" is not "Quế Sơn". */
function longestFrom(
  words: readonly Word[],
  start: number,
  index: PlaceIndex,
  onlyAfterUnit: ReadonlySet<string>,
): Mention | undefined {
  const unit = unitBefore(words, start);
  for (let length = Math.min(LONGEST, words.length - start); length > 0; length--) {
    const span = words.slice(start, start + length);
    const key = span.map(({ folded }) => folded).join('');
    if (unit === undefined && onlyAfterUnit.has(key)) continue;
    const written = span.map((word) => word.text).join(' ');
    const names = (index.get(key) ?? []).filter((name) => unit !== undefined || marksAgree(written, name));
    if (names.length === 0) continue;
    return { ...chosen(names, written, unit, words[start + length]?.folded === 'cu'), start, length };
  }
  return undefined;
}

/** What is typed with marks means exactly those ("tạm ẩn" is not "Tam An"); without marks it may be any. */
function marksAgree(written: string, name: PlaceName): boolean {
  return fold(written) === written.toLowerCase() || withTonesLast(written) === withTonesLast(name.written);
}

function chosen(
  names: readonly PlaceName[],
  written: string,
  unit: string | undefined,
  old: boolean,
): Pick<Mention, 'district' | 'places'> {
  const narrowings: ((name: PlaceName) => boolean)[] = [
    (name) => withTonesLast(written) === withTonesLast(name.written),
    (name) => (unit === 'huyện') === (name.kind === 'district'),
    (name) => unit === undefined || name.unit === unit,
    (name) => !old || name.kind !== 'now',
  ];
  // Without a unit the larger place is meant: "ở Tam Kỳ" is the former city, not the ward alone.
  if (unit === undefined) narrowings[1] = (name) => name.kind === 'district';
  let left = [...names];
  for (const fits of narrowings) {
    const fitting = left.filter(fits);
    if (fitting.length > 0) left = fitting;
  }
  return {
    district: left.every(({ kind }) => kind === 'district'),
    places: left.flatMap(({ places }) => places),
  };
}

const UNITS: Record<string, string> = {
  xa: 'xã',
  x: 'xã',
  phuong: 'phường',
  p: 'phường',
  f: 'phường',
  tt: 'thị trấn',
  'thi tran': 'thị trấn',
  huyen: 'huyện',
  h: 'huyện',
  tp: 'huyện',
  tx: 'huyện',
  'thanh pho': 'huyện',
  'thi xa': 'huyện',
};

/** "xã", "phường" … in front of the name; districts, towns and cities count alike. */
function unitBefore(words: readonly Word[], start: number): string | undefined {
  const [two, one] = [words[start - 2]?.folded ?? '', words[start - 1]?.folded ?? ''];
  return UNITS[`${two} ${one}`] ?? UNITS[one];
}
