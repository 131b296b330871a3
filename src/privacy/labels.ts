import { withTonesLast, type VietnameseText } from '../shared/vietnamese-text.js';

/** What a word beside a number says that the number is. */
export type Label =
  | 'citizen_id'
  | 'old_citizen_id'
  | 'tax_code'
  | 'passport'
  | 'phone'
  | 'bank_account'
  /** A bank's name: an account number, or a sum borrowed there. */
  | 'bank'
  | 'bank_card'
  | 'one_time_code'
  /** "mã" alone: with six digits a one-time code. */
  | 'code'
  /** Numbers of files, notices and the like: no person's number. */
  | 'dossier'
  /** The number is a sum whatever its form. */
  | 'sum'
  /** A sum if it looks like one. */
  | 'maybe_sum';

/** As they are written with all marks; they are found without marks too. */
const WORDS: Readonly<Record<Label, string>> = {
  citizen_id: 'cccd|căn cước công dân|căn cước|định danh cá nhân|định danh|số cc|thẻ cc|ddcn',
  old_citizen_id: 'cmnd|cmtnd|cmt|chứng minh nhân dân|chứng minh thư|chứng minh|số cm',
  tax_code: 'mst|mstcn|msdn|mã số thuế|mã thuế|số thuế|mã số doanh nghiệp',
  passport: 'hộ chiếu|passport|số hc',
  phone:
    'sđt|đt|dđ|số điện thoại|điện thoại|di động|zalo|viber|gọi|alo|liên hệ|lh|phone|tel|mobile|số máy|hotline|tổng đài|đường dây nóng',
  bank_account: 'stk|số tài khoản|tài khoản ngân hàng|tài khoản|tk|account|số tk|acc',
  bank: 'ngân hàng|vietcombank|vcb|bidv|agribank|techcombank|tcb|vietinbank|sacombank|mbbank|mb bank|acb|vpbank|tpbank|hdbank|shb|vib|momo|zalopay',
  bank_card: 'số thẻ|thẻ atm|thẻ ngân hàng|thẻ tín dụng|thẻ visa|thẻ',
  one_time_code: 'otp|mã xác nhận|mã xác thực|mã bảo mật|mã kích hoạt|mã đăng nhập|smart otp',
  code: 'mã số|mã|code',
  dossier:
    'mã hồ sơ|số hồ sơ|hồ sơ số|mã hs|số hs|mã biên nhận|số biên nhận|biên nhận số|biên nhận|giấy hẹn|phiếu hẹn|mã tra cứu|mã yêu cầu|mã giao dịch|mã thủ tục|mã chương|tiểu mục|mã ngành|số hoá đơn|hoá đơn số|thông báo số|số thông báo|quyết định số|công văn số|mã tham chiếu',
  sum: 'doanh thu|doanh số|nợ thuế|nợ|vay|giá|lương|thu nhập|số tiền|tiền|trị giá|vốn|chi phí|lợi nhuận|tổng cộng|tổng|cọc|thưởng|phạt|lệ phí|phí|trợ cấp|lãi|hợp đồng|giá trị',
  maybe_sum:
    'bán được|bán|mua|nộp|đóng|trả|thu|khai|được|khoảng|tầm|chừng|hơn|gần|mức|ngưỡng|hết|tốn|chuyển khoản|thuế|kiếm|cho thuê',
};

export interface FoundLabel {
  label: Label;
  start: number;
  end: number;
}

/** Longer words first, so that "mã số thuế" is not "mã"; all at once, so that a text is gone through once. */
const ENTRIES = Object.entries(WORDS)
  .flatMap(([label, words]) => words.split('|').map((word) => ({ label: label as Label, word })))
  .sort((a, b) => b.word.length - a.word.length);

const BY_FOLDED = new Map<string, { label: Label; word: string }[]>();
for (const entry of ENTRIES) {
  const key = plain(entry.word);
  BY_FOLDED.set(key, [...(BY_FOLDED.get(key) ?? []), entry]);
}

const PATTERN = new RegExp(
  `(?<![a-z])(?:${[...BY_FOLDED.keys()].map((key) => key.replaceAll(' ', '[ ._-]{0,2}')).join('|')})(?![a-z])`,
  'g',
);

/** Every label of a text, in order. A word with marks must be the one meant where it takes a number for a sum: "nó" is not "nợ". */
export function labelsIn({ text, folded }: VietnameseText): FoundLabel[] {
  return [...folded.matchAll(PATTERN)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const entry = entryFor(match[0], text.slice(start, end));
    return entry === undefined ? [] : [{ label: entry.label, start, end }];
  });
}

const EXACT: ReadonlySet<Label> = new Set(['sum', 'maybe_sum', 'code']);

function entryFor(folded: string, written: string): { label: Label } | undefined {
  const entries = BY_FOLDED.get(folded.replace(/[ ._-]+/g, ' ')) ?? BY_FOLDED.get(spaced(folded)) ?? [];
  return entries.find(
    ({ label, word }) =>
      !EXACT.has(label) || written.toLowerCase() === folded || withTonesLast(written) === withTonesLast(word),
  );
}

/** "soTaiKhoan" and the like: the key whose letters these are. */
function spaced(folded: string): string {
  return SQUEEZED.get(folded.replace(/[ ._-]+/g, '')) ?? folded;
}

const SQUEEZED = new Map([...BY_FOLDED.keys()].map((key) => [key.replaceAll(' ', ''), key]));

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}
