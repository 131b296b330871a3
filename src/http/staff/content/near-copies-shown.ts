import type { NearCopy, WordingPlace } from '../../../content/checks/near-copies.js';
import type { Content } from '../../../content/types.js';
import { intentName } from '../../../staff-work/review/judgement.js';
import { addressOf } from './content-pages.js';

export interface ShownNearCopy {
  text: string;
  same: boolean;
  other: string;
  /** Where the other stands, in words, and its page. */
  where: string;
  address: string;
}

const MAX_SHOWN = 30;

/** Near-copies in words, of one file or of all that were looked at. */
export function shownNearCopies(
  found: readonly NearCopy[],
  content: Content,
  path?: string,
): ShownNearCopy[] {
  return found
    .filter((one) => path === undefined || one.path === path)
    .slice(0, MAX_SHOWN)
    .map(({ text, same, other }) => ({
      ...{ text, same, other: other.text },
      where: placeWords(other.place, content),
      address: addressOf('/quan-tri/noi-dung/tep', other.path),
    }));
}

function placeWords(place: WordingPlace, content: Content): string {
  switch (place.kind) {
    case 'example':
      return `câu mẫu của “${intentName(content, place.intent)}”`;
    case 'question':
      return `câu hỏi thường gặp “${place.title}” của “${content.procedures.get(place.procedure)?.name ?? place.procedure}”`;
    case 'out_of_scope':
      return 'danh sách ngoài phạm vi';
    case 'test':
      return 'câu kiểm tra (chỉ để đo, máy không học)';
  }
}
