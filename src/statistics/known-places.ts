import { OTHER_PLACE } from '../content/poster-places.js';
import type { Doors } from './metrics/doors.js';
import type { Report } from './report.js';

const OTHER_NAME = 'Khác (không có trong danh sách nơi dán)';

/**
 * The report with its places named as in `known` (slug → name), and those that are not there counted together: a link may
 * say anything, and its words must not stand in a page of the authority. A sum of lower bounds is one too.
 */
export function withKnownPlaces(report: Report, known: ReadonlyMap<string, string>): Report {
  return {
    ...report,
    values: { ...report.values, doors: named(report.values.doors, known) },
    valuesBefore: { ...report.valuesBefore, doors: named(report.valuesBefore.doors, known) },
  };
}

function named(doors: Doors, known: ReadonlyMap<string, string>): Doors {
  const listed = doors.places.flatMap(({ place, atLeast }) => {
    const name = known.get(place);
    return name === undefined ? [] : [{ place, name, atLeast }];
  });
  const others = doors.places.filter(({ place }) => !known.has(place));
  const atLeast = others.reduce((sum, one) => sum + one.atLeast, 0);
  return {
    ...doors,
    places: atLeast === 0 ? listed : [...listed, { place: OTHER_PLACE, name: OTHER_NAME, atLeast }],
  };
}
