import type { Knowledge } from '../../../conversation/ports.js';
import type { ContentVersions } from '../../../content/versions.js';
import type { Clock } from '../../../shared/clock.js';
import type { DraftService } from '../../../staff-work/content/draft-service.js';
import type { DraftEffects } from '../../../staff-work/content/draft-effects.js';
import type { Library, LibraryKind } from '../../../staff-work/content/library.js';
import type { DraftState } from '../../../staff-work/ports.js';
import type { Role } from '../../../accounts/types.js';

/** What the pages on which content is read and written are made of. */
export interface ContentRouteDependencies {
  drafts: DraftService;
  effects: DraftEffects;
  library: () => Promise<Library>;
  versions: ContentVersions;
  knowledge: Knowledge;
  clock: Clock;
}

export const READERS: readonly Role[] = ['reviewer', 'editor', 'approver'];
export const WRITERS: readonly Role[] = ['editor', 'approver'];
export const APPROVERS: readonly Role[] = ['approver'];

export const CONTENT_STYLE = { styles: ['/style/staff-work.css', '/style/staff-content.css'] };

/** Bytes of a form: the longest file, each letter with its accents written as nine characters. */
export const LONG_FORM = '1mb';

export const KIND_NAMES: Readonly<Record<LibraryKind, string>> = {
  entry: 'Mục hướng dẫn',
  intent: 'Câu mẫu của từng việc',
  sentence: 'Câu của bot',
  rate: 'Mức, tỷ lệ',
  deadline: 'Hạn nộp',
  office: 'Cơ quan, xã phường',
  calendar: 'Lịch',
  contact: 'Đầu mối liên hệ',
  decision: 'Bảng quyết định',
  other: 'Khác',
};

export const STATE_WORDS: Readonly<Record<DraftState, string>> = {
  draft: 'Đang soạn',
  proposed: 'Chờ duyệt',
  returned: 'Được trả lại',
  live: 'Đã dùng',
  dropped: 'Đã bỏ',
};

/** Address of a page of a part of a file. */
export function addressOf(page: string, path: string, part = ''): string {
  const query = new URLSearchParams({ tep: path, ...(part === '' ? {} : { muc: part }) });
  return `${page}?${query.toString()}`;
}
