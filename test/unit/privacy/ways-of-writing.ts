import { readFileSync } from 'node:fs';
import type { MaskedKind } from '../../../src/privacy/types.js';
import { OTHERS } from './other-kinds.js';

/** A message, what must not be left of it, and as what it is masked. */
export interface Row {
  what: string;
  written: string;
  secret: string;
  kind: MaskedKind;
}

interface Number {
  kind: MaskedKind;
  digits: string;
  groups: number[];
  /** Words beside it, as citizens write them. */
  labels: string[];
  /** Known by its form, without a word. */
  bare: boolean;
}

const NUMBERS: readonly Number[] = [
  {
    kind: 'citizen_id',
    digits: '048199001234',
    groups: [3, 3, 3, 3],
    labels: ['cccd', 'số căn cước', 'so dinh danh'],
    bare: true,
  },
  {
    kind: 'old_citizen_id',
    digits: '205123456',
    groups: [3, 3, 3],
    labels: ['cmnd', 'chứng minh nhân dân', 'cmt'],
    bare: true,
  },
  {
    kind: 'tax_code',
    digits: '4000123456',
    groups: [4, 3, 3],
    labels: ['mst', 'mã số thuế', 'ma so thue'],
    bare: true,
  },
  {
    kind: 'tax_code',
    digits: '0401234567001',
    groups: [10, 3],
    labels: ['mst', 'mã số thuế chi nhánh', 'MST'],
    bare: true,
  },
  {
    kind: 'phone',
    digits: '0905123456',
    groups: [4, 3, 3],
    labels: ['sđt', 'số điện thoại', 'gọi em'],
    bare: true,
  },
  {
    kind: 'bank_account',
    digits: '1023456789',
    groups: [4, 3, 3],
    labels: ['stk', 'số tài khoản', 'vietcombank'],
    bare: false,
  },
  {
    kind: 'bank_card',
    digits: '4111111111111111',
    groups: [4, 4, 4, 4],
    labels: ['số thẻ', 'thẻ atm', 'the'],
    bare: true,
  },
  {
    kind: 'one_time_code',
    digits: '482913',
    groups: [3, 3],
    labels: ['otp', 'mã xác nhận', 'ma otp'],
    bare: false,
  },
];

const GAPS: readonly [what: string, gap: string][] = [
  ['spaces', ' '],
  ['two spaces', '  '],
  ['dots', '.'],
  ['hyphens', '-'],
  ['hyphens with spaces', ' - '],
  ['dashes', '–'],
  ['commas', ', '],
  ['tabs', '\t'],
  ['new lines', '\n'],
  ['Windows line ends', '\r\n'],
  ['no-break spaces', '\u00a0'],
  ['thin spaces', '\u2009'],
  ['narrow no-break spaces', '\u202f'],
  ['ideographic spaces', '\u3000'],
  ['zero-width spaces', '\u200b'],
  ['joiners', '\u200d'],
  ['soft hyphens', '\u00ad'],
  ['word joiners', '\u2060'],
  ['direction marks', '\u2068\u2069'],
  ['no-break hyphens', '\u2011'],
];

const SCRIPTS: readonly [what: string, zero: number][] = [
  ['full-width digits', 0xff10],
  ['mathematical bold digits', 0x1d7ce],
  ['mathematical double-struck digits', 0x1d7d8],
  ['Arabic-Indic digits', 0x660],
  ['Persian digits', 0x6f0],
  ['Devanagari digits', 0x966],
  ['Thai digits', 0xe50],
  ['Khmer digits', 0x17e0],
];

function split(digits: string, groups: readonly number[]): string[] {
  let at = 0;
  return groups.map((length) => digits.slice(at, (at += length)));
}

function numberRows({ kind, digits, groups, labels, bare }: Number): Row[] {
  const [label = ''] = labels;
  const row = (what: string, written: string): Row => ({
    what: `${kind}: ${what}`,
    written,
    secret: digits,
    kind,
  });
  const parts = split(digits, groups);
  const keycaps = Array.from(digits, (digit) => `${digit}\ufe0f\u20e3`).join('');
  return [
    ...GAPS.map(([what, gap]) => row(what, `${label} ${parts.join(gap)} nhé`)),
    ...SCRIPTS.map(([what, zero]) =>
      row(
        what,
        `${label} ${Array.from(digits, (digit) => String.fromCodePoint(zero + Number(digit))).join('')}`,
      ),
    ),
    ...labels.flatMap((word) => [
      row(`behind “${word}”`, `${word} ${digits}`),
      row(`behind “${word}:”`, `dạ ${word}: ${digits} ạ`),
      row(`behind “${word} của em là”`, `${word} của em là ${digits} nha`),
      row(`glued to “${word}”`, `${word}${digits}`),
      row(`behind “${word}” in capitals`, `${word.toUpperCase()} ${digits}`),
      row(`behind “${word}” decomposed`, `${word.normalize('NFD')} ${digits}`),
    ]),
    row('in front of its word', `${digits} là ${label} của em`),
    row('with a hidden character between each two digits', `${label} ${Array.from(digits).join('\u200b')}`),
    row('as keycap emoji', `${label} ${keycaps}`),
    row('in brackets', `${label} (${digits})`),
    row('behind a line break', `${label}\n${digits}`),
    row('digit by digit', `${label} ${Array.from(digits).join(' ')}`),
    ...(bare
      ? [row('without a word', `em gửi ${digits} nhờ xem`), row('glued to another word', `em${digits}`)]
      : []),
  ];
}

const PHONES = [
  '(0905) 123 456',
  '( 0905 ) 123 456',
  '+84 905 123 456',
  '+84905123456',
  '(+84) 905 123 456',
  '84905123456',
  '0084 905 123 456',
  '+84 (0) 905 123 456',
  '0905 12 34 56',
  '09.05.12.34.56',
  '0905, 123, 456',
  '0905 - 123 - 456',
  '0905\u200b123\u200b456',
  '0905\u2068123\u2069456',
  '0236 3822 333',
  '(0236) 3.822.333',
  '024 3768 9679',
  '0 9 0 5 1 2 3 4 5 6',
  '0905/123/456',
  '0905|123|456',
];

/** Words behind a number that could be taken for a unit. */
const BEFORE_WORDS: readonly Row[] = [
  'ngân hàng ACB',
  'con em',
  'năm nay',
  'k đúng',
  'tr',
  'ngàn',
  'người',
].map((word): Row => ({
  what: `bank_account: in front of “${word}”`,
  written: `số tài khoản: 1234 5678 9012 ${word}`,
  secret: '123456789012',
  kind: 'bank_account',
}));

export const MASKED: readonly Row[] = [
  ...BEFORE_WORDS,
  ...NUMBERS.flatMap(numberRows),
  ...PHONES.map((written): Row => ({ what: `phone: “${written}”`, written, secret: written, kind: 'phone' })),
  ...OTHERS.flatMap(([kind, secret, list]) =>
    list.map((written): Row => ({ what: `${kind}: “${written}”`, written, secret, kind })),
  ),
];

/** Sums, hotlines, codes, forms, laws, dates: they stay, and the bot can answer about them. One message a line. */
export const KEPT: readonly string[] = readFileSync('test/fixtures/privacy/kept.txt', 'utf8')
  .trim()
  .split('\n');
