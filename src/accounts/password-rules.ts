import { AppError } from '../shared/errors.js';

export const PASSWORD_MIN = 12;
const PASSWORD_MAX = 128;

/** Guesses that a password must outlast, as a power of ten: years, should the hashes ever be stolen. */
const GUESSES_LOG10 = 10;

/** What somebody who knows the office would try first; the dictionaries have no Vietnamese. */
const LOCAL_WORDS = (
  'matkhau mat khau donghanh dong hanh thue cucthue chicucthue thuedanang danang vietnam quantri quan tri ' +
  'canbo can bo nguoidung dangnhap hanhchinh thutuc motcua tinh thanhpho phuong emyeuanh anhyeuem yeuem'
).split(' ');

/**
 * Throws `WEAK_PASSWORD` with what to do instead: too short, or among those that guessing finds first (lists of leaked
 * passwords, keyboard rows, dates, repetitions, the person's own name). No rules about signs: they make passwords worse.
 */
export async function requireGoodPassword(password: string, own: readonly string[]): Promise<void> {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN) {
    throw weak(`Mật khẩu mới có ${length} ký tự, cần ít nhất ${PASSWORD_MIN}.`);
  }
  if (length > PASSWORD_MAX) throw weak(`Mật khẩu mới dài quá ${PASSWORD_MAX} ký tự.`);
  const check = await (checker ??= loadChecker());
  if (check(password, own) < GUESSES_LOG10) {
    throw weak('Mật khẩu này dễ đoán: có trong danh sách mật khẩu hay gặp, hoặc ghép từ tên, năm, dãy phím.');
  }
}

type Checker = (password: string, own: readonly string[]) => number;
let checker: Promise<Checker> | undefined;

/** Read when a password is set for the first time: the lists take 15 MB. */
async function loadChecker(): Promise<Checker> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const estimate = new ZxcvbnFactory({
    dictionary: { ...dictionary, local: LOCAL_WORDS },
    graphs: adjacencyGraphs,
  });
  return (password, own) => {
    const words = own.flatMap((text) => [text, ...text.split(/[\s.@_-]+/)]).filter((word) => word.length > 2);
    return estimate.check(password, words).guessesLog10;
  };
}

function weak(message: string): AppError {
  return new AppError('WEAK_PASSWORD', message, {
    status: 422,
    remedy: 'Dễ nhớ mà khó đoán: ghép bốn, năm từ không liên quan, ví dụ bốn đồ vật trong phòng.',
  });
}
