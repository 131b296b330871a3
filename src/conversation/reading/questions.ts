import type { Content, Procedure, QuestionAnswer } from '../../content/types.js';
import type { Vocabulary } from '../../intent-matching/types.js';
import { fold, foldedWords } from '../../shared/fold.js';

export interface FoundQuestion {
  pair: QuestionAnswer;
  /** Cosine over weighted words and word pairs, 0 to 1: 1 is the same wording. */
  likeness: number;
}

/** How far a word's commonness within its matter takes weight from it; measured on wordings left out one at a time. */
const STEEPNESS = 2;

/**
 * Finds the question–answer pair of a procedure that a message asks. Words weigh by how rarely they are used when that
 * procedure is spoken of at all (its name, its intents' examples): "bán đất" alone asks none of the questions about
 * selling land, "quá 30 ngày" asks one. One index is made per content version.
 */
export class QuestionIndex {
  private readonly expansions: ReadonlyMap<string, string>;
  private readonly examples = new Map<string, string[]>();
  private readonly matters = new Map<string, Matter>();

  constructor({ vocabulary, intents }: Content) {
    this.expansions = unambiguous(vocabulary);
    for (const { target, examples } of intents.values()) {
      if (!('procedure' in target)) continue;
      this.examples.set(target.procedure, [...(this.examples.get(target.procedure) ?? []), ...examples]);
    }
  }

  best(said: string, procedure: Procedure): FoundQuestion | undefined {
    const matter = this.matterOf(procedure);
    const message = vectorOf(this.words(said), matter);
    let best: FoundQuestion | undefined;
    procedure.questions.forEach((pair, index) => {
      const likeness = Math.max(0, ...(matter.wordings[index] ?? []).map((one) => cosine(message, one)));
      if (likeness > (best?.likeness ?? 0)) best = { pair, likeness };
    });
    return best;
  }

  private matterOf(procedure: Procedure): Matter {
    const known = this.matters.get(procedure.id);
    if (known !== undefined) return known;
    const spoken = [procedure.name, procedure.button, ...(this.examples.get(procedure.id) ?? [])];
    const counts = new Map<string, number>();
    for (const text of spoken)
      for (const word of this.words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    // The matter's own name asks nothing of it, however seldom its examples use it.
    for (const word of this.words(`${procedure.name} ${procedure.button}`))
      counts.set(word, Math.max(counts.get(word) ?? 0, spoken.length / 2));
    const matter: Matter = { counts, spoken: spoken.length, wordings: [] };
    matter.wordings = procedure.questions.map(({ ask }) =>
      ask.map((wording) => vectorOf(this.words(wording), matter)),
    );
    this.matters.set(procedure.id, matter);
    return matter;
  }

  private words(text: string): Set<string> {
    return new Set(foldedWords(text).flatMap((word) => (this.expansions.get(word) ?? word).split(' ')));
  }
}

/** How one procedure is spoken of: how many of `spoken` texts hold a word, and its questions' wordings. */
interface Matter {
  counts: ReadonlyMap<string, number>;
  spoken: number;
  /** By question, in the entry's order. */
  wordings: Map<string, number>[][];
}

function vectorOf(words: ReadonlySet<string>, { counts, spoken }: Matter): Map<string, number> {
  const most = Math.log((spoken + 1) / 0.5);
  return new Map(
    [...words].map((word) => [
      word,
      (Math.log((spoken + 1) / ((counts.get(word) ?? 0) + 0.5)) / most) ** STEEPNESS,
    ]),
  );
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
