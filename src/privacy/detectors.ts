import type { MaskedKind } from './types.js';

/** Something that looks like personal data: where it stands in the text, and of what kind. */
export interface Finding {
  start: number;
  end: number;
  kind: MaskedKind;
}

/** Patterns that are recognised by their own form. Runs of digits need their context: see `numbers.ts`. */
const FORMS: readonly { kind: MaskedKind; pattern: RegExp; group?: number }[] = [
  { kind: 'email', pattern: /[\p{L}\d._%+-]+\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu },
  // Official addresses stay readable: citizens ask whether a link is genuine.
  {
    kind: 'link',
    pattern: /(?:https?:\/\/|www\.)(?![a-z0-9.-]*\.gov\.vn(?:[\s,;)]|$))[^\s]+/giu,
  },
  { kind: 'link', pattern: /\b(?:bit\.ly|zalo\.me|t\.me|m\.me|fb\.com|facebook\.com)\/[^\s]+/giu },
  // A secret after its name: "mk: abc123", "mật khẩu là Abc@123".
  {
    kind: 'password',
    pattern:
      /(?:mật khẩu|mat khau|password|passwd|pass|mk)\s*(?:etax|vneid|của (?:tôi|em|mình))?\s*(?:[:=]\s*|(?:là|la)\s+(?=\S*[\d@#$%^&*!_]))(\S+)/giu,
    group: 1,
  },
  // One or two letters and 7–8 digits: passports have one letter, land certificates two.
  { kind: 'passport', pattern: /(?<![\p{L}\d])[A-Za-z]\d{7,8}(?![\p{L}\d])/gu },
  { kind: 'land_document', pattern: /(?<![\p{L}\d])[A-ZĐ]{2}\s?\d{6,8}(?![\p{L}\d])/gu },
  {
    kind: 'land_document',
    pattern:
      /(?:thửa(?: đất)?|thua(?: dat)?|tờ bản đồ|to ban do|sổ (?:đỏ|hồng)|so (?:do|hong)|gcn)\s*(?:số|so|sô)\s*:?\s*([\p{L}\d/.-]*\d[\p{L}\d/.-]*)/giu,
    group: 1,
  },
  // 43A1-234.56, 92H1 12345, 30h-12345; the unit letters of sums (15tr500, 20k) never carry five digits after them.
  {
    kind: 'vehicle_plate',
    pattern: /(?<![\p{L}\d])\d{2}\s?-?[A-ZĐa-zđ][A-Za-z\d]?\s?[-.]?\s?\d{3}\.?\d{2}(?![\p{L}\d])/gu,
  },
];

/**
 * A name is only looked for where it is announced ("tôi tên là …"): capital letters are no sign in chat. A family name
 * that is common in Vietnam must follow, written with or without diacritics.
 */
const ANNOUNCED_NAME = new RegExp(
  '(?:họ (?:và )?tên|ho (?:va )?ten|tên (?:tôi|em|mình|cháu|con)(?: (?:tôi|em|mình))?|ten (?:toi|em|minh|chau|con)|tên|ten)' +
    '\\s*(?:là|la|:)?\\s*' +
    '((?:nguyễn|nguyen|trần|tran|lê|le|phạm|pham|huỳnh|huynh|hoàng|hoang|phan|vũ|vu|võ|vo|đặng|dang|bùi|bui|đỗ|hồ|ngô|ngo|dương|duong|lý|đinh|dinh|trương|truong|đoàn|doan|lương|luong|mai|trịnh|trinh|alăng|zơrâm|bh’nướch|pơloong|arất)' +
    '(?:\\s+\\p{L}+){1,3})',
  'giu',
);

/** Everything that is recognised by form or announced by a word, in no order; findings may overlap. */
export function findByForm(text: string): Finding[] {
  const found = FORMS.flatMap(({ kind, pattern, group }) => matches(text, pattern, kind, group ?? 0));
  return [...found, ...matches(text, ANNOUNCED_NAME, 'person_name', 1)];
}

function matches(text: string, pattern: RegExp, kind: MaskedKind, group: number): Finding[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = match[group];
    if (value === undefined) return [];
    const start = match.index + match[0].lastIndexOf(value);
    return [{ start, end: start + value.length, kind }];
  });
}
