import encodeQR from 'qr';
import type { DrawnShape } from './drawing.js';

/** Where a code stands, in points from the upper left corner, with its quiet zone. */
export interface CodePlace {
  x: number;
  y: number;
  size: number;
}

/** Dark on white with the four-module quiet zone that readers need. */
export function codeShapes(link: string, { x: left, y: top, size }: CodePlace): DrawnShape[] {
  const rows = encodeQR(link, 'raw', { ecc: 'quartile', border: 4 });
  const side = size / rows.length;
  const paper: DrawnShape = { kind: 'box', x: left, y: top, width: size, height: size, colour: '#ffffff' };
  const dark = rows.flatMap((row, y) =>
    runs(row).map(({ from, length }): DrawnShape => ({
      kind: 'box',
      x: left + from * side,
      y: top + y * side,
      width: length * side,
      // A hair taller than a module, so that no printer leaves white lines between the rows.
      height: side + 0.05,
      colour: '#000000',
    })),
  );
  return [paper, ...dark];
}

/** Neighbouring dark modules of a row are drawn as one. */
function runs(row: readonly boolean[]): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  row.forEach((isDark, x) => {
    const last = found.at(-1);
    if (!isDark) return;
    if (last !== undefined && last.from + last.length === x) last.length += 1;
    else found.push({ from: x, length: 1 });
  });
  return found;
}
