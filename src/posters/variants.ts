import { COLOURS, PAGE, type Drawing, type DrawnShape } from './drawing.js';

/** The same page on A5: the sides of the A sizes stand as one to the root of two. */
export function onA5(drawing: Drawing): Drawing {
  const by = Math.SQRT1_2;
  return {
    ...drawing,
    page: { width: PAGE.width * by, height: PAGE.height * by },
    shapes: drawing.shapes.map((shape) => smaller(shape, by)),
  };
}

function smaller(shape: DrawnShape, by: number): DrawnShape {
  if (shape.kind === 'text')
    return { ...shape, x: shape.x * by, baseline: shape.baseline * by, size: shape.size * by };
  const { x, y, width, height, round } = shape;
  return {
    ...shape,
    ...{ x: x * by, y: y * by, width: width * by, height: height * by },
    ...(round === undefined ? {} : { round: round * by }),
  };
}

/** Lines instead of coloured areas, black instead of colours: nothing costs toner but the words and the code. */
export function inkSaving(drawing: Drawing): Drawing {
  return { ...drawing, shapes: drawing.shapes.map(thrifty) };
}

const LINE = 1.2;

function thrifty(shape: DrawnShape): DrawnShape {
  if (shape.kind === 'text') return { ...shape, colour: '#000000' };
  if (shape.colour === COLOURS.green)
    return { ...shape, y: shape.y + shape.height - LINE, height: LINE, colour: '#000000' };
  if (shape.colour === COLOURS.pale) return { ...shape, width: LINE, round: 0, colour: COLOURS.ink };
  return shape;
}
