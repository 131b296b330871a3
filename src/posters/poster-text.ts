import type { Procedure } from '../content/types.js';
import { posterLink, type PosterLink } from './link.js';

export interface PosterText extends Omit<PosterLink, 'procedure'> {
  authority: string;
  /** Without it the poster is a counter's: it opens the menu. */
  procedure?: Procedure;
}

/** What the code of a poster opens, in words and as an address. Throws as `posterLink` does. */
export function leadsTo({ procedure, page, place }: PosterText): { name: string; link: string } {
  return {
    name: procedure?.name ?? 'Hỏi thủ tục thuế qua Messenger',
    link: posterLink({
      page,
      ...(place === undefined ? {} : { place }),
      ...(procedure === undefined ? {} : { procedure: procedure.id }),
    }),
  };
}
