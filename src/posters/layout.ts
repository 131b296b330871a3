import { writtenDate } from '../content/days.js';
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
  const { procedure, authority } = poster;
  const { name, link } = leadsTo(poster);
  const heading = headingShapes(faces, authority, name);
  const facts = procedure === undefined ? COUNTER_FACTS : posterFacts(procedure);
  return {
    title: `${name} – quét mã để được chỉ từng bước: ${link}`,
    page: PAGE,
    shapes: [
      ...heading.shapes,
      ...fittingFacts(faces, facts, heading.below + 30),
      ...codeShapes(link, { x: MARGIN, y: QR_TOP, size: QR_SIZE }),
      ...callShapes(faces, procedure === undefined),
      ...footShapes(faces, poster, link),
    ],
  };
}

function headingShapes(
  faces: Faces,
  authority: string,
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
      text('Trợ lý tự động trên Messenger', MARGIN, 60, 12, 'regular', WHITE),
      ...shapes,
    ],
    below: first + (lines.length - 1) * size * 1.25,
  };
}

const COUNTER_FACTS = [
  { label: 'Hỏi được gì', value: 'Giấy tờ, nộp ở đâu, bao lâu, mất bao nhiêu, theo quy định nào' },
  { label: 'Hỏi thế nào', value: 'Gõ như nói chuyện, không dấu cũng được' },
  { label: 'Khi nào', value: 'Lúc nào cũng được, cả ngày nghỉ' },
];

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

function callShapes(faces: Faces, isCounter: boolean): DrawnShape[] {
  const left = MARGIN + QR_SIZE + 28;
  const width = PAGE.width - MARGIN - left;
  const call = isCounter ? 'Quét mã để hỏi' : 'Quét mã để được chỉ từng bước';
  const big = wrap(faces.bold, call, 26, width);
  const how = wrap(
    faces.regular,
    'Mở camera điện thoại, đưa vào ô vuông bên cạnh rồi bấm vào liên kết hiện ra. Messenger sẽ mở cuộc trò chuyện.',
    14,
    width,
  );
  const top = QR_TOP + 50;
  const below = top + big.length * 33 + 4;
  return [
    ...big.map((line, index) => text(line, left, top + index * 33, 26, 'bold', GREEN)),
    ...how.map((line, index) => text(line, left, below + index * 20, 14, 'regular', INK)),
  ];
}

function footShapes(faces: Faces, { procedure, place }: PosterText, link: string): DrawnShape[] {
  const basis = procedure?.legalBasis[0];
  const checked = procedure === undefined ? '' : `Kiểm tra ngày ${writtenDate(procedure.checkedOn)}. `;
  const lines = [
    ...(basis === undefined ? [] : [`Căn cứ: ${basis.document}${since(basis.inForce)}.`]),
    `${checked}Trả lời tự động (máy), để tham khảo; quyết định do cơ quan có thẩm quyền.`,
  ].flatMap((line) => wrap(faces.regular, line, 11, WIDTH));
  const shapes = lines.map((line, index) => text(line, MARGIN, 740 + index * 16, 11, 'regular', GREY));
  const address = link.replace(/^https:\/\//, '').replace(/\?.*$/, '');
  shapes.push(text(`Hoặc mở ${address}`, MARGIN, 806, 12, 'bold', INK));
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

function since(inForce: string | undefined): string {
  return inForce === undefined ? '' : ` (hiệu lực từ ${writtenDate(inForce)})`;
}
