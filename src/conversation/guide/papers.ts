import { body, type Line } from '../lines.js';
import type { Paper, Procedure } from '../../content/types.js';
import { say, type Speaker } from '../wording/say.js';

/** What one message takes, with buttons under it (characters). */
const ROOM = 560;

/** The papers so that they fit one message: in full (`full`), else without notes, else one line for each case. */
export function fittingPapers(view: Speaker & { procedure: Procedure }): {
  lines: readonly Line[];
  isShort: boolean;
} {
  const full = paperLines(view);
  const shorter = [withoutNote, caseLine].map((line) =>
    numbered(view.procedure.papers.map((paper) => line(view, paper))),
  );
  const ways = [full, ...shorter];
  const at = ways.findIndex((lines) => body(lines).text.length <= ROOM);
  const chosen = at < 0 ? ways.length - 1 : at;
  return { lines: ways[chosen] ?? full, isShort: chosen > 0 };
}

function numbered(lines: readonly string[]): Line[] {
  return lines.map((words, index) => ({ as: 'item', number: index + 1, text: words }));
}

/** All papers in full. */
export function paperLines(view: Speaker & { procedure: Procedure }): Line[] {
  return numbered(view.procedure.papers.map((paper) => fullLine(view, paper)));
}

/** A paper with its form number, when it is needed and what to know of it. */
export function fullLine(speaker: Speaker, { note, ...paper }: Paper): string {
  const tail = [paper.case, note].filter((part) => part !== undefined).join('. ');
  return tail === '' ? named(speaker, paper) : `${named(speaker, paper)} – ${tail}`;
}

function withoutNote(speaker: Speaker, paper: Paper): string {
  return paper.case === undefined ? named(speaker, paper) : `${named(speaker, paper)} – ${paper.case}`;
}

function caseLine(speaker: Speaker, paper: Paper): string {
  return paper.case?.split(/[.;]/u)[0] ?? named(speaker, paper);
}

function named(speaker: Speaker, { name, form }: Paper): string {
  return form === undefined ? name : say(speaker, 'paper_with_form', { name, form });
}
