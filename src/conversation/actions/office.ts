import { writtenDate } from '../../shared/days.js';
import type { Place } from '../../content/types.js';
import { findPlaces } from '../../content/places.js';
import { body, type Line } from '../lines.js';
import { basisLine, choice, menuChoice, personChoice, text } from '../replies.js';
import { answered, type Answered, type Turn } from '../turn.js';
import { rememberSaid, wasSaid } from '../state/said-once.js';
import { say } from '../wording/say.js';

/** Who names the office of a former district is told what became of it. */
const OF_DISTRICT = /\bchi cuc\b/u;
/** More than this many same-named places are not offered as buttons: the citizen is asked to be exact. */
const MAX_CHOICES = 8;

/** Names the competent tax office for the place in the message, or asks for the place. */
export function askOffice(turn: Turn): Answered {
  const found = findPlaces(turn.content.offices, turn.reading.said);
  if (found.length > 0) return showPlaces(turn, found);
  turn.state.waiting = { for: 'commune' };
  return answered(
    'asked_back_detail',
    [
      text(`${say(turn, 'office_ask', examplesOf(turn))}\n${say(turn, 'office_depends')}`, [
        menuChoice(turn),
      ]),
    ],
    { english: say(turn, 'english_office_ask') },
  );
}

/** How names may be written: a former one of one place, today's of another. */
function examplesOf({ content: { offices } }: Turn): { former: string; place: string } {
  const [first, second = first] = offices.places.filter(({ formerly }) => formerly.length > 0);
  const former = first?.formerly[0]?.name ?? offices.offices[0]?.seat ?? '';
  return { former, place: second === undefined ? former : fullName(second) };
}

/** The commune that was asked for; `null` when the message names none. */
export function answerPlace(turn: Turn): Answered | null {
  const found = findPlaces(turn.content.offices, turn.reading.said);
  return found.length === 0 ? null : showPlaces(turn, found);
}

/** A place of which it is not known which office is competent: said so, and who knows. */
export function unassignedPlace(turn: Turn, place: string): Answered {
  delete turn.state.waiting;
  return answered('answered_office', [
    text(say(turn, 'office_unassigned', { place }), [menuChoice(turn), personChoice(turn)]),
  ]);
}

/** A place picked by button: its name with its kind, "xã Duy Nghĩa". */
export function showPlaceNamed(turn: Turn, named: string): Answered {
  const place = turn.content.offices.places.find((one) => fullName(one) === named);
  if (place === undefined) return askOffice(turn);
  turn.state.place = { office: place.office, name: fullName(place) };
  return showPlaces(turn, [place]);
}

function showPlaces(turn: Turn, places: readonly Place[]): Answered {
  const offices = new Set(places.map(({ office }) => office));
  const [first] = places;
  if (first === undefined) return askOffice(turn);
  if (offices.size === 1 && places.length > 1) return oneOffice(turn, first, places);
  return places.length === 1 ? oneOffice(turn, first, places) : askWhich(turn, places);
}

function askWhich(turn: Turn, places: readonly Place[]): Answered {
  turn.state.waiting = { for: 'commune' };
  const shown = places.slice(0, MAX_CHOICES);
  const lines = shown.map((place) =>
    say(turn, 'office_choice', { place: fullName(place), district: place.district }),
  );
  return answered('asked_back_detail', [
    text([say(turn, 'office_which'), ...lines].join('\n'), [
      ...shown.map((place) => choice(fullName(place), { kind: 'place', place: fullName(place) })),
      menuChoice(turn),
    ]),
  ]);
}

/** Which office it is for which matter: once in a conversation is enough. */
const DEPENDS = 'office_depends';

function oneOffice(turn: Turn, place: Place, places: readonly Place[]): Answered {
  const { offices, source, checkedOn } = turn.content.offices;
  const office = offices.find(({ id }) => id === place.office);
  const { district } = place;
  const where =
    places.length === 1 ? withFormerNames(turn, place) : say(turn, 'office_district', { district });
  const lines: Line[] = [
    say(turn, 'office_of_place', {
      place: where,
      office: office?.name ?? place.office,
      authority: turn.settings.authority,
    }),
    OF_DISTRICT.test(turn.reading.folded) ? say(turn, 'office_district_gone') : '',
    office === undefined
      ? ''
      : say(turn, office.address === undefined ? 'office_seat_unsure' : 'office_seat', {
          seat: office.address ?? office.seat,
        }),
    office?.phone === undefined ? '' : say(turn, 'office_phone', { phone: office.phone }),
    places.length === 1 && place.counter !== undefined
      ? say(turn, 'office_counter', { counter: place.counter })
      : '',
    wasSaid(turn, DEPENDS) ? '' : say(turn, DEPENDS),
    basisLine(turn, [source], writtenDate(checkedOn)),
  ];
  rememberSaid(turn, DEPENDS);
  return answered('answered_office', [
    text(body(lines.filter((line) => line !== '')), [menuChoice(turn), personChoice(turn)]),
  ]);
}

/** What is known of that office's number. */
export function phoneHere(turn: Turn): string {
  const { offices } = turn.content.offices;
  const phone = offices.find(({ id }) => id === turn.state.place?.office)?.phone;
  return phone === undefined ? say(turn, 'office_without_phone') : say(turn, 'office_phone', { phone });
}

/** The tax office of the place that was named in this conversation, as a line; `undefined` when none was. */
export function officeHere(
  turn: Turn,
  sentence: 'office_here' | 'contacts_here' = 'office_here',
): string | undefined {
  const { place } = turn.state;
  const office = turn.content.offices.offices.find(({ id }) => id === place?.office);
  return place === undefined || office === undefined
    ? undefined
    : say(turn, sentence, {
        place: place.name,
        office: office.name,
        seat: office.address ?? office.seat,
      });
}

function withFormerNames(turn: Turn, place: Place): string {
  const { formerly, district } = place;
  const names = formerly.map(({ unit, name }) => `${unit} ${name}`).join(', ');
  const named = { place: fullName(place), district };
  return names === ''
    ? say(turn, 'office_place_was', named)
    : say(turn, 'office_place_joined', { ...named, names });
}

function fullName({ unit, name }: Place): string {
  return `${unit} ${name}`;
}
