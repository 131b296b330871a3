const UNITS: Readonly<Record<string, string>> = { tỷ: 'billion dong', triệu: 'million dong', đồng: 'dong' };
const COUNTED: Readonly<Record<string, string>> = {
  ngày: 'day',
  tháng: 'month',
  năm: 'year',
  'người phụ thuộc': 'dependant',
  tuổi: 'year',
};
const NUMBER = '(?<![\\d/.,])(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?)';
const FIGURE = new RegExp(
  `${NUMBER}(?:(%)|\\s(${[...Object.keys(UNITS), ...Object.keys(COUNTED)].sort((a, b) => b.length - a.length).join('|')}))(?!\\p{L})`,
  'gu',
);

/** A text filled in with Vietnamese figures as English reads them: "34,65 triệu" is "34.65 million dong", "0,5%" is "0.5%". */
export function inEnglishFigures(text: string): string {
  return text
    .replace(/chưa có người phụ thuộc/gu, 'no dependant')
    .replace(/(?<=\d) đến (?=\d)/gu, ' to ')
    .replace(FIGURE, (_, written: string, percent: string | undefined, unit: string | undefined) => {
      const number = written.replace(/[.,]/gu, (mark) => (mark === ',' ? '.' : ','));
      if (percent !== undefined || unit === undefined) return `${number}%`;
      const counted = COUNTED[unit];
      if (counted === undefined) return `${number} ${UNITS[unit] ?? unit}`;
      return `${number} ${counted}${number === '1' ? '' : 's'}`;
    });
}
