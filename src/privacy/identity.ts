import { fold, type VietnameseText } from '../shared/vietnamese-text.js';
import type { Finding } from './types.js';

/**
 * The QR code of an identity card as scanners write it: number|old number|name|birth|sex|address|issued. Some leave
 * fields out; up to the end of the line everything is of one person.
 */
const SCANNED = /(?<!\d)\d{12} {0,2}\|[^\n]{0,400}/g;
/** The machine-readable lines on the back. */
const MACHINE_READABLE = /(?<![A-Z\d<])(?=[A-Z\d<]{0,90}<<)[A-Z\d<]{20,90}(?![A-Z\d<])/g;

const FAMILY_NAMES =
  "nguyen|tran|le|pham|huynh|hoang|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|truong|doan|luong|mai|trinh|alang|zoram|bhnuoch|bh'nuoch|poloong|arat|bling|cao|chau|chu|dao|dam|ha|kieu|la|lam|luu|luc|ma|mac|nghiem|ngoc|ong|phung|quach|quang|ta|thai|thach|to|ton|trieu|tu|van|vuong";
const ANNOUNCED = new RegExp(
  `(?:ho va ten|ho ten|ho va chu dem|ten (?:toi|em|minh|chau|con|chong|vo|bo|me|anh|chi)(?: (?:toi|em|minh))?|chu ho|chu tai khoan|ctk|nguoi nop thue|(?<![a-z])ten)(?: {0,2}(?:la|:|=|em|toi|minh)){0,2} {0,3}(?<name>(?:${FAMILY_NAMES})(?: {1,2}[a-z]{1,8}){1,4})`,
  'g',
);
/** Words that go on with the sentence behind a name written without capitals. */
const NO_NAMES = new Set(
  'muon hoi can xin cho o sinh bi co la thi mst cccd cmnd sdt so dang lam em toi minh nop da chua khong ko roi va hay nho nam ngay tai duoc nhe a thang dau cuoi hom tuan luc khi truoc'.split(
    ' ',
  ),
);

/** Names where they are announced, and whatever the codes of identity cards hold. */
export function findIdentity({ text, folded }: VietnameseText): Finding[] {
  const cards = [SCANNED, MACHINE_READABLE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): Finding => ({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      kind: 'identity_card',
    })),
  );
  const names = [...folded.matchAll(ANNOUNCED)].flatMap((match): Finding[] => {
    const name = match.groups?.['name'] ?? '';
    const start = match.index + match[0].length - name.length;
    const length = nameLength(text.slice(start, start + name.length));
    return length === 0 ? [] : [{ start, end: start + length, kind: 'person_name' }];
  });
  return [...cards, ...names];
}

/** Two to five words: those with capitals, or up to a word that goes on with the sentence. */
function nameLength(written: string): number {
  const words = written.split(/(?<= )(?! )/);
  const capitals = /^\p{Lu}/u.test(written);
  const others = words.findIndex((word, index) => {
    const bare = word.trim();
    return index > 0 && (capitals ? !/^\p{Lu}/u.test(bare) : NO_NAMES.has(fold(bare)));
  });
  const kept = words.slice(0, others < 0 ? 4 : others);
  return kept.length < 2 ? 0 : kept.join('').trimEnd().length;
}
