import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { AppError } from '../shared/errors.js';

/** Asks twice without showing what is typed; from a pipe it takes the first line. */
export async function askedPassword(): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  const [first, second] = await askHidden(['Mật khẩu (không hiện khi gõ): ', 'Nhập lại: ']);
  if (first !== undefined && first === second) return first;
  throw new AppError('PASSWORDS_DIFFER', 'Hai lần nhập không giống nhau, chưa thay đổi gì.', {
    remedy: 'Gõ lại lệnh, hoặc thêm --generate để được cấp một mật khẩu.',
  });
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  throw new AppError('NO_PASSWORD', 'Không có mật khẩu nào được đưa vào.', {
    remedy: 'Gõ lệnh trong cửa sổ dòng lệnh để được hỏi, hoặc thêm --generate.',
  });
}

/**
 * The terminal shows nothing of what is typed from before the first question until after the last answer. Rejects with
 * `STOPPED` on Ctrl-C and Ctrl-D.
 */
async function askHidden(questions: readonly string[]): Promise<string[]> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 });
  const answers: string[] = [];
  try {
    for (const question of questions) {
      process.stderr.write(question);
      answers.push(await reader.question(''));
      process.stderr.write('\n');
    }
    return answers;
  } catch {
    process.stderr.write('\n');
    throw new AppError('STOPPED', 'Đã dừng, chưa thay đổi gì.');
  } finally {
    reader.close();
  }
}
