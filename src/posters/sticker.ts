import type { Sentences } from '../content/types.js';
import { worded } from '../content/worded.js';
import { COLOURS, type Drawing, type DrawnShape } from './drawing.js';
import { leadsTo, type PosterText } from './poster-text.js';
import { codeShapes } from './qr-shapes.js';
import { wrap, type Typeface, type Weight } from './typeface.js';

/** 100 by 60 mm, in points: for a label printer, or cut from a sheet. */
const STICKER = { width: 283.46, height: 170.08 };
const CODE = { x: 8, y: 13, size: 144 };
const LEFT = CODE.x + CODE.size + 6;
const WIDTH = STICKER.width - LEFT - 10;
const TOP = 14;
const BOTTOM = STICKER.height - 12;

interface Line {
  text: string;
  size: number;
  weight: Weight;
  colour: string;
  /** Points left free above it. */
  gap: number;
}

/** A code with what it leads to beside it, whose it is, and that a machine answers. */
export function stickerDrawing(faces: Record<Weight, Typeface>, poster: PosterText): Drawing {
  const { authority, place, sentences } = poster;
  const { name, link } = leadsTo(poster);
  const choices = [15, 13, 11, 9.5, 8, 7].map((size) =>
    linesOf(faces, { name, authority, size, place, sentences }),
  );
  const lines = choices.find((one) => heightOf(one) <= BOTTOM - TOP) ?? choices.at(-1) ?? [];
  return {
    title: worded(sentences, 'poster_sticker_title', { name, link }),
    page: STICKER,
    shapes: [...codeShapes(link, CODE), ...drawn(lines)],
  };
}

interface StickerWords {
  name: string;
  authority: string;
  size: number;
  place: string | undefined;
  sentences: Sentences;
}

function linesOf(faces: Record<Weight, Typeface>, words: StickerWords): Line[] {
  const { name, authority, size, place, sentences } = words;
  const { ink, green, grey } = COLOURS;
  const block = (text: string, line: Omit<Line, 'text' | 'gap'>, gap: number): Line[] =>
    wrap(faces[line.weight], text, line.size, WIDTH).map((part, index) => ({
      ...line,
      text: part,
      gap: index === 0 ? gap : 0,
    }));
  return [
    ...block(name, { size, weight: 'bold', colour: ink }, 0),
    ...block(worded(sentences, 'poster_scan_to_ask'), { size: 10, weight: 'bold', colour: green }, 5),
    ...block(authority, { size: 8, weight: 'regular', colour: ink }, 5),
    ...block(worded(sentences, 'poster_sticker_machine'), { size: 7, weight: 'regular', colour: grey }, 3),
    ...(place === undefined ? [] : block(place, { size: 6.5, weight: 'regular', colour: grey }, 3)),
  ];
}

const LEADING = 1.25;

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { size, gap }) => sum + gap + size * LEADING, 0);
}

function drawn(lines: readonly Line[]): DrawnShape[] {
  let y = TOP;
  return lines.map(({ text, size, weight, colour, gap }) => {
    y += gap + size * LEADING;
    return { kind: 'text', x: LEFT, baseline: y - size * 0.25, text, size, weight, colour };
  });
}
