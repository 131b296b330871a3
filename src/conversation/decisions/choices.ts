import type { Fact, FactValue } from '../../content/decisions/types.js';
import { isNegated, placesOf } from './mentions.js';

/**
 * The option whose wording the message holds: the longest, of equal ones the last. Wordings that only answer the fact's
 * own question ("có", "không") count when it was asked.
 */
export function choiceIn(fact: Fact, folded: string, asked: boolean): FactValue | undefined {
  const found = fact.options.flatMap(({ id, words, answers }) =>
    placesOf(asked ? [...words, ...answers] : words, folded)
      .filter((place) => !isNegated(place, folded))
      .map(({ start, end }) => ({ id, start, length: end - start })),
  );
  const best = found.sort((a, b) => b.length - a.length || b.start - a.start)[0];
  return best === undefined ? undefined : { kind: 'choice', value: best.id };
}

/** A value told by its wording: "chưa có con" is 0 dependants. */
export function wordedValue(fact: Fact, folded: string, asked: boolean): FactValue | undefined {
  if (fact.kind === 'choice') return choiceIn(fact, folded, asked);
  return fact.buttons.find(({ words }) => placesOf(words, folded).length > 0)?.value;
}
