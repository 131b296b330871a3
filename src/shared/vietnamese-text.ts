import { foldLetters } from './letters.js';
import type { Span } from './offset-map.js';
import { plainCharacters } from './plain-characters.js';
import { withKeysComposed } from './typed-keys.js';

export { fold, foldedWords, withTonesLast } from './fold.js';

/** A citizen's text in the one form that everything reads. */
export interface VietnameseText {
  /** As typed. */
  typed: string;
  /** Plain characters (see `plainCharacters`), Telex and VNI keys composed; case, punctuation and line breaks stay. */
  text: string;
  /** `text` in lower case without marks, unit by unit as long as `text`: a place found in one is the place in the other. */
  folded: string;
  /** Where in `typed` a part of `text` stands (UTF-16 units). */
  typedSpan: (start: number, end: number) => Span;
}

/** Reads a text once for all uses: linear in its length, pure. */
export function readText(typed: string): VietnameseText {
  const plain = plainCharacters(typed);
  const { text, map } = withKeysComposed(plain.text);
  return {
    typed,
    text,
    folded: foldLetters(text),
    typedSpan: (start, end) => {
      const within = map.original(start, end);
      return plain.map.original(within.start, within.end);
    },
  };
}
