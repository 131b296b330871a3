/** Something wrong in a staff file, told so that a careful non-programmer can mend it. All texts are Vietnamese. */
export interface Problem {
  /** Path from the folder that holds `intents/` and `procedures/`. */
  file: string;
  /** From 1. */
  line: number;
  column?: number;
  /** Where in the file, as staff see it: `questions › 3 › answer`. Empty: the file as a whole. */
  field: string;
  /** An error keeps the change from going live; a warning does not. */
  severity: Severity;
  message: string;
  /** What to write instead. */
  remedy: string;
}

/** Where problems are told as they are found. */
export type ReportProblem = (problem: Problem) => void;

export type Severity = 'error' | 'warning';

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** By file, then line: the order in which one mends a folder of files. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      a.file.localeCompare(b.file, 'en') ||
      a.line - b.line ||
      (a.column ?? 0) - (b.column ?? 0) ||
      rank(a) - rank(b),
  );
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1;
}

/** `intents/a.yml:12 · examples › 3 — …`, for terminals and logs. */
export function writtenProblem({ file, line, field, severity, message, remedy }: Problem): string {
  const label = severity === 'error' ? 'LỖI' : 'Lưu ý';
  const place = field === '' ? `${file}, dòng ${line}` : `${file}, dòng ${line}, mục ${field}`;
  return `${label}: ${place}\n  ${message}\n  → ${remedy}`;
}
