import { vietnameseDay } from '../../shared/days.js';
import { addExample, addOutOfScope, addTest, removeExample, removeTest } from '../../content/edit.js';
import { loadInWorker } from '../../content/load-in-worker.js';
import type { Loaded } from '../../content/load.js';
import { writtenProblem, type Problem } from '../../content/problem.js';
import type { Content } from '../../content/types.js';
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import { requireNew } from './example-rules.js';

/** The files that staff's decisions are written to. */
export interface ExampleFiles {
  /** The files as they are, read and checked away from the event loop. */
  load(): Promise<Loaded>;
  /** `intent` null: out of scope. */
  add(intent: string | null, text: string): Promise<void>;
  remove(intent: string | null, text: string): Promise<void>;
  /** Of the messages that are measured with. */
  addTest(intent: string | null, text: string): Promise<void>;
  removeTest(intent: string | null, text: string): Promise<void>;
}

export function exampleFiles(root: string, clock: Clock): ExampleFiles {
  return {
    load: () => loadInWorker(root, vietnameseDay(clock.now())),
    async add(intent, text) {
      await (intent === null ? addOutOfScope(root, text) : addExample(root, intent, text));
    },
    addTest: (intent, text) => addTest(root, intent, text),
    removeTest: (intent, text) => removeTest(root, intent, text),
    async remove(intent, text) {
      await removeExample(root, intent, text);
    },
  };
}

/**
 * Writes the example, and takes it out again when the content check refuses the files with it. Resolves to the warnings
 * that came with it.
 */
export async function fileExample(
  files: ExampleFiles,
  intent: string | null,
  text: string,
): Promise<string[]> {
  const before = await files.load();
  if (before.content === null) throw broken(before.problems);
  requireNew(before.content, text);
  if (intent !== null) requireIntent(before.content, intent);
  await files.add(intent, text);
  const after = await files.load();
  if (after.content !== null) return newWarnings(before.problems, after.problems);
  await files.remove(intent, text);
  const [error] = after.problems.filter(({ severity }) => severity === 'error');
  throw new AppError('EXAMPLE_CHECK', error?.message ?? 'Bộ nội dung không qua được lần kiểm tra.', {
    status: 422,
    remedy: `${error?.remedy ?? ''} Câu chưa được ghi.`.trim(),
  });
}

/** Keeps a judged message to measure with, as long as nothing has learnt from it. */
export async function keepTest(files: ExampleFiles, intent: string | null, text: string): Promise<void> {
  const before = await files.load();
  if (before.content === null) throw broken(before.problems);
  requireNew(before.content, text);
  if (intent !== null) requireIntent(before.content, intent);
  await files.addTest(intent, text);
  const after = await files.load();
  if (after.content !== null) return;
  await files.removeTest(intent, text);
  throw broken(after.problems);
}

function requireIntent(content: Content, intent: string): void {
  if (content.intents.has(intent)) return;
  throw new AppError('INTENT_UNKNOWN', 'Không có việc này.', {
    status: 422,
    remedy: 'Chọn một tên trong danh sách gợi ý khi gõ.',
  });
}

function newWarnings(before: readonly Problem[], after: readonly Problem[]): string[] {
  // A warning that counts says another number now, but nothing new.
  const nameOf = ({ file, message }: Problem) => `${file} ${message.replace(/\d+/g, '#')}`;
  const known = new Set(before.map(nameOf));
  return after
    .filter((problem) => !known.has(nameOf(problem)))
    .map(({ message, remedy }) => `${message} ${remedy}`);
}

function broken(problems: readonly Problem[]): AppError {
  const [first] = problems.filter(({ severity }) => severity === 'error');
  return new AppError('CONTENT_BROKEN', 'Bộ nội dung đang có lỗi nên chưa ghi thêm câu mẫu được.', {
    status: 409,
    remedy: `Sửa lỗi trước (mục Nội dung). ${first === undefined ? '' : writtenProblem(first)}`.trim(),
  });
}
