import { addDays } from './days.js';
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
  return [...procedures(content), ...shared(content)]
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
