import { addDays } from '../shared/days.js';
import { perObject } from '../shared/per-object.js';
import {
  TEXT_PARTS,
  type DatedProcedure,
  type DatedText,
  type SeasonalEntry,
  type TextPart,
  type Validity,
} from './dated-types.js';
import type { Content, Procedure } from './types.js';

/** `day` is YYYY-MM-DD, here and below. */
function holdsOn({ from, until }: Validity, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** What of a statement holds on that day. */
function textOn(wordings: DatedText, day: string): string | undefined {
  return wordings.find((wording) => holdsOn(wording, day))?.text;
}

/** The entry as it is to be told on that day: what is over or has not begun is left out. */
export function procedureOn(dated: DatedProcedure, day: string): Procedure {
  const { summary, who, when, noPapers, where, timeLimit, fee, result, ...rest } = dated;
  const parts: [Exclude<TextPart, 'summary'>, DatedText | undefined][] = [
    ['who', who],
    ['when', when],
    ['noPapers', noPapers],
    ['where', where],
    ['timeLimit', timeLimit],
    ['fee', fee],
    ['result', result],
  ];
  const said = parts.flatMap(([part, wordings]) => {
    const text = wordings === undefined ? undefined : textOn(wordings, day);
    return text === undefined ? [] : [[part, text] as const];
  });
  return {
    ...rest,
    ...Object.fromEntries(said),
    summary: requiredOn(summary, day),
    papers: dated.papers.filter((paper) => holdsOn(paper, day)),
    steps: dated.steps.filter((step) => holdsOn(step, day)),
    questions: dated.questions.map(({ answer, ...question }) => ({
      ...question,
      answer: requiredOn(answer, day),
    })),
    unsure: dated.unsure.filter((line) => holdsOn(line, day)).map(({ text }) => text),
  };
}

/** The checks let no content through in which such a statement has a day without words. */
function requiredOn(wordings: DatedText, day: string): string {
  return textOn(wordings, day) ?? '';
}

/** Whether anything of it depends on the day. */
export function isDated(procedure: DatedProcedure): boolean {
  return validitiesOf(procedure).some(({ from, until }) => from !== undefined || until !== undefined);
}

/** All that may carry dates in an entry, in no particular order. */
function validitiesOf(procedure: DatedProcedure): Validity[] {
  return [
    ...TEXT_PARTS.flatMap((part) => procedure[part] ?? []),
    ...procedure.papers,
    ...procedure.steps,
    ...procedure.questions.flatMap(({ answer }) => answer),
    ...procedure.unsure,
  ];
}

const periods = new WeakMap<Content, { number: number; content: Content }>();

/**
 * The content as it holds on a day. Between two days on which something changes it is the same object, so that what
 * others prepare from it is prepared once per period.
 */
export function contentOn(content: Content, day: string): Content {
  const changes = changesIn(content);
  if (changes.length === 0) return content;
  const number = changes.filter((change) => change <= day).length;
  const known = periods.get(content);
  if (known?.number === number) return known.content;
  const dated = [...content.dated].map(([id, procedure]) => [id, procedureOn(procedure, day)] as const);
  const resolved: Content = {
    ...content,
    procedures: new Map([...content.procedures, ...dated]),
    deadlines: content.deadlines.filter((deadline) => holdsOn(deadline, day)),
  };
  periods.set(content, { number, content: resolved });
  return resolved;
}

/** The first days on which something holds, or holds no more; every turn asks for them. */
const changesIn = perObject(({ dated, deadlines }: Content): readonly string[] => {
  const validities = [...[...dated.values()].flatMap(validitiesOf), ...deadlines];
  const days = validities.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [from]),
    ...(until === undefined ? [] : [addDays(until, 1)]),
  ]);
  return [...new Set(days)].sort();
});

/** What many ask about on that day, in the order of the file. */
export function inSeason({ season, procedures }: Content, day: string): Procedure[] {
  const current = season.filter((one: SeasonalEntry) => holdsOn(one, day));
  return current.flatMap(({ entry }) => procedures.get(entry) ?? []);
}
