import type { Fact } from '../../content/decisions/types.js';
import type { FactReading, Person, Taken } from './facts-told.js';

/** Whom a clause is about, by the word it begins with. */
const PERSONS: readonly (readonly [who: Person['who'], words: RegExp])[] = [
  ['husband', /\b(?:ck|chong|ong xa)\b/gu],
  ['wife', /\b(?:vk|vo|ba xa)\b/gu],
  ['self', /\b(?:e|em|tui|toi|minh|anh|chi)\b/gu],
];

interface Clause {
  who: Person['who'];
  start: number;
  end: number;
}

/**
 * The persons of whom a message tells the same fact: "e lương 20tr chưa con, ck e 35tr nuôi 1 đứa". Empty unless two
 * clauses about different persons tell one fact each.
 */
export function personsIn(
  reading: FactReading,
  facts: readonly Fact[],
  taken: (part: FactReading) => Taken[],
): Person[] {
  const clauses = clausesIn(reading.folded);
  if (new Set(clauses.map(({ who }) => who)).size < 2) return [];
  const persons = clauses
    .map(({ who, start, end }) => ({ who, facts: taken(part(reading, start, end)) }))
    .filter(({ facts: told }) => told.length > 0);
  const same = facts.some(
    ({ id, onlyWith }) =>
      onlyWith.length === 0 &&
      persons.filter(({ facts: told }) => told.some(({ fact }) => fact === id)).length > 1,
  );
  return same ? persons : [];
}

/** From one person's word to the next one's; "ck e" is one person. */
function clausesIn(folded: string): Clause[] {
  const starts = PERSONS.flatMap(([who, words]) =>
    [...folded.matchAll(words)].map(({ index, 0: word }) => ({
      who,
      start: index,
      end: index + word.length,
    })),
  ).sort((a, b) => a.start - b.start);
  const own = starts.filter(({ start }, index) => {
    const before = starts[index - 1];
    return before === undefined || start - before.end > 1;
  });
  const joined = own.filter(({ who }, index) => own[index - 1]?.who !== who);
  return joined.map(({ who, start }, index) => ({
    who,
    start: index === 0 ? 0 : start,
    end: joined[index + 1]?.start ?? folded.length,
  }));
}

/** Everything outside of the part is blanked, so that places stay as they are. */
function part(reading: FactReading, start: number, end: number): FactReading {
  const blank = (text: string) =>
    `${' '.repeat(start)}${text.slice(start, end)}${' '.repeat(Math.max(0, text.length - end))}`;
  return {
    ...reading,
    text: blank(reading.text),
    folded: blank(reading.folded),
    entities: reading.entities.filter((entity) => entity.start >= start && entity.end <= end),
  };
}
