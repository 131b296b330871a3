import type { Content, Procedure, QuestionAnswer } from '../../content/types.js';
import type { Vocabulary } from '../../intent-matching/types.js';
import { fold, foldedWords } from '../../shared/fold.js';

export interface FoundQuestion {
  pair: QuestionAnswer;
  /** Cosine over weighted words and word pairs, 0 to 1: 1 is the same wording. */
  likeness: number;
}

/**
 * Finds the question–answer pair of a procedure that a message asks. Words that many pairs share weigh little, so
 * that "có phải … không" does not decide. One index is made per content version.
 */
export class QuestionIndex {
  private readonly rarity = new Map<string, number>();
  private readonly expansions: ReadonlyMap<string, string>;
  private readonly count: number;

  constructor(content: Content) {
    this.expansions = unambiguous(content.vocabulary);
    const wordings = [...content.procedures.values()].flatMap(({ questions }) =>
      questions.flatMap(({ ask }) => ask),
    );
    for (const wording of wordings) {
      for (const feature of new Set(this.features(wording)))
        this.rarity.set(feature, (this.rarity.get(feature) ?? 0) + 1);
    }
    this.count = wordings.length;
  }

  best(said: string, procedure: Procedure): FoundQuestion | undefined {
    const message = this.vector(said);
    let best: FoundQuestion | undefined;
    for (const pair of procedure.questions) {
      const likeness = Math.max(0, ...pair.ask.map((wording) => cosine(message, this.vector(wording))));
      if (likeness > (best?.likeness ?? 0)) best = { pair, likeness };
    }
    return best;
  }

  private vector(text: string): Map<string, number> {
    const vector = new Map<string, number>();
    for (const feature of this.features(text)) {
      vector.set(feature, Math.log((this.count + 1) / ((this.rarity.get(feature) ?? 0) + 0.5)));
    }
    return vector;
  }

  private features(text: string): string[] {
    const words = foldedWords(text).flatMap((word) => (this.expansions.get(word) ?? word).split(' '));
    return [...words, ...words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`)];
  }
}

function unambiguous(vocabulary: Vocabulary): Map<string, string> {
  const always = vocabulary.abbreviations.filter(({ near }) => near === undefined || near.length === 0);
  return new Map(always.map(({ written, means }) => [fold(written), fold(means)]));
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [feature, weight] of a) shared += weight * (b.get(feature) ?? 0);
  return shared === 0 ? 0 : shared / Math.sqrt(squared(a) * squared(b));
}

function squared(vector: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return sum;
}

const indexes = new WeakMap<Content, QuestionIndex>();

export function questionIndexOf(content: Content): QuestionIndex {
  const known = indexes.get(content);
  if (known !== undefined) return known;
  const made = new QuestionIndex(content);
  indexes.set(content, made);
  return made;
}
