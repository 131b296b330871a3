import { AppError } from './shared/errors.js';

/** What the operating system refused, by its code: what that means, and what to do. */
const REFUSALS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOSPC: [
    'Ổ đĩa đã đầy nên không ghi được. / The disk is full, nothing can be written.',
    'Giải phóng chỗ trống nơi đặt DATA_DIR rồi khởi động lại; dữ liệu đã lưu vẫn còn. / Free some space where DATA_DIR is and start again; what was stored is still there.',
  ],
  EDQUOT: [
    'Đã hết hạn mức đĩa của người dùng chạy bot nên không ghi được. / The disk quota of the user that runs the bot is used up.',
    'Nâng hạn mức hoặc xoá bớt tệp của người dùng ấy rồi khởi động lại. / Raise the quota, or remove files of that user, and start again.',
  ],
  EROFS: [
    'Ổ đĩa chỉ cho đọc nên không ghi được. / The file system is read-only.',
    'Đặt DATA_DIR sang nơi ghi được, hoặc gắn lại ổ đĩa cho ghi. / Set DATA_DIR to a place that can be written to, or mount the disk for writing.',
  ],
  EACCES: [
    'Không có quyền đọc hoặc ghi. / Permission to read or write is missing.',
    'Cho người dùng chạy bot quyền đọc và ghi ở đó. / Let the user that runs the bot read and write there.',
  ],
  EPERM: [
    'Hệ thống không cho phép đọc hoặc ghi. / The system does not allow reading or writing.',
    'Cho người dùng chạy bot quyền đọc và ghi ở đó. / Let the user that runs the bot read and write there.',
  ],
  EMFILE: [
    'Đã mở quá nhiều tệp. / Too many files are open.',
    'Nâng giới hạn số tệp mở (ulimit -n, LimitNOFILE) rồi khởi động lại. / Raise the limit of open files (ulimit -n, LimitNOFILE) and start again.',
  ],
  EIO: [
    'Ổ đĩa báo lỗi khi đọc hoặc ghi. / The disk reports an error when reading or writing.',
    'Kiểm tra ổ đĩa, chép DATA_DIR sang nơi khác trước khi làm gì tiếp. / Check the disk; copy DATA_DIR elsewhere before anything else.',
  ],
};

/**
 * Why the start failed, in sentences for whoever started it: what happened, where, and what to do. Only what nobody
 * foresaw comes with the place in the program.
 */
export function startFault(error: unknown): string {
  const refusal = refusalBehind(error);
  // Without a remedy it was meant for the log.
  const foreseen = error instanceof AppError && error.remedy !== undefined ? error : undefined;
  if (refusal === undefined) {
    if (error instanceof AppError) return [error.message, error.remedy].filter(Boolean).join('\n');
    return String(error instanceof Error ? (error.stack ?? error.message) : error);
  }
  const [what, remedy] = refusal.words;
  const place = refusal.path === undefined ? [] : [`(${refusal.path})`];
  return [...(foreseen === undefined ? [] : [foreseen.message]), [what, ...place].join(' '), remedy].join(
    '\n',
  );
}

/** The refusal that an error, or what caused it, is about. */
function refusalBehind(error: unknown): { words: readonly [string, string]; path?: string } | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    const words = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
    if (words === undefined) continue;
    return 'path' in at && typeof at.path === 'string' ? { words, path: at.path } : { words };
  }
  return undefined;
}
