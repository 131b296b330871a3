import { readFile } from 'node:fs/promises';
import type { EvaluationReport, MeasuredSet } from '../intent-matching/evaluation-report.js';
import { AppError } from '../shared/errors.js';

/** The committed figures: what they were measured on, and the figures themselves with the rows behind each. */
export interface CommittedFigures {
  /** Of intents, vocabulary and held-out messages; tells whether figures fell with the content or with the code. */
  measuredOn: string;
  figures: Record<string, { value: number; rows: number }>;
}

/** A fall within this many standard errors of the figure is taken for chance. */
const STANDARD_ERRORS = 2;
/** Calibration has no simple standard error: it may worsen by this much. */
const CALIBRATION_SLACK = 0.02;

export function figuresToCommit(report: EvaluationReport, measuredOn: string): CommittedFigures {
  const { crossValidated, counts, noise, heldOut, hard } = report;
  const ours = counts.examples - counts.outOfScope;
  const figures: CommittedFigures['figures'] = {
    'cv.accuracy': { value: crossValidated.figures.accuracy, rows: ours },
    'cv.macroF1': { value: crossValidated.figures.macroF1, rows: ours },
    'cv.ece': { value: crossValidated.figures.ece, rows: ours },
  };
  for (const noisy of noise) figures[`cv.${noisy.noise}`] = { value: noisy.figures.accuracy, rows: ours };
  if (heldOut !== null) addMeasured(figures, 'messages', heldOut);
  if (hard !== null) {
    addMeasured(figures, 'hard', hard);
    for (const { kind, messages, ...measured } of hard.kinds) addKind(figures, kind, messages, measured);
  }
  for (const figure of Object.values(figures)) figure.value = Math.round(figure.value * 10_000) / 10_000;
  return { measuredOn, figures };
}

/** All of them are better when higher; `rows` of both kinds, ours and others, are counted together. */
function addMeasured(
  figures: CommittedFigures['figures'],
  prefix: string,
  { messages, figures: own, outcomes }: MeasuredSet & { messages: number },
): void {
  const add = (name: string, value: number | null): void => {
    if (value !== null) figures[`${prefix}.${name}`] = { value, rows: messages };
  };
  add('accuracy', own.accuracy);
  add('withinOptions', outcomes.withinOptions);
  add('rightlyKept', 1 - outcomes.wronglyDeclined);
  add('notMisled', 1 - outcomes.answeredWrong);
  add('notAskedBack', 1 - outcomes.askedBack);
  add('othersDeclined', outcomes.othersDeclined);
  add('othersNotAnswered', outcomes.othersAnswered === null ? null : 1 - outcomes.othersAnswered);
}

function addKind(
  figures: CommittedFigures['figures'],
  kind: string,
  rows: number,
  { figures: own, outcomes }: MeasuredSet,
): void {
  const isOurs = outcomes.othersDeclined === null;
  figures[`hard.${kind}`] = { value: isOurs ? own.accuracy : (outcomes.othersDeclined ?? 0), rows };
  if (outcomes.bothFound !== null) figures[`hard.${kind}.bothFound`] = { value: outcomes.bothFound, rows };
}

export async function committedFigures(file: string): Promise<CommittedFigures> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as CommittedFigures;
  } catch (cause) {
    throw new AppError('FIGURES_MISSING', `Chưa có số liệu để so: ${file}.`, {
      remedy: 'Chạy "npm run intents:eval -- --write" rồi commit tệp này cùng nội dung.',
      cause,
    });
  }
}

/** Line by line what rose and fell; not passed when a figure fell by more than chance explains. */
export function comparison(
  committed: CommittedFigures,
  now: CommittedFigures,
): { lines: string[]; passed: boolean } {
  const compared = Object.entries(committed.figures).map(([name, before]) => {
    const after = now.figures[name];
    const isError = name.endsWith('.ece');
    const fall = after === undefined ? Infinity : (isError ? -1 : 1) * (before.value - after.value);
    const slack = isError ? CALIBRATION_SLACK : STANDARD_ERRORS * standardError(before.value, before.rows);
    const fallen = fall > slack;
    const said = `${fallen ? '✗' : '✓'} ${name.padEnd(24)} ${percent(before.value)} → ${percent(after?.value)}`;
    return { fallen, line: `${said}  (cho phép giảm ${percent(slack)})` };
  });
  const fallen = compared.filter((line) => line.fallen).length;
  const same = committed.measuredOn === now.measuredOn;
  const verdict =
    fallen === 0
      ? 'ĐẠT: không số nào giảm quá mức ngẫu nhiên.'
      : `KHÔNG ĐẠT: ${fallen} số giảm. ${same ? 'Nội dung không đổi: lỗi ở mã.' : 'Nội dung đã đổi: nếu đúng ý, chạy --write và nói rõ vì sao.'}`;
  return { lines: [...compared.map(({ line }) => line), verdict], passed: fallen === 0 };
}

function standardError(share: number, rows: number): number {
  const smoothed = (share * rows + 1) / (rows + 2);
  return Math.sqrt((smoothed * (1 - smoothed)) / Math.max(1, rows));
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${(value * 100).toFixed(1).replace('.', ',')}%`;
}
