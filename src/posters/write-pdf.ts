import PDFDocument from 'pdfkit';
import type { Drawing } from './drawing.js';
import type { Typeface, Weight } from './typeface.js';

/** A page for each drawing, of its size, text kept as text. Resolves to the file's bytes. */
export function drawingsToPdf(
  faces: Record<Weight, Typeface>,
  drawings: readonly Drawing[],
): Promise<Buffer> {
  const document = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: drawings.length === 1 ? (drawings[0]?.title ?? '') : 'Tờ dán mã QR' },
  });
  const bytes = collected(document);
  document.registerFont('regular', faces.regular.path);
  document.registerFont('bold', faces.bold.path);
  for (const { page, shapes } of drawings) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    for (const shape of shapes) {
      if (shape.kind === 'box') {
        const { x, y, width, height, round = 0 } = shape;
        document.roundedRect(x, y, width, height, round).fill(shape.colour);
      } else {
        const options = { lineBreak: false, baseline: 'alphabetic' } as const;
        document.font(shape.weight).fontSize(shape.size).fillColor(shape.colour);
        document.text(shape.text, shape.x, shape.baseline, options);
      }
    }
  }
  document.end();
  return bytes;
}

export function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
