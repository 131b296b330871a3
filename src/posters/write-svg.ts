import type { Drawing, DrawnShape } from './drawing.js';
import type { Typeface, Weight } from './typeface.js';

/** Letters as outlines, so that the page looks and prints the same where the font is not installed. */
export function drawingToSvg(faces: Record<Weight, Typeface>, { title, page, shapes }: Drawing): string {
  const drawn = shapes.map((shape) => (shape.kind === 'box' ? box(shape) : outlines(faces, shape)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres(page.width)}mm" height="${millimetres(page.height)}mm" viewBox="0 0 ${short(page.width)} ${short(page.height)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

function box({ x, y, width, height, colour, round }: Extract<DrawnShape, { kind: 'box' }>): string {
  const corner = round === undefined ? ' shape-rendering="crispEdges"' : ` rx="${round}"`;
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${corner} fill="${colour}"/>`;
}

function outlines(
  faces: Record<Weight, Typeface>,
  { x, baseline, text, size, weight, colour }: Extract<DrawnShape, { kind: 'text' }>,
): string {
  const { font } = faces[weight];
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let along = 0;
  const paths = glyphs.map((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const place = `translate(${short(along + xOffset)} ${short(yOffset)})`;
    along += xAdvance;
    const outline = glyph.path.toSVG();
    return outline === '' ? '' : `<path transform="${place}" d="${outline}"/>`;
  });
  return `<g fill="${colour}" transform="translate(${short(x)} ${short(baseline)}) scale(${scale} ${-scale})">${paths.join('')}</g>`;
}

function millimetres(points: number): number {
  return Math.round((points * 25.4) / 72);
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
