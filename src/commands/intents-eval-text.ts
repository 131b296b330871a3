import type { EvaluationReport, MeasuredSet, MeasuredKind } from '../intent-matching/evaluation-report.js';
import type { Noise } from '../intent-matching/noise.js';

export const NOISE_NAMES: Readonly<Record<Noise, string>> = {
  no_diacritics: 'không dấu',
  typos: 'gõ sai',
  teencode: 'viết tắt, từ mạng',
  chat: 'chat (không dấu + viết tắt + gõ sai)',
  telex: 'Telex chưa thành dấu',
  vni: 'VNI chưa thành dấu',
};

/** "97,4%"; a figure that there is not: "–". */
export function percent(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(1).replace('.', ',')}%`;
}

const SHOWN = 15;

/** The report for a terminal, in Vietnamese. The page has the rest. */
export function reportText(report: EvaluationReport): string {
  const { counts, noise, confusions, faults, heldOut, hard } = report;
  const weakest = [...report.byIntent].sort((a, b) => a.f1 - b.f1).filter(({ f1 }) => f1 < 0.9);
  return [
    `${counts.intents} nhóm câu mẫu, ${counts.examples} câu mẫu (${counts.outOfScope} câu ngoài phạm vi)`,
    '',
    'Hỏi thử câu mẫu (mỗi câu hỏi một máy chưa học câu ấy):',
    ...measuredLines(report.crossValidated),
    '',
    'Khi câu bị gõ khác đi (độ chính xác):',
    ...noise.map(
      ({ noise: kind, figures }) => `  ${NOISE_NAMES[kind].padEnd(40)} ${percent(figures.accuracy)}`,
    ),
    '',
    `Nhóm câu mẫu yếu nhất (F1 dưới 90%): ${weakest.length}`,
    ...weakest.slice(0, SHOWN).map(({ intent, f1 }) => `  ${intent.padEnd(40)} ${percent(f1)}`),
    '',
    `Cặp hay lẫn: ${confusions.length}`,
    ...confusions
      .slice(0, SHOWN)
      .map(
        ({ intent, predicted, texts }) => `  ${intent} → ${predicted} (${texts.length}): “${texts[0] ?? ''}”`,
      ),
    '',
    `Câu trùng giữa các nhóm: ${faults.duplicates.length}; nhóm quá ít câu: ${faults.tooFew.length}; ` +
      `câu quá giống nhau: ${faults.tooSimilar.length}`,
    ...(heldOut === null
      ? []
      : ['', `Tin nhắn để riêng, không dùng khi học (${heldOut.messages} câu):`, ...measuredLines(heldOut)]),
    ...(hard === null ? [] : hardLines(hard)),
  ].join('\n');
}

function hardLines(hard: NonNullable<EvaluationReport['hard']>): string[] {
  return [
    '',
    `Tin nhắn khó để riêng (${hard.messages} câu):`,
    ...measuredLines(hard),
    '',
    kindLine(KIND_HEADS),
    ...kindRows(hard.kinds).map(kindLine),
  ];
}

export const KIND_HEADS = [
  'Kiểu',
  'Câu',
  'Đúng',
  '4 đầu',
  'Trả lời sai',
  'Hỏi lại',
  'Từ chối',
  'Cả hai việc',
];

/** A line for each kind; of messages out of scope the answers are all wrong and the refusals all right. */
export function kindRows(kinds: readonly MeasuredKind[]): string[][] {
  return kinds.map(({ kind, messages, figures, outcomes }) => {
    const isOurs = outcomes.othersDeclined === null;
    return [
      kind,
      String(messages),
      percent(isOurs ? figures.accuracy : null),
      percent(isOurs ? outcomes.withinOptions : null),
      percent(isOurs ? outcomes.answeredWrong : outcomes.othersAnswered),
      percent(isOurs ? outcomes.askedBack : null),
      percent(isOurs ? outcomes.wronglyDeclined : outcomes.othersDeclined),
      percent(outcomes.bothFound),
    ];
  });
}

function kindLine(cells: readonly string[]): string {
  return `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(18) : cell.padStart(12))).join('')}`;
}

export function measuredRows({ figures, outcomes }: MeasuredSet): [string, string][] {
  return [
    ['đúng ngay nhóm đầu', percent(figures.accuracy)],
    ['F1 trung bình các nhóm', percent(figures.macroF1)],
    ['sai lệch độ tin (ECE)', percent(figures.ece)],
    ['đúng trong 4 lựa chọn đầu', percent(outcomes.withinOptions)],
    ['trả lời ngay và đúng', percent(outcomes.answeredRight)],
    ['trả lời ngay nhưng sai', percent(outcomes.answeredWrong)],
    ['… mà không việc nào được hỏi', percent(outcomes.answeredBeside)],
    ['hỏi lại', percent(outcomes.askedBack)],
    ['từ chối nhầm câu của mình', percent(outcomes.wronglyDeclined)],
    ['từ chối đúng câu ngoài phạm vi', percent(outcomes.othersDeclined)],
    ['trả lời nhầm câu ngoài phạm vi', percent(outcomes.othersAnswered)],
    ['tìm đủ hai việc trong một tin', percent(outcomes.bothFound)],
    ['phân biệt trong/ngoài phạm vi (AUROC)', figures.oosAuroc?.toFixed(3).replace('.', ',') ?? '–'],
  ];
}

function measuredLines(measured: MeasuredSet): string[] {
  return measuredRows(measured).map(([name, value]) => `  ${name.padEnd(40)} ${value}`);
}
