import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { FormShape } from './form-shape.js';
import type { Problem, Severity } from '../problem.js';
import type { Path, SourceFile } from '../source-file.js';

/** Where a reader stands, and where it tells what is wrong. */
export interface Location {
  source: SourceFile;
  path: Path;
  report: (problem: Problem) => void;
}

/**
 * Makes a value of a YAML node. What is wrong is reported, never thrown; an empty value is returned in its place so that
 * everything else is still checked in the same run.
 */
export type Reader<T> = ((node: unknown, location: Location) => T) & {
  /** How it is written on the web; absent: only in the file. */
  form?: FormShape;
};

/** A reader that also says how its value is written on the web. */
export function described<T>(
  form: FormShape | undefined,
  read: (node: unknown, location: Location) => T,
): Reader<T> {
  return form === undefined ? read : Object.assign(read, { form });
}

export type ValueOf<R> = R extends Reader<infer T> ? T : never;

export function fault(
  location: Location,
  message: string,
  remedy: string,
  severity: Severity = 'error',
): void {
  location.report(location.source.problem(location.path, severity, message, remedy));
}

export function inside(location: Location, part: string | number): Location {
  return { ...location, path: [...location.path, part] };
}

/** The item's own name, quoted, for use within a sentence. */
export function nameOf({ path }: Location): string {
  const last = path.at(-1);
  const name = typeof last === 'number' ? path.findLast((part) => typeof part === 'string') : last;
  if (name === undefined) return 'Tệp';
  return typeof last === 'number' ? `Dòng thứ ${last + 1} của "${name}"` : `Mục "${name}"`;
}

/** What kind of thing stands there, in words that staff know. */
export function kindOf(node: unknown): string {
  if (isSeq(node)) return 'một danh sách';
  if (isMap(node)) return 'một nhóm mục con';
  if (isAlias(node)) return 'một dấu * của YAML';
  if (isScalar(node) && typeof node.value === 'number') return 'một con số';
  if (isScalar(node) && typeof node.value === 'boolean') return 'một giá trị đúng/sai (true/false)';
  return 'một câu chữ';
}

export function isEmptyNode(node: unknown): boolean {
  return (
    node === null || node === undefined || (isScalar(node) && (node.value === null || node.value === ''))
  );
}
