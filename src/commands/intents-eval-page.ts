import type { Confusion, EvaluationReport, Mistake } from '../intent-matching/evaluation-report.js';
import { measuredRows, NOISE_NAMES, percent } from './intents-eval-text.js';

/** The report as one HTML page without scripts: staff read it in a browser, offline. */
export function reportPage(report: EvaluationReport): string {
  const { counts, heldOut, faults } = report;
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đồng Hành: bot hiểu đúng đến đâu</title><style>${STYLE}</style></head>
<body><main>
<h1>Bot hiểu đúng đến đâu</h1>
<p>${counts.intents} ý định, ${counts.examples} câu mẫu, trong đó ${counts.outOfScope} câu ngoài phạm vi.</p>
<h2>Kiểm tra chéo trên câu mẫu</h2>
${table(['', ''], measuredRows(report.crossValidated))}
${heldOut === null ? '' : `<h2>Tin nhắn để riêng (${heldOut.messages} câu)</h2>${table(['', ''], measuredRows(heldOut))}`}
<h2>Khi câu bị gõ khác đi</h2>
${table(
  ['Cách gõ', 'Đúng'],
  report.noise.map(({ noise, figures }) => [NOISE_NAMES[noise], percent(figures.accuracy)]),
)}
<h2>Cặp hay lẫn</h2>
${report.confusions.length === 0 ? '<p>Không có.</p>' : report.confusions.map(confusion).join('\n')}
${byIntent(report)}
${exampleFaults(faults)}
${heldOut === null ? '' : mistakes(heldOut.mistakes)}
</main></body></html>
`;
}

function byIntent(report: EvaluationReport): string {
  return `<h2>Từng ý định</h2>
${table(
  ['Ý định', 'Câu', 'Chính xác', 'Bao phủ', 'F1'],
  [...report.byIntent]
    .sort((a, b) => a.f1 - b.f1)
    .map((row) => [
      row.intent,
      String(row.examples),
      percent(row.precision),
      percent(row.recall),
      percent(row.f1),
    ]),
)}`;
}

function exampleFaults(faults: EvaluationReport['faults']): string {
  return `<h2>Câu mẫu nên xem lại</h2>
<h3>Trùng nhau giữa hai ý định</h3>
${table(
  ['Câu', 'Ý định'],
  faults.duplicates.map(({ text, intents }) => [text, intents.join(', ')]),
)}
<h3>Quá ít câu</h3>
${table(
  ['Ý định', 'Câu'],
  faults.tooFew.map(({ intent, examples }) => [intent, String(examples)]),
)}
<h3>Các câu quá giống nhau</h3>
${table(
  ['Ý định', 'Phần giống', 'Ví dụ'],
  faults.tooSimilar.map(({ intent, share, pair }) => [intent, percent(share), pair.join(' / ')]),
)}`;
}

function confusion({ intent, predicted, texts, beside }: Confusion): string {
  return `<section class="pair"><h3>${escape(intent)} → ${escape(predicted)} (${texts.length})</h3>
<div><div><b>Câu của ${escape(intent)} bị hiểu nhầm</b>${list(texts)}</div>
<div><b>Câu mẫu của ${escape(predicted)}</b>${list(beside)}</div></div></section>`;
}

function mistakes(rows: readonly Mistake[]): string {
  return `<h2>Tin nhắn để riêng bị hiểu sai</h2>${table(
    ['Tin nhắn', 'Đúng ra', 'Bot hiểu', 'Quyết định', 'Độ tin'],
    rows.map(({ text, intent, predicted, decision, confidence }) => [
      text,
      intent ?? '(ngoài phạm vi)',
      predicted ?? '–',
      DECISIONS[decision] ?? decision,
      percent(confidence),
    ]),
  )}`;
}

const DECISIONS: Readonly<Record<string, string>> = {
  answer: 'trả lời',
  ask_back: 'hỏi lại',
  decline: 'từ chối',
};

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p>Không có.</p>';
  const head = heads.some((text) => text !== '')
    ? `<thead><tr>${heads.map((text) => `<th scope="col">${escape(text)}</th>`).join('')}</tr></thead>`
    : '';
  const body = rows
    .map((row) => `<tr>${row.map((text) => `<td>${escape(text)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<div class="wide"><table>${head}<tbody>${body}</tbody></table></div>`;
}

function list(texts: readonly string[]): string {
  return `<ul>${texts.map((text) => `<li>${escape(text)}</li>`).join('')}</ul>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1c2430; background: #f6f7f9; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 2rem; border-bottom: 2px solid #1f5fa8; }
table { border-collapse: collapse; width: 100%; background: #fff; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #dde2e8; vertical-align: top; }
.wide { overflow-x: auto; }
.pair > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; }
.pair > div > div { background: #fff; padding: .6rem; }
ul { margin: .3rem 0 0; padding-left: 1.2rem; }`;
