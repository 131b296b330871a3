import type { CellKind } from './table-types.js';

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const PERCENT = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const numberWritten = (value: number) => NUMBER.format(value);

/** Of a share from 0 to 1. */
export const percentWritten = (share: number) => PERCENT.format(share);

/** A number for people, "4,3/5", "0,2 giây"; a dash where there is none. */
export function written(value: number | null | undefined, kind: CellKind): string {
  if (value === null || value === undefined) return '–';
  if (kind === 'share') return percentWritten(value);
  if (kind === 'ms') return value > 0 && value < 100 ? '0,1 giây' : `${numberWritten(value / 1000)} giây`;
  return kind === 'score' ? `${numberWritten(value)}/5` : numberWritten(value);
}

/** A wait in milliseconds: "12 phút", "3,5 giờ", "2,1 ngày". */
export function waitWritten(milliseconds: number | null): string {
  if (milliseconds === null) return '–';
  if (milliseconds < HOUR_MS) return `${numberWritten(Math.ceil(milliseconds / MINUTE_MS))} phút`;
  if (milliseconds < 48 * HOUR_MS) return `${numberWritten(milliseconds / HOUR_MS)} giờ`;
  return `${numberWritten(milliseconds / (24 * HOUR_MS))} ngày`;
}
