import { AppError } from '../shared/errors.js';

/**
 * Runs a command to its end. What went wrong is said on standard error in Vietnamese and the exit code is 1; a usage
 * text that `work` returns means that it was called wrongly (exit code 2). A reader that stops reading is no error.
 */
export async function runCommand(usage: string, work: () => Promise<string | null>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    const complaint = await work();
    if (complaint === null) return;
    process.stderr.write(`${complaint}\n`);
    process.exitCode = 2;
  } catch (error) {
    const complaint = wrongCall(error);
    process.stderr.write(complaint === undefined ? `${messageOf(error)}\n` : `${complaint}\n${usage}\n`);
    process.exitCode = complaint === undefined ? 1 : 2;
  }
}

/** By the code of what `parseArgs` throws. */
const WRONG_CALLS: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'Không có tuỳ chọn',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'Thiếu hoặc thừa giá trị sau tuỳ chọn',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'Lệnh này không dùng đến',
};

function wrongCall(error: unknown): string | undefined {
  if (!(error instanceof TypeError) || !('code' in error)) return undefined;
  const words = WRONG_CALLS[String(error.code)];
  return words && `${words} ${/'([^' ]+)/.exec(error.message)?.[1] ?? ''}.`;
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return [error.message, error.remedy].filter(Boolean).join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
