import type { Fact } from '../../content/decisions/types.js';
import type { FactReading, Person, Taken } from './facts-told.js';
import { ASKER, ownersIn, type Who } from './owners.js';

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
  const clauses = clausesIn(reading);
  if (new Set(clauses.map(({ who }) => who)).size < 2) return [];
  const persons = clauses
    .map(({ who, start, end }) => ({ who, facts: taken(part(reading, who, start, end)) }))
    .filter(({ facts: told }) => told.length > 0);
  const same = facts.some(
    ({ id, onlyWith }) =>
      onlyWith.length === 0 &&
      persons.filter(({ facts: told }) => told.some(({ fact }) => fact === id)).length > 1,
  );
  return same ? persons : [];
}

/** From one person's word to the next one's; a value in front of the first person is the asker's. */
function clausesIn(reading: FactReading): Clause[] {
  const named = ownersIn(reading);
  const [first] = named;
  const isOwnBefore = reading.entities.some(
    ({ kind, end }) => kind === 'money' && first !== undefined && end <= first.start,
  );
  const owners = isOwnBefore ? [{ who: ASKER, start: 0 } as const, ...named] : named;
  const joined = owners.filter(({ who }, index) => owners[index - 1]?.who !== who);
  return joined.map(({ who, start }, index) => ({
    who,
    start: index === 0 ? 0 : start,
    end: joined[index + 1]?.start ?? reading.folded.length,
  }));
}

/** Everything outside of the part is blanked, so that places stay as they are. */
function part(reading: FactReading, who: Who, start: number, end: number): FactReading {
  const blank = (text: string) =>
    `${' '.repeat(start)}${text.slice(start, end)}${' '.repeat(Math.max(0, text.length - end))}`;
  return {
    ...reading,
    ...(who === ASKER ? {} : { holder: who }),
    text: blank(reading.text),
    folded: blank(reading.folded),
    entities: reading.entities.filter((entity) => entity.start >= start && entity.end <= end),
  };
}
