import { isScalar } from 'yaml';
import type { Draft } from '../files/draft.js';
import type { Rate } from '../types.js';
import type { ReportProblem } from '../problem.js';
import type { Path, SourceFile } from '../source-file.js';
import { decidedTexts } from './decided-texts.js';
import { saidIn } from './validity.js';

/** "15.500", "500.000": in a text the dots part thousands. */
const DOTTED = /(?<![\p{L}\d.,/])\d{1,3}(?:\.\d{3})+(?![.,]?\d)/gu;
/** What may follow it: the rest of a range, then what is counted. */
const COUNTED =
  /^(?:\s*(?:đến|tới|–|-|và|hoặc)\s*[\d.,]+)*\s*(?:đ(?!\p{L})|đồng|vnđ|vnd|usd|đô|triệu|tỷ|m2|m²|người|hộ|lượt|hồ sơ|xe|vé)/iu;
/** "3%/ngày", "0,3% mỗi ngày". */
const PER_DAY = /(\d+(?:,\d+)?)\s*%\s*(?:mỗi|một|\/)\s*ngày/giu;

/** What a rate of a kind can come to; beyond it a digit or a comma was lost. Ordered: the first that fits is its kind. */
const PLAUSIBLE: readonly { unit: RegExp; min: number; max: number }[] = [
  { unit: /^%\s*(?:mỗi|\/)\s*ngày/, min: 0.005, max: 0.1 },
  { unit: /^%/, min: 0.05, max: 50 },
  { unit: /^đồng/, min: 1000, max: 1e13 },
];

/** Figures as a slip of the hand makes them: sums without a unit, rates that no law has. */
export function checkFigures(draft: Draft, report: ReportProblem): void {
  checkRates(draft, report);
  for (const { source, value } of draft.procedures)
    for (const { path, wordings } of saidIn(value))
      for (const { text } of wordings) checkText(source, path, text, report);
  for (const { source, path, text } of decidedTexts(draft)) checkText(source, path, text, report);
}

function checkText(source: SourceFile, path: Path, text: string, report: ReportProblem): void {
  const bare = [...text.matchAll(DOTTED)].find(
    ({ 0: sum, index }) => !COUNTED.test(text.slice(index + sum.length)),
  );
  if (bare !== undefined)
    report(
      source.problem(
        path,
        'warning',
        `Số "${bare[0]}" không có đơn vị: người dân không biết là đồng, nghìn hay cái gì khác.`,
        `Viết thêm đơn vị ngay sau số, ví dụ "${bare[0]} đồng".`,
      ),
    );
  const daily = [...text.matchAll(PER_DAY)].find(({ 1: rate = '' }) => !isDaily(rate));
  if (daily !== undefined)
    report(
      source.problem(
        path,
        'error',
        `"${daily[0]}" không giống một mức tính theo ngày.`,
        'Đối chiếu văn bản; tiền chậm nộp là 0,03% mỗi ngày.',
      ),
    );
}

function isDaily(written: string): boolean {
  const rate = Number(written.replace(',', '.'));
  return rate >= 0.005 && rate <= 0.1;
}

function checkRates({ rates: { source, value } }: Draft, report: ReportProblem): void {
  value.rates.forEach((rate, index) => {
    const node = source.document.getIn(['rates', index, 'value'], true);
    const written = isScalar(node) ? (node.source ?? '') : '';
    const path = ['rates', index, 'value'];
    if (/^\d{1,3}(?:\.\d{3})+$/.test(written) && rate.unit.startsWith('đồng'))
      report(
        source.problem(
          path,
          'error',
          `Số tiền ghi ${written}: dấu chấm ở đây là dấu thập phân, nên máy hiểu là ${String(rate.value)}.`,
          `Viết liền, không dấu chấm: ${written.replace(/\./g, '')}.`,
        ),
      );
    else if (outside(rate) !== undefined)
      report(
        source.problem(
          path,
          'error',
          `Mức ${String(rate.value)} (${rate.unit}) nằm ngoài khoảng thường gặp ${outside(rate) ?? ''}.`,
          'Xem lại dấu phẩy, số không và đơn vị.',
        ),
      );
  });
}

function outside({ unit, value }: Rate): string | undefined {
  const kind = PLAUSIBLE.find((one) => one.unit.test(unit));
  if (kind === undefined || (value >= kind.min && value <= kind.max)) return undefined;
  return `từ ${String(kind.min)} đến ${String(kind.max)}`;
}
