import { CONTENT_FOLDERS } from '../../content/content-folders.js';
import { AppError } from '../../shared/errors.js';

/** The path, when it is a file of content's: nothing else is read or written. Throws `CONTENT_PATH_REFUSED`. */
export function contentPath(path: string): string {
  const [, folder = '', name = ''] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
  const inside = CONTENT_FOLDERS.some((known) => known === folder);
  if (inside && /^[a-z0-9][a-z0-9-]*\.yml$/.test(name)) return path;
  throw new AppError('CONTENT_PATH_REFUSED', 'Không có tệp nội dung nào như vậy.', {
    status: 404,
    remedy: 'Mở mục Nội dung rồi chọn trong danh sách.',
  });
}
