/** In an office's folder: what it took over from us (see `src/content/origin.ts`). */
export const ORIGIN_FILE = '.ban-goc.json';
