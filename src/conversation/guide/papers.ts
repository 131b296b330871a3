import { body, type Line } from '../lines.js';
import type { Paper, Procedure } from '../../content/types.js';

/** What one message takes, with buttons under it (characters). */
const ROOM = 560;

/** The papers so that they fit one message: in full (`full`), else without notes, else one line for each case. */
export function fittingPapers(
  { papers }: Procedure,
  full: readonly Line[],
): { lines: readonly Line[]; isShort: boolean } {
  const ways = [full, numbered(papers.map(withoutNote)), numbered(papers.map(caseLine))];
  const at = ways.findIndex((lines) => body(lines).text.length <= ROOM);
  const chosen = at < 0 ? ways.length - 1 : at;
  return { lines: ways[chosen] ?? full, isShort: chosen > 0 };
}

function numbered(lines: readonly string[]): Line[] {
  return lines.map((words, index) => ({ as: 'item', number: index + 1, text: words }));
}

/** A paper with its form number, when it is needed and what to know of it. */
export function fullLine({ name, form, case: when, note }: Paper): string {
  const tail = [when, note].filter((part) => part !== undefined).join('. ');
  return tail === '' ? named(name, form) : `${named(name, form)} – ${tail}`;
}

function withoutNote({ name, form, case: when }: Paper): string {
  return when === undefined ? named(name, form) : `${named(name, form)} – ${when}`;
}

function caseLine({ name, form, case: when }: Paper): string {
  return when?.split(/[.;]/u)[0] ?? named(name, form);
}

function named(name: string, form: string | undefined): string {
  return form === undefined ? name : `${name} (mẫu ${form})`;
}
