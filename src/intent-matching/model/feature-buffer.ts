import { hashOf, mix } from '../hash.js';
import type { Token } from '../text/normaliser.js';

/** How much each view of a message weighs beside whole folded words; measured in docs/decisions/0010. */
export interface FeatureWeights {
  word: number;
  pair: number;
  triple: number;
  /** Two words with one between them. */
  apart: number;
  characters: number;
  rawWord: number;
  rawPair: number;
}

const WEIGHTS: FeatureWeights = {
  word: 1,
  pair: 0.8,
  triple: 0.4,
  apart: 0.6,
  characters: 0.3,
  rawWord: 0.4,
  rawPair: 0.3,
};

const WORD = 0x11;
const PAIR = 0x22;
const TRIPLE = 0x33;
const CHARACTERS = 0x44;
const RAW_WORD = 0x55;
const RAW_PAIR = 0x66;
const APART = 0x77;
const EDGE = 0x5bd1e995;
const GRAM = 3;
const BOUNDARY = 95; // "_" stands before and after a word: "_thue_"

/** The features of one message: 32-bit hashes, their weights, and the token each ends with. Used again and again. */
export class FeatureBuffer {
  hashes = new Int32Array(1024);
  weights = new Float32Array(1024);
  owners = new Uint16Array(1024);
  /** How many tokens a feature spans, ending with its owner. */
  spans = new Uint8Array(1024);
  /** 1 where a word of the feature was taken for a slip and mended: it speaks, but is not what was typed. */
  mended = new Uint8Array(1024);
  size = 0;
  readonly #weights: FeatureWeights;
  #mended = 0;

  constructor(weights: FeatureWeights = WEIGHTS) {
    this.#weights = weights;
  }

  fill(tokens: readonly Token[]): void {
    this.size = 0;
    let before = EDGE;
    let beforeThat = EDGE;
    let rawBefore = EDGE;
    /** The last three words, the newest in the lowest bit: 1 where it was mended. */
    let mended = 0;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined) break;
      const folded = hashOf(token.folded);
      const raw = hashOf(token.raw);
      mended = ((mended << 1) | Number(token.isRepaired)) & 7;
      this.#mended = mended;
      this.#add(mix(WORD, folded), this.#weights.word, at);
      this.#add(mix(mix(PAIR, before), folded), this.#weights.pair, at, at > 0 ? 2 : 1);
      if (at > 0)
        this.#add(
          mix(mix(mix(TRIPLE, beforeThat), before), folded),
          this.#weights.triple,
          at,
          at > 1 ? 3 : 2,
        );
      if (at > 1) this.#add(mix(mix(APART, beforeThat), folded), this.#weights.apart, at, 3);
      if (token.raw !== token.folded) this.#add(mix(RAW_WORD, raw), this.#weights.rawWord, at);
      if (token.raw !== token.folded || rawBefore !== before)
        this.#add(mix(mix(RAW_PAIR, rawBefore), raw), this.#weights.rawPair, at, at > 0 ? 2 : 1);
      this.#addCharacters(token.folded, at);
      beforeThat = before;
      before = folded;
      rawBefore = raw;
    }
    if (tokens.length > 0) this.#add(mix(mix(PAIR, before), EDGE), this.#weights.pair, tokens.length - 1);
  }

  /** Three letters in a row of "_word_". */
  #addCharacters(word: string, owner: number): void {
    const length = word.length + 2;
    for (let start = 0; start + GRAM <= length; start++) {
      let hash = CHARACTERS;
      for (let at = start; at < start + GRAM; at++) {
        const code = at === 0 || at === length - 1 ? BOUNDARY : word.charCodeAt(at - 1);
        hash = Math.imul(hash ^ code, 0x01000193);
        hash ^= hash >>> 15;
      }
      this.#add(hash, this.#weights.characters, owner);
    }
  }

  #add(hash: number, weight: number, owner: number, span = 1): void {
    if (weight === 0) return;
    if (this.size === this.hashes.length) this.#grow();
    this.hashes[this.size] = hash === 0 ? 1 : hash;
    this.weights[this.size] = weight;
    this.owners[this.size] = owner;
    this.spans[this.size] = span;
    this.mended[this.size] = (this.#mended & ((1 << span) - 1)) === 0 ? 0 : 1;
    this.size += 1;
  }

  #grow(): void {
    const larger = this.size * 2;
    const { hashes, weights, owners, spans, mended } = this;
    this.hashes = new Int32Array(larger);
    this.weights = new Float32Array(larger);
    this.owners = new Uint16Array(larger);
    this.hashes.set(hashes);
    this.weights.set(weights);
    this.owners.set(owners);
    this.spans = new Uint8Array(larger);
    this.spans.set(spans);
    this.mended = new Uint8Array(larger);
    this.mended.set(mended);
  }
}
