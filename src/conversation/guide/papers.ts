import { body, type Line } from '../lines.js';
import type { Content, Paper, Procedure } from '../../content/types.js';
import type { ToldFacts } from '../state/told-facts.js';
import { say, type Speaker } from '../wording/say.js';
import { papersOfCase } from './papers-of-case.js';

/** What one message takes, with buttons under it (characters). */
const ROOM = 560;

interface PapersView extends Speaker {
  procedure: Procedure;
  content: Content;
  state: { facts?: ToldFacts; turns?: number };
}

/** The papers so that they fit one message: in full, else without notes, else one line for each case. */
export function fittingPapers(view: PapersView): {
  lines: readonly Line[];
  isShort: boolean;
} {
  const { papers, facts } = papersOfCase(view.procedure, view);
  const ways = [fullLine, withoutNote, caseLine].map((line) => linesOf(view, papers, line));
  const at = ways.findIndex((lines) => body(lines).text.length <= ROOM);
  const chosen = at < 0 ? ways.length - 1 : at;
  const lead = facts.length === 0 ? [] : [say(view, 'papers_of_case', { facts: facts.join(', ') })];
  return { lines: [...lead, ...(ways[chosen] ?? [])], isShort: chosen > 0 };
}

/** All papers in full. */
export function paperLines(view: Speaker & { procedure: Procedure }): Line[] {
  return linesOf(view, view.procedure.papers, fullLine);
}

function linesOf(
  view: Speaker,
  papers: readonly Paper[],
  lineOf: (speaker: Speaker, paper: Paper) => string,
): Line[] {
  return papers.map((paper, index) => ({
    as: 'item',
    number: index + 1,
    text: lineOf(view, paper),
  }));
}

/** A paper with its form number, when it is needed and what to know of it. */
export function fullLine(speaker: Speaker, paper: Paper): string {
  const tail = [paper.case, paper.note].filter((part) => part !== undefined).join('. ');
  return tail === '' ? named(speaker, paper) : `${named(speaker, paper)} – ${tail}`;
}

function withoutNote(speaker: Speaker, { name, form, case: when }: Paper): string {
  return fullLine(speaker, {
    name,
    ...(form === undefined ? {} : { form }),
    ...(when === undefined ? {} : { case: when }),
  });
}

function caseLine(speaker: Speaker, paper: Paper): string {
  return paper.case?.split(/[.;]/u)[0] ?? named(speaker, paper);
}

function named(speaker: Speaker, { name, form }: Paper): string {
  return form === undefined ? name : say(speaker, 'paper_with_form', { name, form });
}
