import type { Offices } from '../../../src/content/office-types.js';
import { fold, foldedWords } from '../../../src/shared/fold.js';
import type { LabelledTurn } from './labels.js';

/** Forms of address, particles and given names: they make no other message. */
const NO_MATTER = new Set(
  'a ah ak ad ai anh em e c chi chu bac co oi u da vang nha nhe nhe nghe hi he ha voi vay z v the rua ri roi r thi la ma shop admin bot hoa lan hung minh tuan mai nam'.split(
    ' ',
  ),
);
const NUMBER = /^\d[\d.,]*(?:k|tr|ty|trieu|cu|ngan|nghin|m2|%|t|h)?\d*$/u;
const COUNTS = new Set(
  'mot hai ba bon nam sau bay tam chin muoi chuc tram ty trieu tr cu k ngan nghin'.split(' '),
);

/** A message without its numbers, the names in it and forms of address: two with the same key count once. */
export function messageKey(said: string, places: readonly string[]): string {
  const named = places.reduce(
    (rest, name) => rest.replaceAll(` ${name} `, ' @ '),
    ` ${foldedWords(said).join(' ')} `,
  );
  const words = named
    .trim()
    .split(' ')
    .map((word) => (NUMBER.test(word) || COUNTS.has(word) ? '#' : word))
    .filter((word) => !NO_MATTER.has(word));
  return words.filter((word, at) => word !== '#' || words[at - 1] !== '#').join(' ');
}

export function placeNames({ places }: Offices): string[] {
  const names = places.flatMap(({ name, district }) => [fold(name), fold(district)]);
  return [...new Set(names)].filter((name) => name.length > 3).sort((a, b) => b.length - a.length);
}

/** Turns whose message and what stands before it differ in more than numbers and names. */
export function distinctTurns(turns: readonly LabelledTurn[], places: readonly string[]): Set<string> {
  return new Set(turns.map((turn) => `${contextKey(turn, places)} » ${messageKey(turn.say, places)}`));
}

export function distinctMessages(turns: readonly LabelledTurn[], places: readonly string[]): Set<string> {
  return new Set(turns.map(({ say }) => messageKey(say, places)));
}

function contextKey({ open = '', before }: LabelledTurn, places: readonly string[]): string {
  const said = before.map((one) => (typeof one === 'string' ? messageKey(one, places) : one.press));
  return [open, ...said].join(' / ');
}
