import type { Weight } from './typeface.js';

/** What both writers draw: points from the upper left corner of an A4 page. */
export type Shape =
  | { kind: 'box'; x: number; y: number; width: number; height: number; colour: string; round?: number }
  | { kind: 'text'; x: number; baseline: number; text: string; size: number; weight: Weight; colour: string };

export interface Drawing {
  /** For those who can't see it, and for the file's own title. */
  title: string;
  shapes: Shape[];
}

/** A4. */
export const PAGE = { width: 595.28, height: 841.89 };
