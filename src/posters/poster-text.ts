import type { Procedure, Sentences } from '../content/types.js';
import { worded } from '../content/worded.js';
import { posterLink, type PosterLink } from './link.js';

export interface PosterText extends Omit<PosterLink, 'procedure'> {
  authority: string;
  /** The content's, for all words that are not the procedure's own. */
  sentences: Sentences;
  /** Without it the poster is a counter's: it opens the menu. */
  procedure?: Procedure;
}

/** What the code of a poster opens, in words and as an address. Throws as `posterLink` does. */
export function leadsTo({ procedure, page, place, sentences }: PosterText): { name: string; link: string } {
  return {
    name: procedure?.name ?? worded(sentences, 'poster_counter'),
    link: posterLink({
      page,
      ...(place === undefined ? {} : { place }),
      ...(procedure === undefined ? {} : { procedure: procedure.id }),
    }),
  };
}
