import { withoutHiddenCharacters } from '../shared/hidden-characters.js';
import { readText } from '../shared/vietnamese-text.js';
import { findAddresses } from './addresses.js';
import { cutText } from './cut-text.js';
import { codesIn } from './digit-groups.js';
import { findDocuments } from './documents.js';
import { findIdentity } from './identity.js';
import { findNumbers } from './numbers.js';
import { findSecrets } from './secrets.js';
import type { Finding, MaskedKind, MaskedText, MaskedWords } from './types.js';

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
  identity_card: 'thông tin trên thẻ căn cước',
  link: 'liên kết',
};

const NONE: ReadonlySet<string> = new Set();

const MASK = /\[đã che: [^\][\n]{0,60}\]/gu;

/**
 * Masks every kind of personal data of the privacy facts, section 8, before a text is stored, logged or matched: however
 * it is written (see `readText`), and at a cost that grows with the length of the text only. What is left is as it was
 * typed. Sums of money stay: "15.500.000", "nợ 120000000". Texts beyond `TEXT_LIMIT` are cut before.
 * `publicNumbers`: digits of phone numbers that the bot tells itself.
 */
export function maskText(original: string, publicNumbers: ReadonlySet<string> = NONE): MaskedText {
  const { text: cut, truncated } = cutText(original);
  const typed = cut.replace(MASK, ' ');
  const reading = readText(typed);
  const numbers = findNumbers(reading, publicNumbers);
  const others = [findSecrets, findIdentity, findAddresses, findDocuments].flatMap((find) => find(reading));
  const codes = codesIn(reading.folded);
  const isCode = ({ start, end }: Finding) => codes.some((code) => start < code.end && end > code.start);
  const findings = withoutOverlaps([...others.filter((one) => !isCode(one)), ...numbers]);
  const maybeMoney = numbers.some((number) => number.maybeMoney && findings.includes(number));
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, kind } of findings) {
    const span = reading.typedSpan(start, end);
    parts.push(typed.slice(at, span.start), `[đã che: ${LABELS[kind]}]`);
    at = span.end;
  }
  const text = withoutHiddenCharacters([...parts, typed.slice(at)].join(''));
  return { text, found: [...new Set(findings.map(({ kind }) => kind))], maybeMoney, truncated };
}

/**
 * A masked text that was out of our hands (a page carried it) once more: the marks stay, with the kinds they name; what
 * stands between them is masked like anything typed.
 */
export function maskAgain(masked: string, mask: (text: string) => MaskedText): MaskedText {
  const marks = (Object.keys(LABELS) as MaskedKind[]).map((kind) => ({
    kind,
    mark: `[đã che: ${LABELS[kind]}]`,
  }));
  const parts = masked.split(/(\[đã che: [^\][\n]{0,60}\])/u).map((part): MaskedText => {
    const known = marks.find(({ mark }) => mark === part);
    if (known === undefined) return mask(part);
    return { text: part, found: [known.kind], maybeMoney: false, truncated: false };
  });
  return {
    text: parts.map(({ text }) => text).join(''),
    found: [...new Set(parts.flatMap(({ found }) => found))],
    maybeMoney: parts.some(({ maybeMoney }) => maybeMoney),
    truncated: parts.some(({ truncated }) => truncated),
  };
}

/** The same as an event keeps it. */
export function maskedWords({ text, found, maybeMoney, truncated }: MaskedText): MaskedWords {
  return {
    text,
    ...(found.length > 0 ? { masked: found } : {}),
    ...(maybeMoney ? { maybeMoney } : {}),
    ...(truncated ? { truncated } : {}),
  };
}

/** What was found, in words for people. */
export function maskedNames(found: readonly MaskedKind[]): string[] {
  return found.map((kind) => LABELS[kind]);
}

/** The text without the marks that `maskText` left: what the matcher reads, so that a mark is no topic word. */
export function withoutMasks(text: string): string {
  return text.replace(MASK, ' ').replace(/\s+/g, ' ').trim();
}

/** The earliest finding wins; of those that start together, the longest; what is left of a later one stays masked. */
function withoutOverlaps<T extends Finding>(findings: T[]): (T | Finding)[] {
  const ordered = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: (T | Finding)[] = [];
  for (const finding of ordered) {
    const last = kept.at(-1);
    if (last === undefined || finding.start >= last.end) kept.push(finding);
    else if (finding.end > last.end) kept[kept.length - 1] = { ...last, end: finding.end };
  }
  return kept;
}
