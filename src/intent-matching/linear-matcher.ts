import { confidences } from './model/calibration.js';
import { decide, optionCount } from './model/decisions.js';
import { FeatureBuffer } from './model/feature-buffer.js';
import { LinearModel } from './model/linear-model.js';
import { isOthers, scopeOf } from './model/scope.js';
import { readerFor } from './model/training-data.js';
import type { Normaliser, Token } from './text/normaliser.js';
import type { TrainedModel } from './trained-model.js';
import type { Evidence, IntentMatcher, Match, RankedIntent, ReadWord } from './types.js';

const MOST_ALTERNATIVES = 5;

/** The matcher of the product: normalises, scores with the linear model, and decides by what cross-validation found. */
export class LinearMatcher implements IntentMatcher {
  readonly version: string;
  readonly #trained: TrainedModel;
  readonly #model: LinearModel;
  readonly #reader: Normaliser;
  readonly #buffer = new FeatureBuffer();

  constructor(trained: TrainedModel) {
    this.version = trained.version;
    this.#trained = trained;
    this.#model = new LinearModel(trained.weights);
    this.#reader = readerFor(trained.vocabulary, new Set(trained.ordinaryWords), trained.words);
  }

  /** The trained state, for caching. */
  get trained(): TrainedModel {
    return this.#trained;
  }

  match(text: string): Match {
    const { intents, calibration, scope, thresholds } = this.#trained;
    const tokens = this.#reader.tokens(text);
    if (tokens.length === 0 || intents.length === 0) return nothing();
    this.#buffer.fill(tokens);
    const scored = this.#model.score(this.#buffer);
    const alternatives = best(confidences(scored, intents.length, calibration), intents);
    const inScope = scopeOf(scored, intents.length, scope);
    const confidence = alternatives[0]?.confidence ?? 0;
    const isUnknown = scored.shares.words === 0;
    const isStrange = isUnknown || isOthers(scored, intents.length);
    const decision = isStrange ? 'decline' : decide(inScope, confidence, thresholds);
    const shares = alternatives.map((alternative) => alternative.confidence);
    const offered = decision === 'ask_back' ? optionCount(shares, thresholds) : 0;
    return {
      decision,
      intent: isUnknown ? null : (alternatives[0]?.intent ?? null),
      confidence,
      alternatives,
      options: alternatives.slice(0, offered).map(({ intent }) => intent),
      inScope,
    };
  }

  read(text: string): ReadWord[] {
    const words = new Map<number, ReadWord>();
    for (const { source, place, folded } of this.#reader.tokens(text)) {
      const known = words.get(place);
      words.set(place, { written: source, read: known === undefined ? folded : `${known.read} ${folded}` });
    }
    return [...words.values()];
  }

  explain(text: string, intent: string): Evidence[] {
    const own = this.#trained.intents.indexOf(intent);
    const tokens = this.#reader.tokens(text);
    if (own < 0 || tokens.length === 0) return [];
    this.#buffer.fill(tokens);
    const sums = this.#model.contributions(this.#buffer, tokens.length, own);
    return byWrittenWord(tokens, sums).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  }
}

/** The words that came from one written word ("mst" → mã, số, thuế) are shown as it was written. */
function byWrittenWord(tokens: readonly Token[], sums: Float64Array): Evidence[] {
  const parts = new Map<number, Evidence>();
  tokens.forEach(({ source, place }, at) => {
    const part = parts.get(place) ?? { part: source, weight: 0 };
    part.weight += sums[at] ?? 0;
    parts.set(place, part);
  });
  return [...parts.values()];
}

function best(shares: Float64Array, intents: readonly string[]): RankedIntent[] {
  const top: number[] = [];
  for (let own = 0; own < shares.length; own++) {
    const share = shares[own] ?? 0;
    if (top.length === MOST_ALTERNATIVES && share <= (shares[top[MOST_ALTERNATIVES - 1] ?? 0] ?? 0)) continue;
    let at = top.length;
    while (at > 0 && share > (shares[top[at - 1] ?? 0] ?? 0)) at -= 1;
    top.splice(at, 0, own);
    if (top.length > MOST_ALTERNATIVES) top.pop();
  }
  return top.map((own) => ({ intent: intents[own] ?? '', confidence: shares[own] ?? 0 }));
}

function nothing(): Match {
  return { decision: 'decline', intent: null, confidence: 0, alternatives: [], options: [], inScope: 0 };
}
