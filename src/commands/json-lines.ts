import { readFile } from 'node:fs/promises';
import { AppError } from '../shared/errors.js';
import type { Example, LabelledMessage } from '../intent-matching/types.js';

/** Rows `{"text": …, "intent": …|null}`, one JSON object a line; other keys are ignored. Refuses a bad row by its line. */
export async function readExamples(file: string): Promise<Example[]> {
  return (await readMessages(file)).map(({ text, intent }) => ({ text, intent }));
}

/** The same rows with their `kind` and `also`, where they have them. */
export async function readMessages(file: string): Promise<LabelledMessage[]> {
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('FILE_UNREADABLE', `Không đọc được tệp ${file}.`, { cause });
  });
  return content
    .split(/\r?\n/)
    .flatMap((line, at) => (line.trim() === '' ? [] : [messageOf(line, file, at + 1)]));
}

function messageOf(line: string, file: string, number: number): LabelledMessage {
  const row = parseLine(line);
  if (typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string') {
    const intent = 'intent' in row ? row.intent : null;
    const kind = 'kind' in row && typeof row.kind === 'string' ? { kind: row.kind } : {};
    const also = 'also' in row && typeof row.also === 'string' ? { also: row.also } : {};
    if (typeof intent === 'string' || intent === null) return { text: row.text, intent, ...kind, ...also };
  }
  throw new AppError('ROW_INVALID', `${file}, dòng ${number}: cần {"text": "…", "intent": "…" hoặc null}.`);
}

/** `undefined` for a line that is no JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
