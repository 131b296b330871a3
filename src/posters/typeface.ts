import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';

export type Weight = 'regular' | 'bold';

const FILES: Record<Weight, string> = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
};

/** Be Vietnam Pro (SIL Open Font License), with every Vietnamese letter: the same on every machine and printer. */
export interface Typeface {
  path: string;
  font: Font;
}

export function loadTypefaces(): Record<Weight, Typeface> {
  const { resolve } = createRequire(import.meta.url);
  const load = (weight: Weight): Typeface => {
    const path = resolve(`@expo-google-fonts/be-vietnam-pro/${FILES[weight]}`);
    const font = openSync(path);
    if (!('layout' in font)) throw new TypeError(`not a single font: ${FILES[weight]}`);
    return { path, font };
  };
  return { regular: load('regular'), bold: load('bold') };
}

/** Points. */
export function widthOf({ font }: Typeface, text: string, size: number): number {
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm;
}

/** Lines of at most `width` points, broken between words. */
export function wrap(face: Typeface, text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(face, longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
