import { writtenDate } from '../shared/days.js';
import type { Procedure, Sentences } from '../content/types.js';
import { worded } from '../content/worded.js';
import { COLOURS, PAGE, type Drawing, type DrawnShape } from './drawing.js';
import { posterFacts, type PosterFact } from './poster-facts.js';
import { leadsTo, type PosterText } from './poster-text.js';
import { codeShapes } from './qr-shapes.js';
import { widthOf, wrap, type Typeface, type Weight } from './typeface.js';

type Faces = Record<Weight, Typeface>;

const { green: GREEN, ink: INK, grey: GREY, pale: PALE, white: WHITE } = COLOURS;
const MARGIN = 48;
const WIDTH = PAGE.width - 2 * MARGIN;
const QR_SIZE = 230;
const QR_TOP = 470;
/** Points left free above the code. */
const GAP_ABOVE_QR = 10;

/** One A4 page: whose, what, three facts, the code to scan, and that a machine answers. */
export function posterDrawing(faces: Faces, poster: PosterText): Drawing {
  const { procedure, sentences } = poster;
  const { name, link } = leadsTo(poster);
  const heading = headingShapes(faces, poster, name);
  const facts = procedure === undefined ? counterFacts(poster) : posterFacts(procedure, sentences);
  return {
    title: worded(sentences, 'poster_title', { name, link }),
    page: PAGE,
    shapes: [
      ...heading.shapes,
      ...fittingFacts(faces, facts, heading.below + 30),
      ...codeShapes(link, { x: MARGIN, y: QR_TOP, size: QR_SIZE }),
      ...callShapes(faces, poster),
      ...footShapes(faces, poster, link),
    ],
  };
}

function headingShapes(
  faces: Faces,
  { authority, sentences }: PosterText,
  name: string,
): { shapes: DrawnShape[]; below: number } {
  const size = [34, 28, 24].find((points) => wrap(faces.bold, name, points, WIDTH).length <= 3) ?? 20;
  const lines = wrap(faces.bold, name, size, WIDTH);
  const band: DrawnShape = { kind: 'box', x: 0, y: 0, width: PAGE.width, height: 76, colour: GREEN };
  const first = 76 + 30 + size;
  const shapes = lines.map((line, index) =>
    text(line, MARGIN, first + index * size * 1.25, size, 'bold', INK),
  );
  return {
    shapes: [
      band,
      text(authority, MARGIN, 40, 18, 'bold', WHITE),
      text(worded(sentences, 'poster_assistant'), MARGIN, 60, 12, 'regular', WHITE),
      ...shapes,
    ],
    below: first + (lines.length - 1) * size * 1.25,
  };
}

function counterFacts({ sentences }: PosterText): PosterFact[] {
  return (['ask_what', 'ask_how', 'ask_when'] as const).map((about) => ({
    label: worded(sentences, `label_poster_${about}`),
    value: worded(sentences, `poster_${about}`),
  }));
}

/** As many of the facts, first ones first, as end above the code; the code keeps its place and its quiet zone. */
function fittingFacts(faces: Faces, facts: readonly PosterFact[], top: number): DrawnShape[] {
  const choices = facts.flatMap((_, left) =>
    [15, 13].map((size) => factShapes(faces, facts.slice(0, facts.length - left), { top, size })),
  );
  return choices.find(({ below }) => below <= QR_TOP - GAP_ABOVE_QR)?.shapes ?? [];
}

function factShapes(
  faces: Faces,
  facts: readonly PosterFact[],
  { top, size }: { top: number; size: number },
): { shapes: DrawnShape[]; below: number } {
  const shapes: DrawnShape[] = [];
  let y = top;
  for (const { label, value } of facts) {
    const lines = wrap(faces.regular, value, size, WIDTH - 32);
    const height = 34 + lines.length * 20;
    shapes.push({ kind: 'box', x: MARGIN, y, width: WIDTH, height, colour: PALE, round: 8 });
    shapes.push(text(label, MARGIN + 16, y + 22, 12, 'bold', GREEN));
    lines.forEach((line, index) =>
      shapes.push(text(line, MARGIN + 16, y + 42 + index * 20, size, 'regular', INK)),
    );
    y += height + 10;
  }
  return { shapes, below: y - 10 };
}

function callShapes(faces: Faces, { procedure, sentences }: PosterText): DrawnShape[] {
  const left = MARGIN + QR_SIZE + 28;
  const width = PAGE.width - MARGIN - left;
  const call = worded(sentences, procedure === undefined ? 'poster_scan_to_ask' : 'poster_scan_for_steps');
  const big = wrap(faces.bold, call, 26, width);
  const how = wrap(faces.regular, worded(sentences, 'poster_scan_how'), 14, width);
  const top = QR_TOP + 50;
  const below = top + big.length * 33 + 4;
  return [
    ...big.map((line, index) => text(line, left, top + index * 33, 26, 'bold', GREEN)),
    ...how.map((line, index) => text(line, left, below + index * 20, 14, 'regular', INK)),
  ];
}

function footShapes(faces: Faces, poster: PosterText, link: string): DrawnShape[] {
  const { place, sentences } = poster;
  const lines = footLines(poster).flatMap((line) => wrap(faces.regular, line, 11, WIDTH));
  const shapes = lines.map((line, index) => text(line, MARGIN, 740 + index * 16, 11, 'regular', GREY));
  const address = link.replace(/^https:\/\//, '').replace(/\?.*$/, '');
  shapes.push(text(worded(sentences, 'poster_address', { address }), MARGIN, 806, 12, 'bold', INK));
  if (place !== undefined) {
    const width = widthOf(faces.regular, place, 11);
    shapes.push(text(place, PAGE.width - MARGIN - width, 806, 11, 'regular', GREY));
  }
  return shapes;
}

function text(
  words: string,
  x: number,
  baseline: number,
  size: number,
  weight: Weight,
  colour: string,
): DrawnShape {
  return { kind: 'text', x, baseline, text: words, size, weight, colour };
}

/** On what it rests, when it was checked, and that a machine answers. */
function footLines({ procedure, sentences }: PosterText): string[] {
  const machine = worded(sentences, 'poster_machine');
  if (procedure === undefined) return [machine];
  const [basis] = procedure.legalBasis;
  const checked = worded(sentences, 'poster_checked', { day: writtenDate(procedure.checkedOn) });
  return [
    ...(basis === undefined
      ? []
      : [worded(sentences, 'poster_basis', { document: lawOf(basis, sentences) })]),
    `${checked} ${machine}`,
  ];
}

function lawOf({ document: law, inForce }: Procedure['legalBasis'][number], sentences: Sentences): string {
  return inForce === undefined ? law : worded(sentences, 'law_in_force', { law, day: writtenDate(inForce) });
}
