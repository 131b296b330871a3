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
    process.stderr.write(`${messageOf(error, usage)}\n`);
    process.exitCode = 1;
  }
}

function messageOf(error: unknown, usage: string): string {
  if (error instanceof AppError) return [error.message, error.remedy].filter(Boolean).join('\n');
  if (error instanceof TypeError && 'code' in error) return `${error.message}\n${usage}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
