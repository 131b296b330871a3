import { realDate } from '../../shared/days.js';

/** A deadline that has just passed may still be named for so many days: it may have moved off days off. */
export const SAID_AFTER_DAYS = 10;

/** Words in front of a date that make it a beginning, not an end. */
const BEGINNING = /(?:^|[^\p{L}])(?:từ|kể từ|từ ngày|kể từ ngày|sau|sau ngày|từ đầu)\s*$/iu;

/** The days (YYYY-MM-DD) that a text names otherwise than as a beginning, e.g. "chậm nhất 30/04/2027". */
export function endsNamed(text: string): string[] {
  return [...text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g)].flatMap((found) => {
    if (BEGINNING.test(text.slice(0, found.index))) return [];
    return realDate(Number(found[3]), Number(found[2]), Number(found[1])) ?? [];
  });
}
