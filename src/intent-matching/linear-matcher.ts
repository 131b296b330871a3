import { confidences } from './model/calibration.js';
import { decideMatch, optionCount } from './model/decisions.js';
import { FeatureBuffer } from './model/feature-buffer.js';
import { LinearModel, type Scored } from './model/linear-model.js';
import { isOthers, scopeOf } from './model/scope.js';
import { readerFor } from './model/training-data.js';
import { EnglishReader } from './text/english.js';
import type { Normaliser, Token } from './text/normaliser.js';
import type { TrainedModel } from './trained-model.js';
import { twoMatters, type TwoMatters } from './two-matters.js';
import type {
  MatchDecision,
  PartEvidence,
  IntentMatcher,
  Language,
  Match,
  RankedIntent,
  ReadWord,
} from './types.js';

const MAX_ALTERNATIVES = 5;
/** A confidence above which the message is about one thing: two matters take half of it each. */
const CLEARLY_ONE = 0.95;

interface ReadText {
  text: string;
  language: Language;
  tokens: readonly Token[];
}

/** The matcher of the product: normalises, scores with the linear model, and decides by what cross-validation found. */
export class LinearMatcher implements IntentMatcher {
  readonly version: string;
  readonly #trained: TrainedModel;
  readonly #model: LinearModel;
  readonly #reader: Normaliser;
  readonly #english: EnglishReader;
  readonly #buffer = new FeatureBuffer();
  #newest: ReadText | undefined;

  constructor(trained: TrainedModel) {
    this.version = trained.version;
    this.#trained = trained;
    this.#english = new EnglishReader(trained.vocabulary.english ?? []);
    this.#model = new LinearModel(trained.weights);
    this.#reader = readerFor(trained.vocabulary, new Set(trained.ordinaryWords), trained.words);
  }

  /** The trained state, for caching. */
  get trained(): TrainedModel {
    return this.#trained;
  }

  match(text: string): Match {
    const { intents } = this.#trained;
    const { language, tokens } = this.#read(text);
    if (tokens.length === 0 || intents.length === 0) return nothing(language);
    const scored = this.#score(tokens);
    const ranked = this.#ranked(scored);
    const two = this.#twoMatters(tokens, scored, ranked);
    const alternatives = two === null ? ranked : withBothFirst(ranked, two);
    const inScope = scopeOf(scored, intents.length, this.#trained.scope);
    const isUnknown = scored.shares.words === 0;
    const isStrange = isUnknown || isOthers(scored, intents.length);
    const confidence = (two?.first ?? alternatives[0])?.confidence ?? 0;
    const decision = isStrange ? 'decline' : this.#decide(inScope, confidence, two?.second.confidence ?? 1);
    return {
      language,
      decision,
      intent: isUnknown ? null : (alternatives[0]?.intent ?? null),
      confidence,
      alternatives,
      ...(two === null || decision === 'decline' ? {} : { second: two.second }),
      options: decision === 'ask_back' ? this.#options(alternatives) : [],
      inScope,
    };
  }

  /** A message is matched first, and its words asked for after it: the newest is read once. */
  #read(text: string): ReadText {
    if (this.#newest?.text !== text) {
      const english = this.#english.read(text);
      const language = english === null ? 'vi' : 'en';
      this.#newest = { text, language, tokens: this.#reader.tokens(english ?? text) };
    }
    return this.#newest;
  }

  #score(tokens: readonly Token[]): Scored {
    this.#buffer.fill(tokens);
    return this.#model.score(this.#buffer);
  }

  #ranked(scored: Scored): RankedIntent[] {
    const { intents, calibration } = this.#trained;
    return best(confidences(scored, intents.length, calibration), intents);
  }

  /** Only where a second intent is near enough to be one: a message with one clear intent is not taken apart. */
  #twoMatters(tokens: readonly Token[], scored: Scored, alternatives: RankedIntent[]): TwoMatters | null {
    if ((alternatives[0]?.confidence ?? 1) > CLEARLY_ONE) return null;
    const places = this.#trained.intents;
    const marginOf = (intent: string): number => scored.scores[places.indexOf(intent)] ?? -1;
    return twoMatters(tokens, { alternatives, marginOf }, (words) => this.#ranked(this.#score(words))[0]);
  }

  /** Of two matters both must be certain. */
  #decide(inScope: number, first: number, second: number): MatchDecision {
    return decideMatch(inScope, Math.min(first, second), this.#trained.thresholds);
  }

  #options(alternatives: readonly RankedIntent[]): string[] {
    const shares = alternatives.map(({ confidence }) => confidence);
    return alternatives.slice(0, optionCount(shares, this.#trained.thresholds)).map(({ intent }) => intent);
  }

  read(text: string): ReadWord[] {
    const words = new Map<number, ReadWord>();
    for (const { source, place, folded } of this.#read(text).tokens) {
      const known = words.get(place);
      words.set(place, { written: source, read: known === undefined ? folded : `${known.read} ${folded}` });
    }
    return [...words.values()];
  }

  explain(text: string, intent: string): PartEvidence[] {
    const own = this.#trained.intents.indexOf(intent);
    const { tokens } = this.#read(text);
    if (own < 0 || tokens.length === 0) return [];
    this.#buffer.fill(tokens);
    const sums = this.#model.contributions(this.#buffer, tokens.length, own);
    return byWrittenWord(tokens, sums).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  }
}

/** The words that came from one written word ("mst" → mã, số, thuế) are shown as it was written. */
function byWrittenWord(tokens: readonly Token[], sums: Float64Array): PartEvidence[] {
  const parts = new Map<number, PartEvidence>();
  tokens.forEach(({ source, place }, at) => {
    const part = parts.get(place) ?? { part: source, weight: 0 };
    part.weight += sums[at] ?? 0;
    parts.set(place, part);
  });
  return [...parts.values()];
}

/** The two matters in their order, each with half of what both have, so that the best still come first. */
function withBothFirst(ranked: readonly RankedIntent[], { first, second }: TwoMatters): RankedIntent[] {
  const isOne = ({ intent }: RankedIntent): boolean => intent === first.intent || intent === second.intent;
  const half = ranked.filter(isOne).reduce((sum, { confidence }) => sum + confidence, 0) / 2;
  const both = [first, second].map(({ intent }) => ({ intent, confidence: half }));
  return [...both, ...ranked.filter((one) => !isOne(one))];
}

function best(shares: Float64Array, intents: readonly string[]): RankedIntent[] {
  const top: number[] = [];
  for (let own = 0; own < shares.length; own++) {
    const share = shares[own] ?? 0;
    if (top.length === MAX_ALTERNATIVES && share <= (shares[top[MAX_ALTERNATIVES - 1] ?? 0] ?? 0)) continue;
    let at = top.length;
    while (at > 0 && share > (shares[top[at - 1] ?? 0] ?? 0)) at -= 1;
    top.splice(at, 0, own);
    if (top.length > MAX_ALTERNATIVES) top.pop();
  }
  return top.map((own) => ({ intent: intents[own] ?? '', confidence: shares[own] ?? 0 }));
}

function nothing(language: Language): Match {
  return {
    language,
    decision: 'decline',
    intent: null,
    confidence: 0,
    alternatives: [],
    options: [],
    inScope: 0,
  };
}
