import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Problem, Severity } from './problem.js';

export interface ContentFile {
  /** From the folder that holds `intents/` and `procedures/`, with `/`. */
  path: string;
  text: string;
}

/** Where something stands in a file: map keys and list positions (from 0). */
export type Path = readonly (string | number)[];

/** One YAML file, parsed so that everything in it still knows its line. */
export class SourceFile {
  readonly document: Document.Parsed;
  private readonly lines = new LineCounter();

  constructor(readonly file: ContentFile) {
    const text = file.text.replace(/^\uFEFF/, '');
    // At the level "silent" a second document would be dropped without a word.
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false, logLevel: 'error' });
  }

  get path(): string {
    return this.file.path;
  }

  /** The file's name without folder and ending: what `id` must be. */
  get stem(): string {
    return stemOf(this.path);
  }

  lineOf(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Where the thing at `path` begins; when it is missing, the nearest thing around it. */
  positionOf(path: Path): { line: number; column: number } {
    for (let length = path.length; length > 0; length--) {
      const offset = this.offsetOf(path.slice(0, length));
      if (offset !== undefined) return this.lineOf(offset);
    }
    return this.lineOf(this.document.contents?.range[0] ?? 0);
  }

  problem(path: Path, severity: Severity, message: string, remedy: string): Problem {
    return { file: this.path, ...this.positionOf(path), field: writtenPath(path), severity, message, remedy };
  }

  private offsetOf(path: Path): number | undefined {
    const parent: unknown = path.length === 1 ? this.document.contents : this.nodeAt(path.slice(0, -1));
    const last = path.at(-1);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    }
    return this.nodeAt(path)?.range?.[0];
  }

  private nodeAt(path: Path): Node | undefined {
    const node = this.document.getIn(path, true);
    return isNode(node) ? node : undefined;
  }
}

/** `dang-ky-thue` of `procedures/dang-ky-thue.yml`. */
export function stemOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.yml$/, '');
}

/** `questions › 3 › answer`: list positions counted from 1, as staff count. */
function writtenPath(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? String(part + 1) : part)).join(' › ');
}
