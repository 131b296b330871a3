/**
 * Characters that are not seen but make a text another one to a machine: format characters (zero-width, direction marks,
 * soft hyphens, byte order marks) and fillers. Joiners within an emoji stay: they make the emoji.
 */
const HIDDEN = /(?!\u200d\p{Extended_Pictographic})[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/u;
const ALL_HIDDEN = new RegExp(HIDDEN.source, 'gu');

export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}

/** What is to be kept of a text as it was typed: composed letters (NFC), nothing hidden. */
export function withoutHiddenCharacters(text: string): string {
  return text.replace(ALL_HIDDEN, '').normalize('NFC');
}
