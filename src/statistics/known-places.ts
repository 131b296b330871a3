import { OTHER_PLACE } from '../content/poster-places.js';
import type { EntryPoints } from './metrics/entry-points.js';
import type { ToldPlaces } from './metrics/told-places.js';
import type { StatisticsReport } from './report.js';
import type { ReportValues } from './report-values.js';

const OTHER_NAME = 'Khác (không có trong danh sách nơi dán)';

/**
 * The report with its places named as in `known` (slug → name), and those that are not there counted together: a link may
 * say anything, and its words must not stand in a page of the authority. A sum of lower bounds is one too.
 */
export function withKnownPlaces(
  report: StatisticsReport,
  known: ReadonlyMap<string, string>,
  offices: ReadonlyMap<string, string> = new Map(),
): StatisticsReport {
  const placed = (values: ReportValues): ReportValues => ({
    ...values,
    entryPoints: named(values.entryPoints, known),
    toldPlaces: placesNamed(values.toldPlaces, known, offices),
  });
  const { values, valuesBefore } = report;
  return {
    ...report,
    values: placed(values),
    valuesBefore: valuesBefore === null ? null : placed(valuesBefore),
  };
}

/** A commune or office that content no longer has keeps its id. */
function placesNamed(
  { offices, wards }: ToldPlaces,
  known: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): ToldPlaces {
  return {
    offices: offices.map((one) => ({ ...one, name: names.get(one.office) ?? one.office })),
    wards: wards.map((one) => ({ ...one, name: known.get(one.ward) ?? one.ward })),
  };
}

function named(entryPoints: EntryPoints, known: ReadonlyMap<string, string>): EntryPoints {
  const listed = entryPoints.places.flatMap(({ place, atLeast }) => {
    const name = known.get(place);
    return name === undefined ? [] : [{ place, name, atLeast }];
  });
  const others = entryPoints.places.filter(({ place }) => !known.has(place));
  const atLeast = others.reduce((sum, one) => sum + one.atLeast, 0);
  return {
    ...entryPoints,
    places: atLeast === 0 ? listed : [...listed, { place: OTHER_PLACE, name: OTHER_NAME, atLeast }],
  };
}
