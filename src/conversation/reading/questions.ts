import type { Content, Procedure, QuestionAnswer } from '../../content/types.js';
import type { Vocabulary } from '../../intent-matching/types.js';
import { fold, foldedWords } from '../../shared/fold.js';

export interface FoundQuestion {
  pair: QuestionAnswer;
  /** Cosine over weighted words and word pairs, 0 to 1: 1 is the same wording. */
  likeness: number;
}

/** How far a word's commonness, within its matter and at all, takes weight from it; measured on wordings left out one at a time. */
const WITHIN = 1.5;
const AT_ALL = 0.5;

/**
 * Finds the question–answer pair of a procedure that a message asks. Words weigh by how rarely they are used when that
 * procedure is spoken of (its name, its intents' examples), less so by how rarely they are used at all: "bán đất" alone
 * asks none of the questions about selling land, "quá 30 ngày" asks one. One index is made per content version.
 */
class QuestionIndex {
  private readonly expansions: ReadonlyMap<string, string>;
  private readonly examples = new Map<string, string[]>();
  private readonly matters = new Map<string, Matter>();
  private readonly all: Usage = { counts: new Map(), texts: 0 };

  constructor({ vocabulary, intents, procedures }: Content) {
    this.expansions = unambiguous(vocabulary);
    for (const { questions } of procedures.values())
      for (const { ask } of questions) this.count(ask, this.all);
    for (const { target, examples } of intents.values()) {
      this.count(examples, this.all);
      if (!('procedure' in target)) continue;
      this.examples.set(target.procedure, [...(this.examples.get(target.procedure) ?? []), ...examples]);
    }
  }

  best(said: string, procedure: Procedure): FoundQuestion | undefined {
    const matter = this.matterOf(procedure);
    const message = this.vectorOf(said, matter.usage);
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
    const { name, button, questions } = procedure;
    const usage: Usage = { counts: new Map(), texts: 0 };
    this.count([name, button, ...(this.examples.get(procedure.id) ?? [])], usage);
    // The matter's own name asks nothing of it, however seldom its examples use it.
    for (const word of this.words(`${name} ${button}`))
      usage.counts.set(word, Math.max(usage.counts.get(word) ?? 0, usage.texts / 2));
    const wordings = questions.map(({ ask }) => ask.map((wording) => this.vectorOf(wording, usage)));
    const matter: Matter = { usage, wordings };
    this.matters.set(procedure.id, matter);
    return matter;
  }

  private count(texts: readonly string[], usage: Usage): void {
    usage.texts += texts.length;
    for (const text of texts)
      for (const word of this.words(text)) usage.counts.set(word, (usage.counts.get(word) ?? 0) + 1);
  }

  private vectorOf(text: string, within: Usage): Map<string, number> {
    return new Map(
      [...this.words(text)].map((word) => [
        word,
        rarity(word, within) ** WITHIN * rarity(word, this.all) ** AT_ALL,
      ]),
    );
  }

  private words(text: string): Set<string> {
    return new Set(foldedWords(text).flatMap((word) => (this.expansions.get(word) ?? word).split(' ')));
  }
}

/** In how many of `texts` each word stands. */
interface Usage {
  counts: Map<string, number>;
  texts: number;
}

interface Matter {
  usage: Usage;
  /** By question, in the entry's order. */
  wordings: Map<string, number>[][];
}

/** 1 for a word that is never used, near 0 for one that always is. */
function rarity(word: string, { counts, texts }: Usage): number {
  return Math.log((texts + 1) / ((counts.get(word) ?? 0) + 0.5)) / Math.log((texts + 1) / 0.5);
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
