import { addDays } from '../shared/days.js';
import { TEXT_PARTS, type DatedProcedure } from './dated-types.js';
import type { Content } from './types.js';

/** Something that someone has to look at again. */
export interface DueForReview {
  /** Path from the content root. */
  file: string;
  what: string;
  checkedOn: string;
  /** YYYY-MM-DD; before `today`: overdue. */
  dueOn: string;
}

/** Shared data have no date of their own for the next look: this many days after the last. */
const SHARED_DAYS = 183;

/** What is due by `today` plus `withinDays`, the longest overdue first. */
export function dueForReview(content: Content, today: string, withinDays: number): DueForReview[] {
  const latest = addDays(today, withinDays);
  return [...procedures(content), ...shared(content), ...runningOut(content, today)]
    .filter(({ dueOn }) => dueOn <= latest)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.file.localeCompare(b.file, 'en'));
}

function procedures(content: Content): DueForReview[] {
  return [...content.procedures.values()].map(({ id, name, checkedOn, reviewBy }) => ({
    file: `procedures/${id}.yml`,
    what: name,
    checkedOn,
    dueOn: reviewBy,
  }));
}

function shared(content: Content): DueForReview[] {
  const { rates, deadlines, contacts, offices } = content;
  const lists: [file: string, items: { name: string; checkedOn: string }[]][] = [
    ['rates', [...rates.values()].map(({ id, checkedOn }) => ({ name: id, checkedOn }))],
    ['deadlines', deadlines],
    ['contacts', contacts],
    ['offices', [{ name: 'Danh sách cơ quan, xã phường', checkedOn: offices.checkedOn }]],
  ];
  return lists.flatMap(([file, items]) =>
    items.map(({ name, checkedOn }) => ({
      file: `procedures/shared/${file}.yml`,
      what: name,
      checkedOn,
      dueOn: addDays(checkedOn, SHARED_DAYS),
    })),
  );
}

/** What holds for a time and ends: listed before it does. What has ended is told by nobody any more. */
function runningOut(content: Content, today: string): DueForReview[] {
  const entries = [...content.dated.values()].flatMap((procedure) =>
    endsIn(procedure).map(({ text, until }) => ({
      file: `procedures/${procedure.id}.yml`,
      what: `${procedure.name}: hết hiệu lực câu "${text.slice(0, 60)}…"`,
      checkedOn: procedure.checkedOn,
      dueOn: until,
    })),
  );
  const rates = [...content.rates.values()].flatMap(({ id, to, checkedOn }) =>
    to === undefined
      ? []
      : [{ file: 'procedures/shared/rates.yml', what: `${id}: hết áp dụng`, checkedOn, dueOn: to }],
  );
  return [...entries, ...rates].filter(({ dueOn }) => dueOn >= today);
}

function endsIn(procedure: DatedProcedure): { text: string; until: string }[] {
  const texts = [
    ...TEXT_PARTS.flatMap((part) => procedure[part] ?? []),
    ...procedure.steps,
    ...procedure.papers.map((paper) => ({ ...paper, text: paper.name })),
    ...procedure.questions.flatMap(({ answer }) => answer),
    ...procedure.unsure,
  ];
  return texts.flatMap(({ text, until }) => (until === undefined ? [] : [{ text, until }]));
}
