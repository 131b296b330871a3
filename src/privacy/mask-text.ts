import { findByForm, type Finding } from './detectors.js';
import { findNumbers } from './numbers.js';
import type { MaskedKind, MaskedText } from './types.js';

/** What stands in place of what was masked; read by staff, and once more by the bot before matching. */
const LABELS: Record<MaskedKind, string> = {
  citizen_id: 'số định danh',
  old_citizen_id: 'số CMND',
  tax_code: 'mã số thuế',
  passport: 'số hộ chiếu',
  phone: 'số điện thoại',
  bank_card: 'số thẻ',
  bank_account: 'số tài khoản',
  email: 'email',
  one_time_code: 'mã OTP',
  password: 'mật khẩu',
  vehicle_plate: 'biển số xe',
  land_document: 'số giấy tờ đất',
  person_name: 'họ tên',
  link: 'liên kết',
};

const MASK = /\[đã che: [^\]]*\]/gu;

/**
 * Masks every kind of personal data of the privacy facts, section 8, before a text is stored, logged or matched.
 * Full-width and other Unicode digits count as digits. Sums of money stay: "15.500.000", "1,5 tỷ", "2000000đ".
 */
export function maskText(original: string): MaskedText {
  const text = plainDigits(original.normalize('NFC')).replace(MASK, ' ');
  const numbers = findNumbers(text);
  const findings = withoutOverlaps([...findByForm(text), ...numbers]);
  const maybeMoney = numbers.some((number) => number.maybeMoney && findings.includes(number));
  const masked = findings.reduceRight(
    (result, { start, end, kind }) =>
      `${result.slice(0, start)}[đã che: ${LABELS[kind]}]${result.slice(end)}`,
    text,
  );
  return { text: masked, found: [...new Set(findings.map(({ kind }) => kind))], maybeMoney };
}

/** What was found, in words for people. */
export function maskedNames(found: readonly MaskedKind[]): string[] {
  return found.map((kind) => LABELS[kind]);
}

/** The text without the marks that `maskText` left: what the matcher reads, so that a mark is no topic word. */
export function withoutMasks(text: string): string {
  return text.replace(MASK, ' ').replace(/\s+/g, ' ').trim();
}

function plainDigits(text: string): string {
  return text.replace(
    /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]|\ud835[\udfce-\udfff]|[\u24ea\u2460-\u2468]|\ufe0f?\u20e3/gu,
    (written) => {
      const plain = written.normalize('NFKC');
      if (/^\d$/.test(plain)) return plain;
      const code = written.codePointAt(0) ?? 0;
      if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
      if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
      return '';
    },
  );
}

/** The earliest finding wins; of those that start together, the longest. */
function withoutOverlaps<T extends Finding>(findings: T[]): T[] {
  const ordered = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: T[] = [];
  for (const finding of ordered) {
    const last = kept.at(-1);
    if (last === undefined || finding.start >= last.end) kept.push(finding);
  }
  return kept;
}
