import PDFDocument from 'pdfkit';
import type { Typeface, Weight } from './typeface.js';
import { collected } from './write-pdf.js';

/** What goes on paper: sheet by sheet, sections of sentences and tables of texts. */
export interface PaperReport {
  title: string;
  subtitle: string;
  sheets: readonly (readonly PaperSection[])[];
  signatures: readonly string[];
}

interface PaperSection {
  heading: string;
  paragraphs: readonly string[];
  table?: { columns: readonly string[]; rows: readonly (readonly string[])[] };
  footnote?: string;
}

const MARGIN = 54;
const INK = '#16241f';
const GREY = '#4a5b55';
const GREEN = '#0b5d4a';
const WIDTH = 595.28 - 2 * MARGIN;
/** The first column of a table, in points; the others share what is left. */
const FIRST_COLUMN = 190;

/** A4, each sheet on a page of its own, text kept as text. Resolves to the file's bytes. */
export function reportToPdf(faces: Record<Weight, Typeface>, report: PaperReport): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    autoFirstPage: false,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: `${report.title}. ${report.subtitle}` },
  });
  const bytes = collected(document);
  document.registerFont('regular', faces.regular.path);
  document.registerFont('bold', faces.bold.path);
  report.sheets.forEach((sections, index) => {
    document.addPage();
    if (index === 0) head(document, report);
    for (const section of sections) write(document, section);
  });
  sign(document, report.signatures);
  document.end();
  return bytes;
}

function head(document: PDFKit.PDFDocument, { title, subtitle }: PaperReport): void {
  document.font('bold').fontSize(17).fillColor(INK).text(title, { align: 'center' });
  document.font('regular').fontSize(10.5).fillColor(GREY).text(subtitle, { align: 'center' });
  document.moveDown(0.8);
}

function write(document: PDFKit.PDFDocument, { heading, paragraphs, table, footnote }: PaperSection): void {
  document.font('bold').fontSize(12.5).fillColor(GREEN).text(heading, MARGIN).moveDown(0.2);
  for (const paragraph of paragraphs) {
    document.font('regular').fontSize(10.5).fillColor(INK).text(paragraph, { lineGap: 1.5 }).moveDown(0.25);
  }
  if (table !== undefined) rows(document, table);
  if (footnote !== undefined) document.font('regular').fontSize(7.5).fillColor(GREY).text(footnote, MARGIN);
  document.moveDown(0.9);
}

function rows(document: PDFKit.PDFDocument, table: NonNullable<PaperSection['table']>): void {
  const others = (WIDTH - FIRST_COLUMN) / Math.max(1, table.columns.length - 1);
  for (const [index, cells] of [table.columns, ...table.rows].entries()) {
    document
      .font(index === 0 ? 'bold' : 'regular')
      .fontSize(8.5)
      .fillColor(INK);
    const top = document.y;
    const heights = cells.map((cell, column) => {
      const width = (column === 0 ? FIRST_COLUMN : others) - 6;
      const x = column === 0 ? MARGIN : MARGIN + FIRST_COLUMN + (column - 1) * others + 6;
      document.text(cell, x, top, { width, align: column === 0 ? 'left' : 'right' });
      return document.y - top;
    });
    const below = top + Math.max(...heights) + 3;
    document
      .moveTo(MARGIN, below - 1.5)
      .lineTo(MARGIN + WIDTH, below - 1.5)
      .lineWidth(0.4)
      .stroke('#b9c6c1');
    document.y = below;
  }
  document.x = MARGIN;
  document.moveDown(0.3);
}

function sign(document: PDFKit.PDFDocument, signatures: readonly string[]): void {
  const width = WIDTH / Math.max(1, signatures.length);
  const top = document.y + 6;
  document.font('regular').fontSize(10).fillColor(INK);
  document.text('……………, ngày …… tháng …… năm ………', MARGIN, top, { width: WIDTH, align: 'right' });
  const below = document.y + 6;
  signatures.forEach((who, index) => {
    const at = { width, align: 'center' } as const;
    document
      .font('bold')
      .fontSize(10.5)
      .text(who, MARGIN + index * width, below, at);
    document
      .font('regular')
      .fontSize(9)
      .text('(ký, ghi rõ họ tên)', MARGIN + index * width, below + 15, at);
  });
}
