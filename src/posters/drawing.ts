import type { Weight } from './typeface.js';

/** What both writers draw: points from the upper left corner of the page. */
export type DrawnShape =
  | { kind: 'box'; x: number; y: number; width: number; height: number; colour: string; round?: number }
  | { kind: 'text'; x: number; baseline: number; text: string; size: number; weight: Weight; colour: string };

export interface Drawing {
  /** For those who can't see it, and for the file's own title. */
  title: string;
  page: { width: number; height: number };
  shapes: DrawnShape[];
}

export const COLOURS = {
  green: '#0b5d4a',
  ink: '#16241f',
  grey: '#4a5b55',
  pale: '#e8f3ef',
  white: '#ffffff',
} as const;

/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89 };
