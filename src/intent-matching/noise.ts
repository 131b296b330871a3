import { seededRandom, type Random } from './random.js';
import { fold } from '../shared/fold.js';
import type { Vocabulary } from './types.js';

/** Ways citizens type that clean examples do not show. `chat`: no diacritics, abbreviations and slips together. */
export const NOISES = ['no_diacritics', 'typos', 'teencode', 'chat', 'telex', 'vni'] as const;
export type Noise = (typeof NOISES)[number];

const SLIP_RATE = 0.12;
const ABBREVIATION_RATE = 0.7;
const WORD = /[\p{L}\p{M}\d]+/gu;

/** Writes texts with one kind of noise. The same seed and text give the same copy. */
export class NoiseWriter {
  readonly #abbreviations: ReadonlyMap<string, string[]>;
  readonly #longest: number;

  constructor(vocabulary: Vocabulary) {
    const shortForms = new Map<string, string[]>();
    for (const { written, means } of vocabulary.abbreviations)
      shortForms.set(means.toLowerCase(), [...(shortForms.get(means.toLowerCase()) ?? []), written]);
    this.#abbreviations = shortForms;
    this.#longest = Math.max(1, ...[...shortForms.keys()].map((means) => means.split(' ').length));
  }

  write(text: string, noise: Noise, seed: number): string {
    const random = seededRandom(seed);
    const composed = text.normalize('NFC');
    switch (noise) {
      case 'no_diacritics':
        return fold(composed);
      case 'typos':
        return withSlips(composed, random);
      case 'teencode':
        return this.#shortened(composed, random);
      case 'chat':
        return withSlips(fold(this.#shortened(composed, random)), random);
      case 'telex':
        return composed.replace(WORD, (word) => keysOf(word, TELEX));
      case 'vni':
        return composed.replace(WORD, (word) => keysOf(word, VNI));
    }
  }

  #shortened(text: string, random: Random): string {
    const words = text.split(/\s+/);
    const written: string[] = [];
    for (let at = 0; at < words.length;) {
      const length = this.#lengthOfMeaning(words, at);
      const forms =
        this.#abbreviations.get(
          words
            .slice(at, at + length)
            .join(' ')
            .toLowerCase(),
        ) ?? [];
      if (length === 0 || random() > ABBREVIATION_RATE) {
        written.push(words[at] ?? '');
        at += 1;
      } else {
        written.push(forms[Math.floor(random() * forms.length)] ?? '');
        at += length;
      }
    }
    return written.join(' ');
  }

  /** How many words from here on have a short form together; the longest such run. */
  #lengthOfMeaning(words: readonly string[], at: number): number {
    for (let length = Math.min(this.#longest, words.length - at); length > 0; length--)
      if (
        this.#abbreviations.has(
          words
            .slice(at, at + length)
            .join(' ')
            .toLowerCase(),
        )
      )
        return length;
    return 0;
  }
}

/** What an input method would have turned into the mark: tones first, then the marks of letters. */
interface Keys {
  tones: Readonly<Record<string, string>>;
  circumflex: (letter: string) => string;
  breve: string;
  horn: string;
  stroke: string;
}

const [ACUTE, GRAVE, HOOK, TILDE, DOT] = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;
const TELEX: Keys = {
  tones: { [ACUTE]: 's', [GRAVE]: 'f', [HOOK]: 'r', [TILDE]: 'x', [DOT]: 'j' },
  circumflex: (letter) => letter,
  breve: 'w',
  horn: 'w',
  stroke: 'd',
};
const VNI: Keys = {
  tones: { [ACUTE]: '1', [GRAVE]: '2', [HOOK]: '3', [TILDE]: '4', [DOT]: '5' },
  circumflex: () => '6',
  breve: '8',
  horn: '7',
  stroke: '9',
};

/** Marks of letters are typed at once, the tone at the end of the word: "đăng ký" → "ddawng kys". */
function keysOf(word: string, keys: Keys): string {
  let typed = '';
  let tone = '';
  let last = '';
  for (const part of word.normalize('NFD')) {
    if (part in keys.tones) tone = keys.tones[part] ?? '';
    else if (part === '\u0302') typed += keys.circumflex(last.toLowerCase());
    else if (part === '\u0306') typed += keys.breve;
    else if (part === '\u031b') typed += keys.horn;
    else typed += part === 'đ' || part === 'Đ' ? `d${keys.stroke}` : part;
    last = part;
  }
  return typed + tone;
}

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'sq', b: 'vn', c: 'xv', d: 'sf', e: 'wr', f: 'dg', g: 'fh', h: 'gj', i: 'uo', j: 'hk', k: 'jl', l: 'ko',
  m: 'n', n: 'bm', o: 'ip', p: 'o', q: 'wa', r: 'et', s: 'ad', t: 'ry', u: 'yi', v: 'cb', w: 'qe', x: 'zc',
  y: 'tu', z: 'x',
}; // prettier-ignore

function withSlips(text: string, random: Random): string {
  return text.replace(WORD, (word) =>
    word.length >= 3 && random() < SLIP_RATE ? slipped(word, random) : word,
  );
}

/** A letter left out, typed twice, swapped with the next, or its neighbour on the keyboard. */
function slipped(word: string, random: Random): string {
  const at = Math.floor(random() * (word.length - 1));
  const [before, letter, next, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  const kind = Math.floor(random() * 4);
  if (kind === 0) return before + next + after;
  if (kind === 1) return before + letter + letter + next + after;
  if (kind === 2) return before + next + letter + after;
  const near = NEIGHBOURS[letter.toLowerCase()] ?? letter;
  return before + (near[Math.floor(random() * near.length)] ?? letter) + next + after;
}
