/** Stands between the parts of a joint label: "flight#airfare" asks for two things. */
const SEPARATOR = '#';

/**
 * The parts that joint labels are made of: of each part the places of the labels that have it. A joint label is often too
 * rare to be learned, while each of its parts is met in other labels too. Empty where no label is joint.
 */
export function partsOf(labels: readonly string[]): number[][] {
  if (!labels.some((label) => label.includes(SEPARATOR))) return [];
  const places = new Map<string, number[]>();
  for (const [place, label] of labels.entries())
    for (const part of new Set(label.split(SEPARATOR)))
      places.set(part, [...(places.get(part) ?? []), place]);
  return [...places.values()];
}
