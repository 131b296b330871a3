import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Table } from '../../../statistics/table-types.js';

/** Plot's own declarations speak of a browser's types; this is what is used of them here. */
const plot = Plot.plot as unknown as (
  options: Omit<Plot.PlotOptions, 'document'> & { document: unknown },
) => { outerHTML: string };
const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as {
  document: unknown;
};

const AXIS = { fontSize: 12 } as const;

/** Columns over time: the first column of the table, with what could not be answered in front. */
export function trendChart({ rows, title }: Table): string {
  const labels = rows.map(({ label }) => label);
  const bars = rows.map(({ label, cells }) => ({ label, count: cells[0] ?? 0 }));
  const every = Math.ceil(labels.length / 12);
  return svgOf(
    plot({
      document,
      width: 760,
      height: 210,
      marginTop: 24,
      marginLeft: 44,
      marginRight: 4,
      marginBottom: 28,
      x: { type: 'band', domain: labels, padding: 0.18 },
      y: { domain: [0, Math.max(4, ...bars.map(({ count }) => count))], nice: true },
      marks: [
        Plot.axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: vietnamese, ...AXIS }),
        Plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.axisX({
          ticks: labels.filter((_, index) => index % every === 0),
          tickSize: 0,
          label: null,
          ...AXIS,
        }),
        Plot.barY(bars, { x: 'label', y: 'count', fill: 'var(--brand)', rx: 2 }),
      ],
    }),
    `${title}: biểu đồ cột, số liệu trong bảng ngay dưới.`,
  );
}

/** The darker, the more messages; night hours without any are left out. */
export function hoursChart({ rows, title }: Table): string {
  const cells = rows.flatMap(({ label, cells: counts }) =>
    counts.map((count, hour) => ({ day: label, hour, count: count ?? 0 })),
  );
  const busy = cells.filter(({ count }) => count > 0).map(({ hour }) => hour);
  const [from, to] = [Math.min(7, ...busy), Math.max(17, ...busy)];
  const shown = cells.filter(({ hour }) => hour >= from && hour <= to);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  return svgOf(
    plot({
      document,
      width: 760,
      height: 236,
      marginTop: 4,
      marginLeft: 74,
      marginRight: 4,
      marginBottom: 26,
      x: {
        type: 'band',
        domain: Array.from({ length: to - from + 1 }, (_, index) => from + index),
        padding: 0.06,
      },
      y: { type: 'band', domain: rows.map(({ label }) => label), padding: 0.08 },
      opacity: { type: 'identity' },
      marks: [
        Plot.axisY({ tickSize: 0, label: null, ...AXIS }),
        Plot.axisX({ tickSize: 0, label: null, tickFormat: (hour: number) => `${hour}h`, ...AXIS }),
        ...cellMarks(shown, most, to - from > 16 ? 9 : 11),
      ],
    }),
    `${title}: biểu đồ nhiệt theo thứ và giờ, số liệu trong bảng ngay dưới.`,
  );
}

interface HourCell {
  day: string;
  hour: number;
  count: number;
}

/** Shades with the number in each, in whichever colour can be read on it. */
function cellMarks(shown: HourCell[], most: number, fontSize: number): Plot.Markish[] {
  const place = { x: 'hour', y: 'day' };
  const share = ({ count }: HourCell) => count / most;
  const isDark = (cell: HourCell) => share(cell) > 0.6;
  const numbers = (dark: boolean) =>
    Plot.text(
      shown.filter((cell) => cell.count > 0 && isDark(cell) === dark),
      {
        ...place,
        text: ({ count }: HourCell) => vietnamese(count),
        fill: dark ? 'var(--on-brand)' : 'var(--text)',
        fontSize,
      },
    );
  return [
    Plot.cell(shown, { ...place, fill: 'var(--chart-empty)', rx: 3 }),
    Plot.cell(shown, { ...place, fill: 'var(--brand)', fillOpacity: share, rx: 3 }),
    numbers(true),
    numbers(false),
  ];
}

const NUMBER = new Intl.NumberFormat('vi-VN');
const vietnamese = (value: number) => NUMBER.format(value);

/** Without the style element and English labels that Plot adds: our own style sheet does it, and one label names all. */
function svgOf(drawn: { outerHTML: string }, label: string): string {
  const escaped = label.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return drawn.outerHTML
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/ aria-label="[^"]*"/g, '')
    .replace(/<svg class="[^"]*"|<svg/, `<svg role="img" aria-label="${escaped}"`);
}
