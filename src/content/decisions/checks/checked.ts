import type { Path, SourceFile } from '../../source-file.js';
import type { Rate } from '../../types.js';
import type { DecisionContent } from '../engine/frame.js';
import type { Decision, Fact } from '../types.js';

/** A decision under check, with everything it may name, and where to tell what is wrong. */
export interface Checked {
  decision: Decision;
  source: SourceFile;
  facts: ReadonlyMap<string, Fact>;
  rates: ReadonlyMap<string, Rate>;
  entries: ReadonlySet<string>;
  deadlines: ReadonlySet<string>;
  content: DecisionContent;
  /** The day the decision was last checked: its cases and paths are played on that day, so that none changes by itself. */
  day: string;
  error: (path: Path, message: string, remedy: string) => void;
  warning: (path: Path, message: string, remedy: string) => void;
}
