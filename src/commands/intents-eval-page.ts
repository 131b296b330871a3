import type { Confusion, EvaluationReport, Mistake } from '../intent-matching/evaluation-report.js';
import { KIND_HEADS, kindRows, measuredRows, NOISE_NAMES, percent } from './intents-eval-text.js';

/** The report as one HTML page without scripts: staff read it in a browser, offline. */
export function reportPage(report: EvaluationReport): string {
  const { counts, heldOut, hard, faults } = report;
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đồng Hành: bot hiểu đúng đến đâu</title><style>${STYLE}</style></head>
<body><main>
<h1>Bot hiểu đúng đến đâu</h1>
<p>${counts.intents} nhóm câu mẫu, ${counts.examples} câu mẫu, trong đó ${counts.outOfScope} câu ngoài phạm vi.</p>
<nav>${SECTIONS.map(([id, name]) => `<a href="#${id}">${name}</a>`).join(' · ')}</nav>
<h2 id="figures">Số đo</h2>
<p>Hỏi thử câu mẫu: mỗi câu mẫu được hỏi một máy chưa học câu ấy. Tin nhắn để riêng không bao giờ dùng để học.</p>
${figures(report)}
${hard === null ? '' : hardMessages(hard)}
<h2 id="noise">Khi câu bị gõ khác đi</h2>
${table(
  ['Cách gõ', 'Đúng'],
  report.noise.map(({ noise, figures }) => [NOISE_NAMES[noise], percent(figures.accuracy)]),
)}
${exampleFaults(faults)}
<h2 id="pairs">Cặp hay lẫn (${report.confusions.length})</h2>
<p>Mở từng cặp để so câu bị hiểu nhầm với câu mẫu của nhóm kia: viết thêm câu cho rõ, hoặc chuyển câu sang đúng chỗ.</p>
${report.confusions.length === 0 ? '<p>Không có.</p>' : report.confusions.map(confusion).join('\n')}
${byIntent(report)}
${mistakes([...(heldOut?.mistakes ?? []), ...(hard?.mistakes ?? [])])}
</main></body></html>
`;
}

const SECTIONS = [
  ['figures', 'Số đo'],
  ['noise', 'Khi gõ khác đi'],
  ['examples', 'Câu mẫu nên xem lại'],
  ['pairs', 'Cặp hay lẫn'],
  ['intents', 'Từng nhóm câu mẫu'],
] as const;
const SHOWN_OPEN = 10;

function figures({ crossValidated, heldOut }: EvaluationReport): string {
  const rows = measuredRows(crossValidated);
  if (heldOut === null) return table(['', 'Hỏi thử câu mẫu'], rows);
  const beside = measuredRows(heldOut);
  return table(
    ['', 'Hỏi thử câu mẫu', `Tin nhắn để riêng (${heldOut.messages})`],
    rows.map(([name, value], at) => [name, value, beside[at]?.[1] ?? '–']),
  );
}

function hardMessages(hard: NonNullable<EvaluationReport['hard']>): string {
  return `<h3>Tin nhắn khó để riêng, theo kiểu viết (${hard.messages})</h3>${table(KIND_HEADS, kindRows(hard.kinds))}`;
}

function byIntent(report: EvaluationReport): string {
  return `<h2 id="intents">Từng nhóm câu mẫu</h2>
${table(
  ['Nhóm câu mẫu', 'Câu', 'Chính xác', 'Bao phủ', 'F1'],
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
  return `<h2 id="examples">Câu mẫu nên xem lại</h2>
<h3>Trùng nhau giữa hai nhóm</h3>
${table(
  ['Câu', 'Nhóm câu mẫu'],
  faults.duplicates.map(({ text, intents }) => [text, intents.join(', ')]),
)}
<h3>Quá ít câu</h3>
${table(
  ['Nhóm câu mẫu', 'Câu'],
  faults.tooFew.map(({ intent, examples }) => [intent, String(examples)]),
)}
<h3>Các câu quá giống nhau</h3>
${table(
  ['Nhóm câu mẫu', 'Phần giống', 'Ví dụ'],
  faults.tooSimilar.map(({ intent, share, pair }) => [intent, percent(share), pair.join(' / ')]),
)}`;
}

function confusion({ intent, predicted, texts, beside }: Confusion, at: number): string {
  const isOpen = at < SHOWN_OPEN ? ' open' : '';
  return `<details class="pair"${isOpen}><summary>${escape(intent)} → ${escape(predicted)} (${texts.length})</summary>
<div><div><b>Câu của ${escape(intent)} bị hiểu nhầm</b>${list(texts)}</div>
<div><b>Câu mẫu của ${escape(predicted)}</b>${list(beside)}</div></div></details>`;
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
td:not(:first-child) { font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
summary { cursor: pointer; font-weight: 600; padding: .3rem 0; overflow-wrap: anywhere; }
.pair > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; }
.pair > div > div { background: #fff; padding: .6rem; }
ul { margin: .3rem 0 0; padding-left: 1.2rem; }`;
