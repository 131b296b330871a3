import { isScalar } from 'yaml';
import { realDate } from '../../shared/days.js';
import { described, fault, nameOf, type Reader } from './reader.js';
import { stringIn } from './text.js';

/** Returned for a date that could not be read: sorts before every real one and never reaches a citizen. */
export const NO_DATE = '0001-01-01';

/** A day as YYYY-MM-DD. */
export const date: Reader<string> = described({ kind: 'date' }, (node, location) => {
  if (isScalar(node) && typeof node.value === 'number') {
    fault(
      location,
      `${nameOf(location)} ghi ${node.source ?? String(node.value)}: không phải một ngày.`,
      'Viết năm-tháng-ngày, ví dụ 2026-11-30.',
    );
    return NO_DATE;
  }
  const value = stringIn(node, location);
  if (value === '' || isRealDate(value)) return value === '' ? NO_DATE : value;
  const suggestion = asIsoDate(value);
  fault(
    location,
    `${nameOf(location)} ghi "${value}": ${/^\d{4}-\d{2}-\d{2}$/.test(value) ? 'không có ngày này trong lịch' : 'ngày phải viết năm-tháng-ngày'}.`,
    suggestion === undefined ? 'Viết năm-tháng-ngày, ví dụ 2026-11-30.' : `Viết ${suggestion}.`,
  );
  return NO_DATE;
});

/** A day of every year as MM-DD. */
export const monthAndDay: Reader<string> = described({ kind: 'month_day' }, (node, location) => {
  const value = stringIn(node, location);
  // 2024 had a 29 February.
  if (value !== '' && !isRealDate(`2024-${value}`)) {
    fault(
      location,
      `${nameOf(location)} ghi "${value}": ngày hằng năm phải viết tháng-ngày.`,
      'Viết tháng-ngày trong nháy kép, ví dụ "04-30".',
    );
  }
  return value;
});

/** Time of day as HH:MM, 24 hours. */
export const timeOfDay: Reader<string> = described({ kind: 'time' }, (node, location) => {
  if (isScalar(node) && typeof node.value === 'number') {
    fault(
      location,
      `${nameOf(location)} ghi ${node.source ?? String(node.value)}: không phải giờ phút.`,
      'Viết giờ:phút trong nháy kép, ví dụ "07:30".',
    );
    return '00:00';
  }
  const value = stringIn(node, location);
  if (value !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) {
    fault(
      location,
      `${nameOf(location)} ghi "${value}": giờ phải viết đủ hai chữ số, từ 00:00 đến 23:59.`,
      'Viết giờ:phút trong nháy kép, ví dụ "07:30".',
    );
    return '00:00';
  }
  return value === '' ? '00:00' : value;
});

/** A bare number; a decimal point, no thousands separator, no unit. */
export function number({
  min,
  max,
  whole = false,
}: {
  min: number;
  max: number;
  whole?: boolean;
}): Reader<number> {
  return described({ kind: 'number', min, max }, (node, location) => {
    if (!isScalar(node) || typeof node.value !== 'number') {
      const written = stringOf(node);
      const suggestion = asNumber(written);
      fault(
        location,
        written === ''
          ? `${nameOf(location)} cần một con số.`
          : `${nameOf(location)} ghi "${written}": đó là chữ, ở đây cần một con số.`,
        suggestion === undefined
          ? 'Viết số trần, không nháy, không đơn vị, dấu thập phân là dấu chấm, ví dụ 0.03 hay 15500000.'
          : `Viết ${suggestion}, không nháy, không đơn vị.`,
      );
      return min;
    }
    const { value } = node;
    if (value < min || value > max || (whole && !Number.isInteger(value))) {
      fault(
        location,
        `${nameOf(location)} ghi ${value}: phải là số ${whole ? 'nguyên ' : ''}từ ${min} đến ${max}.`,
        'Sửa lại con số cho đúng khoảng ấy.',
      );
    }
    return value;
  });
}

/** An address that citizens can open. */
export const url: Reader<string> = described({ kind: 'url' }, (node, location) => {
  const value = stringIn(node, location);
  if (value === '') return value;
  if (!URL.canParse(value) || !value.startsWith('https://') || /\s/.test(value)) {
    const remedy = value.startsWith('http://')
      ? `Viết https://${value.slice('http://'.length)} và mở thử.`
      : 'Chép cả địa chỉ từ trình duyệt, bắt đầu bằng https://.';
    fault(
      location,
      `${nameOf(location)} ghi "${value}": không phải một địa chỉ mở được (cần https://, không có dấu cách).`,
      remedy,
    );
  }
  return value;
});

function isRealDate(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts !== null && realDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== undefined;
}

/** 31/12/2026, 31-12-2026, 2026/12/31 or 2026-1-5 in the one way that is read. */
function asIsoDate(value: string): string | undefined {
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(value);
  const [year, month, day] = dayFirst ? [dayFirst[3], dayFirst[2], dayFirst[1]] : (yearFirst?.slice(1) ?? []);
  return year === undefined ? undefined : realDate(Number(year), Number(month), Number(day));
}

function asNumber(written: string): string | undefined {
  const bare = written.replace(/[^\d.,-]/g, '');
  if (bare === '' || !/^\d/.test(written)) return undefined;
  const plain = /^\d{1,3}([.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : bare.replace(',', '.');
  return Number.isNaN(Number(plain)) ? undefined : plain;
}

function stringOf(node: unknown): string {
  return isScalar(node) ? (node.source ?? '') : '';
}
